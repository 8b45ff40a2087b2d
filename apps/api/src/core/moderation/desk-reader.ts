import { Inject, Injectable } from '@nestjs/common';
import { maxSimilar, readCase, readQueue, type ModerationCase, type Queue } from '@parvis/shared/contracts/moderation.ts';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { possibleActs, type Moderated } from '@parvis/shared/rules/moderation.ts';
import { Database } from '../../platform/database/index.ts';
import type { ActorCall } from '../../platform/http/index.ts';
import { say } from '../../platform/messages/index.ts';
import { ContributionNotFound, readContributionCards, type ContributionFactsRow } from '../contributions/index.ts';
import { readRules } from '../legal/index.ts';
import { readAround, readAuthorRow, readCaseRow } from './case.queries.ts';
import { readClaim } from './claims.queries.ts';
import { mayDecide } from './moderation.policy.ts';
import { readQueueFacets, readQueueRows, readWaitingOf } from './queue.queries.ts';

const pageSize = 20;

/** Reads the desk of moderation: what waits, and one content with everything around it. */
@Injectable()
export class DeskReader {
  constructor(@Inject(Database) private readonly db: Database) {}

  async queue({ actor, town, query }: ActorCall<typeof readQueue>): Promise<Queue> {
    const [since, id] = readKeyset(query.cursor, ['string', 'string']) ?? [];
    const after = since && id ? { since: String(since), id: String(id) } : null;
    const [rows, facets] = await Promise.all([
      readQueueRows(this.db, town.id, actor.participantId, { ...query, after }, pageSize + 1),
      readQueueFacets(this.db, town.id),
    ]);
    const shown = rows.slice(0, pageSize);
    const cards = new Map(
      (await readContributionCards(this.db, town.id, [...new Set(shown.map((row) => row.id))])).map((card) => [card.id, card]),
    );
    const items = shown.flatMap(({ id: contributionId, is_for_me: isForMe, grounds, ...line }) => {
      const card = cards.get(contributionId);
      return card ? [{ ...line, grounds: [...grounds], isForMe, card }] : [];
    });
    const last = shown.at(-1);
    return { items, ...facets, nextCursor: rows.length > pageSize && last ? writeKeyset([last.since, last.id]) : null };
  }

  async case({ actor, facts, town, context }: ActorCall<typeof readCase, ContributionFactsRow>): Promise<ModerationCase> {
    const row = await readCaseRow(this.db, town.id, facts.id, context.language);
    if (!row) throw new ContributionNotFound();
    const [around, author, waiting, claim, rules] = await Promise.all([
      readAround(this.db, town.id, facts.id),
      readAuthorRow(this.db, town.id, facts.id, context.language),
      readWaitingOf(this.db, town.id, facts.id, row.words, maxSimilar),
      readClaim(this.db, town.id, facts.id),
      readRules(this.db, town.id, context.language),
    ]);
    const cards = new Map(
      (await readContributionCards(this.db, town.id, [facts.id, ...author.latest, ...waiting.similar.map((one) => one.id)])).map((card) => [
        card.id,
        card,
      ]),
    );
    const card = cards.get(facts.id);
    if (!card) throw new ContributionNotFound();
    const refusal = mayDecide(actor, facts);
    const { words: _, appeal, ...told } = row;
    return {
      ...told,
      card,
      around,
      reasons: waiting.reasons,
      appeal: appeal && { ...appeal, isForMe: refusal === null && appeal.contestedById !== actor.participantId },
      author: { ...author, latest: author.latest.flatMap((id) => cards.get(id) ?? []) },
      similar: waiting.similar.map((one) => ({ ...one, path: cards.get(one.id)?.path ?? '' })),
      claim: claim && { by: claim.name, isMine: claim.participant_id === actor.participantId, until: claim.until },
      rules: rules && { version: rules.version, rules: [...rules.rules] },
      possible: refusal ? [] : possibleActs(facts as unknown as Moderated, { hasAccount: author.has_account }),
      refusal: refusal && { code: refusal.code, detail: say(context.language, `problems.${refusal.code}.detail`, refusal.values) },
    };
  }
}
