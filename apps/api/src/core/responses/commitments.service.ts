import { Inject, Injectable } from '@nestjs/common';
import type { CommitmentView } from '@parvis/shared/contracts/responses.ts';
import type { CommitmentState } from '@parvis/shared/rules/words.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Actor } from '../../platform/http/index.ts';
import { recordEvent } from '../log/index.ts';
import { notify } from '../notifications/index.ts';
import {
  insertMilestone,
  lockCommitment,
  readCommitment,
  updateCommitment,
  updateMilestone,
  type CommitmentFactsRow,
} from './commitments.queries.ts';
import { commitmentView } from './response-view.ts';
import { CommitmentNotFound, MilestoneNotFound, TooManyMilestones } from './responses.errors.ts';

interface CommitmentChange {
  readonly state: CommitmentState;
  readonly progress: number;
  readonly dueOn: string;
  readonly note: string;
}

/** What follows an answer: commitments and their steps. Each move is public, logged, and told to the people concerned. */
@Injectable()
export class CommitmentsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws InvalidInput when the day moves back or the promise is abandoned without a word; CommitmentNotFound */
  async change(actor: Actor, id: string, change: CommitmentChange): Promise<CommitmentView> {
    return this.act(actor, id, null, async (tx, before) => {
      const needsReason = change.dueOn > before.due_on || change.state === 'abandoned';
      if (needsReason && change.note === '') throw new InvalidInput([{ pointer: '#/note', code: 'required' }]);
      await updateCommitment(tx, actor.municipalityId, id, change);
    });
  }

  /** @throws TooManyMilestones, CommitmentNotFound */
  async addMilestone(actor: Actor, id: string, milestone: { readonly title: string; readonly dueOn: string }): Promise<CommitmentView> {
    return this.act(actor, id, null, async (tx) => {
      if (!(await insertMilestone(tx, actor.municipalityId, id, milestone))) throw new TooManyMilestones();
    });
  }

  /** @throws MilestoneNotFound, CommitmentNotFound */
  async changeMilestone(
    actor: Actor,
    id: string,
    milestoneId: string,
    change: { readonly dueOn: string; readonly doneOn: string | null; readonly note: string },
  ): Promise<CommitmentView> {
    return this.act(actor, id, milestoneId, async (tx) => {
      if (!(await updateMilestone(tx, actor.municipalityId, id, milestoneId, change))) throw new MilestoneNotFound();
    });
  }

  private async act(
    actor: Actor,
    id: string,
    milestoneId: string | null,
    work: (tx: Tx, before: CommitmentFactsRow) => Promise<void>,
  ): Promise<CommitmentView> {
    const { municipalityId, participantId } = actor;
    return this.db.transaction(async (tx) => {
      const before = await lockCommitment(tx, municipalityId, id);
      if (!before) throw new CommitmentNotFound();
      await work(tx, before);
      const after = (await readCommitment(tx, municipalityId, id))!;
      await recordEvent(tx, {
        municipalityId,
        topic: 'commitment.changed',
        consultationId: before.consultation_id,
        participantId,
        subject: { commitmentId: id, state: after.state },
        record: {
          commitment: id,
          title: after.title,
          state: after.state,
          progress: after.progress,
          dueOn: after.dueOn,
          note: after.note,
          milestones: after.milestones.map(({ title, dueOn, doneOn }) => ({ title, dueOn, doneOn })),
        },
        history: {
          role: 'official',
          act: 'commitment-changed',
          detail: { commitmentId: id, title: after.title, state: after.state, dueBefore: before.due_on, dueOn: after.dueOn },
          reason: after.note,
        },
      });
      await notify(tx, { municipalityId, actorId: participantId, what: 'milestone-reached', commitmentId: id, milestoneId });
      return commitmentView(after);
    });
  }
}
