import { Inject, Injectable } from '@nestjs/common';
import { flagContribution, readFlagSubject, type FlagSubject } from '@parvis/shared/contracts/flags.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Actor, type Call, type FieldError } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { say } from '../../platform/messages/index.ts';
import { ContributionNotFound, readContributionCards, type ContributionFactsRow } from '../contributions/index.ts';
import { recordEvent } from '../log/index.ts';
import { notify } from '../notifications/index.ts';
import { findOrMakeMailParticipant } from '../participants/index.ts';
import { insertFlag, readHasFlagged, readText } from './flags.queries.ts';
import { AlreadyFlagged } from './moderation.errors.ts';
import { mayFlag } from './moderation.policy.ts';

type Facts = ContributionFactsRow;

/** Takes what people report. */
@Injectable()
export class FlagsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  async subject({ facts, actor, town, context }: Call<typeof readFlagSubject, Facts>): Promise<FlagSubject> {
    const [cards, text] = await Promise.all([readContributionCards(this.db, town.id, [facts.id]), readText(this.db, town.id, facts.id)]);
    const [card] = cards;
    if (!card) throw new ContributionNotFound();
    const refusal = mayFlag(actor, facts) ?? (await this.flaggedBefore(town.id, facts.id, actor));
    const isShown = facts.publication === 'published' && (facts.moderation === 'none' || facts.moderation === 'locked');
    return {
      card: isShown ? card : { ...card, title: '', excerpt: '', author: { ...card.author, name: '' } },
      text: isShown ? text : '',
      mayFlag: refusal === null,
      refusal: refusal && { code: refusal.code, detail: say(context.language, `problems.${refusal.code}.detail`, refusal.values) },
    };
  }

  /** Files the flag and has its receipt mailed. @throws InvalidInput without an account and without a name or an address */
  async flag({ facts, actor, town, body }: Call<typeof flagContribution, Facts>): Promise<void> {
    const { name, email } = body;
    const missing: FieldError[] = [
      ...(name ? [] : [{ pointer: '#/name', code: 'required' }]),
      ...(email ? [] : [{ pointer: '#/email', code: 'required' }]),
    ];
    if (!actor && missing.length > 0) throw new InvalidInput(missing);
    await this.db.transaction(async (tx) => {
      const participantId =
        actor?.participantId ?? (await findOrMakeMailParticipant(tx, town, { name: String(name), email: String(email) }));
      await this.file(tx, { municipalityId: town.id, facts, participantId, ground: body.ground, text: body.text });
    });
  }

  private async flaggedBefore(municipalityId: string, contributionId: string, actor: Actor | null): Promise<AlreadyFlagged | null> {
    return actor && (await readHasFlagged(this.db, municipalityId, contributionId, actor.participantId)) ? new AlreadyFlagged() : null;
  }

  private async file(
    tx: Tx,
    flag: { municipalityId: string; facts: Facts; participantId: string; ground: string; text: string },
  ): Promise<void> {
    const { municipalityId, facts, participantId, ground, text } = flag;
    const id = newId();
    await insertFlag(tx, { municipalityId, id, contributionId: facts.id, revision: facts.revision, participantId, ground, text });
    await recordEvent(tx, {
      municipalityId,
      topic: 'flag.received',
      consultationId: facts.consultation_id,
      contributionId: facts.id,
      subject: { flagId: id },
      record: { id, contributionId: facts.id, revision: facts.revision, ground },
    });
    await notify(tx, { municipalityId, what: 'flag-received', flagId: id });
  }
}
