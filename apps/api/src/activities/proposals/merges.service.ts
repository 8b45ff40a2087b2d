import { Inject, Injectable } from '@nestjs/common';
import type { mergeProposal, undoMerge } from '@parvis/shared/activities/proposals/contract.ts';
import { ContributionEnded, ContributionNotFound, updateContribution, type ContributionFactsRow } from '../../core/contributions/index.ts';
import { recordEvent } from '../../core/log/index.ts';
import { lockTallies, recountSupports } from '../../core/tallies/index.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Actor, type ActorCall } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { endMerge, insertMerge, lockBoth, readMerges } from './merges.queries.ts';
import { MergeChain, MergeElsewhere, NotMerged } from './proposals.errors.ts';
import { readIdByNumber } from './proposals.queries.ts';

/** Merging is a link: both pages stay, supports stay where they were given, and the group's count is of distinct people. */
@Injectable()
export class MergesService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws MergeChain, MergeElsewhere, ContributionEnded, InvalidInput when `into` is no other proposal */
  async merge({ actor, town, facts, body }: ActorCall<typeof mergeProposal, ContributionFactsRow>): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockTallies(tx); // first: who counts waits for nothing that we hold
      const target = await readIdByNumber(tx, town.id, body.into);
      if (target === null || target === facts.id) throw new InvalidInput([{ pointer: '#/into', code: 'not-found' }]);
      const both = await lockBoth(tx, town.id, [facts.id, target]);
      if (both.some((one) => one.publication !== 'published')) throw new ContributionEnded();
      if (new Set(both.map((one) => one.activity_id)).size > 1) throw new MergeElsewhere();
      const live = await readMerges(tx, town.id, [facts.id, target]);
      if (live.some((one) => one.to_id === facts.id || one.from_id === target)) throw new MergeChain();
      await insertMerge(tx, {
        municipalityId: town.id,
        id: newId(),
        fromId: facts.id,
        toId: target,
        reason: body.reason,
        madeBy: actor.participantId,
      });
      await updateContribution(tx, town.id, facts.id, { publication: 'merged' });
      await note(tx, actor, facts, target, 'contribution.merged', 'merged', body.reason);
      await note(tx, actor, { ...facts, id: target }, facts.id, 'contribution.merged-here', 'merged-here', body.reason);
      await recountSupports(tx, town.id, [target]);
    });
  }

  /** @throws NotMerged */
  async undo({ actor, town, facts }: ActorCall<typeof undoMerge, ContributionFactsRow>): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockTallies(tx);
      const [link] = (await readMerges(tx, town.id, [facts.id])).filter((one) => one.from_id === facts.id);
      if (!link) throw new NotMerged();
      const both = await lockBoth(tx, town.id, [facts.id, link.to_id]);
      if (both.length < 2) throw new ContributionNotFound();
      await endMerge(tx, town.id, link.id);
      await updateContribution(tx, town.id, facts.id, { publication: 'published' });
      await note(tx, actor, facts, link.to_id, 'contribution.unmerged', 'unmerged', '');
      await note(tx, actor, { ...facts, id: link.to_id }, facts.id, 'contribution.unmerged-here', 'unmerged-here', '');
      await recountSupports(tx, town.id, [link.to_id, facts.id]);
    });
  }
}

async function note(
  tx: Tx,
  actor: Actor,
  facts: Pick<ContributionFactsRow, 'id' | 'consultation_id'>,
  other: string,
  topic: string,
  act: string,
  reason: string,
): Promise<void> {
  const role = actor.roles.find((one) => one === 'moderator' || one === 'official' || one === 'administrator') ?? 'moderator';
  await recordEvent(tx, {
    municipalityId: actor.municipalityId,
    consultationId: facts.consultation_id,
    contributionId: facts.id,
    participantId: actor.participantId,
    topic,
    subject: { other },
    record: { id: facts.id, other, reason },
    history: { role, act, detail: { other }, reason },
  });
}
