import { Inject, Injectable } from '@nestjs/common';
import { addModerationNote, claimContribution, decide, releaseContribution } from '@parvis/shared/contracts/moderation.ts';
import { possibleActs } from '@parvis/shared/rules/moderation.ts';
import { Database, type Sql, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type ActorCall } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { ChangedMeanwhile, ContributionNotFound, lockContribution, type ContributionFactsRow } from '../contributions/index.ts';
import { deleteClaim, insertNote, readClaim, takeClaim } from './claims.queries.ts';
import { decideContribution, type NewDecision } from './decide-contribution.ts';
import { readContent, readCurrentVersion, ruleExists, type ContentRow } from './decisions.queries.ts';
import { ClaimedByAnother, RulesChanged } from './moderation.errors.ts';

type Facts = ContributionFactsRow;
type State = NewDecision['state'];

/** What moderators do with contents of every kind. */
@Injectable()
export class DecisionsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Decides about one content and, if asked, about waiting ones with the same words. Rows are locked in the order of their ids. */
  async decide({ facts, actor, town, body }: ActorCall<typeof decide, Facts>): Promise<{ decided: string[]; passedOver: number }> {
    return this.db.transaction(async (tx) => {
      await checkRule(tx, town.id, body.rule);
      await this.checkClaim(tx, town.id, facts.id, actor.participantId, body.takeOver);
      const locked = new Map<string, { state: State; content: ContentRow }>();
      for (const id of [...new Set([facts.id, ...body.also])].sort()) {
        const state = (await lockContribution(tx, town.id, id)) as State | null;
        const content = state && (await readContent(tx, town.id, id));
        if (state && content) locked.set(id, { state, content });
      }
      const main = locked.get(facts.id);
      if (!main) throw new ContributionNotFound();
      if (main.state.revision !== body.revision) throw new ChangedMeanwhile();
      const also = [...locked.values()].filter(
        ({ state, content }) =>
          content.id !== facts.id &&
          content.words === main.content.words &&
          content.participant_id !== actor.participantId &&
          possibleActs(state, { hasAccount: content.author_has_account }).includes(body.act),
      );
      for (const one of [main, ...also])
        await decideContribution(tx, {
          municipalityId: town.id,
          ...one,
          act: body.act,
          rule: body.rule,
          reason: body.reason,
          decidedBy: actor.participantId,
        });
      const decided = [main, ...also].map((one) => one.content.id);
      return { decided, passedOver: new Set([facts.id, ...body.also]).size - decided.length };
    });
  }

  /** @throws ClaimedByAnother while a colleague has it and `takeOver` is not said */
  async claim({
    facts,
    actor,
    town,
    body,
  }: ActorCall<typeof claimContribution, Facts>): Promise<{ by: string; isMine: boolean; until: string }> {
    const isTaken = await takeClaim(this.db, town.id, facts.id, actor.participantId, body.takeOver);
    const claim = await readClaim(this.db, town.id, facts.id);
    if (!isTaken || !claim) throw new ClaimedByAnother({ name: claim?.name ?? '' });
    return { by: claim.name, isMine: true, until: claim.until };
  }

  async release({ facts, actor, town }: ActorCall<typeof releaseContribution, Facts>): Promise<void> {
    await deleteClaim(this.db, town.id, facts.id, actor.participantId);
  }

  async addNote({ facts, actor, town, body }: ActorCall<typeof addModerationNote, Facts>): Promise<void> {
    await this.db.transaction((tx) =>
      insertNote(tx, { municipalityId: town.id, id: newId(), contributionId: facts.id, participantId: actor.participantId, ...body }),
    );
  }

  private async checkClaim(
    tx: Tx,
    municipalityId: string,
    contributionId: string,
    participantId: string,
    takeOver: boolean,
  ): Promise<void> {
    const claim = await readClaim(tx, municipalityId, contributionId);
    if (claim && claim.participant_id !== participantId && !takeOver) throw new ClaimedByAnother({ name: claim.name });
  }
}

/** The cited rule must be one of the version in force. @throws RulesChanged for an older version, InvalidInput for a number that it does not have */
export async function checkRule(db: Sql, municipalityId: string, rule: { version: number; number: number }): Promise<void> {
  const current = await readCurrentVersion(db, municipalityId);
  if (current === null || rule.version > current) throw new InvalidInput([{ pointer: '#/rule/version', code: 'not-found' }]);
  if (rule.version < current) throw new RulesChanged();
  if (!(await ruleExists(db, municipalityId, rule.version, rule.number)))
    throw new InvalidInput([{ pointer: '#/rule/number', code: 'not-found' }]);
}
