import { Inject, Injectable } from '@nestjs/common';
import { dailyNotices, isOptional } from '@parvis/shared/rules/notices.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import type { Town } from '../../platform/http/index.ts';
import { say } from '../../platform/messages/index.ts';
import { readContributionCards } from '../contributions/index.ts';
import { queueMail } from '../mails/index.ts';
import { letterOf } from './letters.ts';
import { insertNotices } from './notices.queries.ts';
import type { Plan } from './plans.ts';
import {
  readConcerned,
  readConcernedByResponse,
  readNamed,
  readTakingPart,
  type PageOfPeople,
  type Recipient,
} from './recipients.queries.ts';

/** People per transaction: a page is noted and its mails are queued together. */
const pageLength = 100;

/** Tells an audience of an event, page by page. A repeat after a failure goes on where it stopped, for who was told is noted with the mail. */
@Injectable()
export class Notifier {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @param eventId the same at each repeat: a person is told of an event once */
  async tell(town: Town, eventId: string, plan: Plan, actorId: string | null): Promise<void> {
    let after: string | null = null;
    do {
      const people: Recipient[] = await this.readPage(plan, {
        municipalityId: town.id,
        kind: plan.kind,
        actorId,
        after,
        limit: pageLength,
      });
      if (people.length > 0) await this.db.transaction((tx) => this.tellPage(tx, town, eventId, plan, people));
      after = plan.audience.of !== 'people' && people.length === pageLength ? people.at(-1)!.participant_id : null;
    } while (after !== null);
  }

  private readPage({ audience }: Plan, page: PageOfPeople): Promise<Recipient[]> {
    switch (audience.of) {
      case 'contributions':
        return readConcerned(this.db, page, audience.ids);
      case 'response':
        return readConcernedByResponse(this.db, page, audience.id);
      case 'consultation':
        return readTakingPart(this.db, page, audience.id);
      case 'people':
        return audience.ids.length === 0
          ? Promise.resolve([])
          : readNamed(
              this.db,
              page.municipalityId,
              audience.ids.filter((id) => id !== page.actorId),
              audience.why,
            );
    }
  }

  private async tellPage(tx: Tx, town: Town, eventId: string, plan: Plan, people: readonly Recipient[]): Promise<void> {
    const { kind, facts, contributionIds } = plan;
    const now = await insertNotices(
      tx,
      { municipalityId: town.id, eventId, kind, facts, contributionIds, mayWait: dailyNotices.includes(kind) },
      people,
    );
    const due = people.filter((one) => now.has(one.participant_id));
    const cards = new Map(
      (await readContributionCards(tx, town.id, [...new Set(due.flatMap((one) => idsOf(one, plan)))])).map((card) => [card.id, card]),
    );
    for (const one of due) {
      const letter = letterOf({ town, language: one.language, kind, facts, cards: idsOf(one, plan).flatMap((id) => cards.get(id) ?? []) });
      await queueMail(tx, {
        town,
        to: { address: one.address, language: one.language, participantId: one.participant_id },
        kind,
        ...letter,
        reason: say(one.language, `notices.why.${one.why}`),
        optOutKind: isOptional(kind) ? kind : null,
      });
    }
  }
}

function idsOf(one: Recipient, plan: Plan): readonly string[] {
  return one.contribution_ids.length > 0 ? one.contribution_ids : plan.contributionIds;
}
