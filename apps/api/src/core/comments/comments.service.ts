import { Inject, Injectable } from '@nestjs/common';
import { editWindowMinutes, type ReplyView, addComment, editComment, withdrawComment } from '@parvis/shared/contracts/comments.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import type { ActorCall } from '../../platform/http/index.ts';
import {
  ChangedMeanwhile,
  ContributionEnded,
  ContributionLocked,
  PhaseClosed,
  insertRevision,
  lockContribution,
  updateContribution,
  type ContributionFactsRow,
} from '../contributions/index.ts';
import { recordEvent } from '../log/index.ts';
import { EditWindowOver, ReplyTooDeep } from './comments.errors.ts';
import { isModeratedBefore } from './comments.policy.ts';
import { isOpenForComments, isWithinEditWindow, readCommentRow, updateCommentText, type CommentRow } from './comments.queries.ts';
import { DebateReader } from './debate-reader.ts';
import { recordPublished, writeComment } from './write-comment.ts';

type Facts = ContributionFactsRow;

/** What people do with comments. */
@Injectable()
export class CommentsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(DebateReader) private readonly debates: DebateReader,
  ) {}

  /** Publishes a comment, or has it wait for a moderator where the activity asks that. */
  async add(call: ActorCall<typeof addComment, Facts>): Promise<ReplyView> {
    const { facts, actor, town, body } = call;
    const id = await this.db.transaction(async (tx) => {
      if (!(await isOpenForComments(tx, town.id, facts.id, actor.level))) throw new PhaseClosed({ action: 'comment' });
      if (body.parentId) await this.checkParent(tx, town.id, facts.id, body.parentId);
      return writeComment(tx, {
        municipalityId: town.id,
        consultationId: facts.consultation_id,
        activityId: facts.activity_id,
        participantId: actor.participantId,
        channel: 'web',
        subjectId: facts.id,
        parentId: body.parentId,
        stance: body.stance,
        text: body.text,
        publication: isModeratedBefore(facts) ? 'pending' : 'published',
      });
    });
    return this.debates.one(call, id);
  }

  /** A new version: at once within the window, back to the moderators where they read before or asked for a correction. */
  async edit(call: ActorCall<typeof editComment, Facts>): Promise<ReplyView> {
    const { facts, actor, town, body } = call;
    await this.db.transaction(async (tx) => {
      const state = await lockContribution(tx, town.id, facts.id);
      const comment = await readCommentRow(tx, town.id, facts.id);
      if (!state || !comment) throw new ContributionEnded();
      if (state.revision !== body.revision) throw new ChangedMeanwhile();
      if (state.moderation === 'hidden' || state.moderation === 'locked') throw new ContributionLocked();
      const isPublished = state.publication === 'published' && state.moderation === 'none';
      if (isPublished && !(await isWithinEditWindow(tx, town.id, facts.id, editWindowMinutes)))
        throw new EditWindowOver({ minutes: editWindowMinutes });
      if (comment.body === body.text) return;
      await this.revise(
        tx,
        { ...comment, body: body.text },
        { town: town.id, facts, editedBy: actor.participantId, revision: state.revision + 1, isPublished },
      );
    });
    return this.debates.one(call, facts.id);
  }

  /** Takes the words away at their author's wish; the place and the replies stay. */
  async withdraw(call: ActorCall<typeof withdrawComment, Facts>): Promise<ReplyView> {
    const { facts, actor, town } = call;
    await this.db.transaction(async (tx) => {
      const state = await lockContribution(tx, town.id, facts.id);
      const comment = await readCommentRow(tx, town.id, facts.id);
      if (!comment || (state?.publication !== 'published' && state?.publication !== 'pending')) throw new ContributionEnded();
      await updateContribution(tx, town.id, facts.id, { publication: 'withdrawn' });
      await recordEvent(tx, {
        municipalityId: town.id,
        topic: 'comment.withdrawn',
        consultationId: facts.consultation_id,
        contributionId: facts.id,
        participantId: actor.participantId,
        subject: { subjectId: comment.subject_id, stance: comment.stance },
        record: { id: facts.id, withdrawn: true },
        history: { role: 'author', act: 'withdrawn' },
      });
    });
    return this.debates.one(call, facts.id);
  }

  private async revise(
    tx: Tx,
    comment: CommentRow,
    change: { town: string; facts: Facts; editedBy: string; revision: number; isPublished: boolean },
  ): Promise<void> {
    const { town, facts, editedBy, revision, isPublished } = change;
    const { subject_id: subjectId, parent_id: parentId, stance, body: text } = comment;
    await updateCommentText(tx, town, facts.id, text);
    await insertRevision(tx, {
      municipalityId: town,
      contributionId: facts.id,
      revision,
      content: { title: '', text, stance, subjectId, parentId },
      editedBy,
    });
    const waits = isPublished && isModeratedBefore(facts);
    await updateContribution(tx, town, facts.id, { revision, ...(waits && { publication: 'pending' }) });
    if (isPublished && !waits) {
      await recordPublished(
        tx,
        {
          municipalityId: town,
          consultationId: facts.consultation_id,
          id: facts.id,
          participantId: editedBy,
          subjectId,
          parentId,
          stance,
          text,
          revision,
        },
        'revised',
      );
    } else {
      await recordEvent(tx, {
        municipalityId: town,
        topic: 'comment.resubmitted',
        consultationId: facts.consultation_id,
        contributionId: facts.id,
        participantId: editedBy,
        subject: { subjectId, stance, revision },
        record: { id: facts.id, revision, text },
      });
    }
  }

  private async checkParent(tx: Tx, municipalityId: string, subjectId: string, parentId: string): Promise<void> {
    const parent = await readCommentRow(tx, municipalityId, parentId);
    const state = await lockContribution(tx, municipalityId, parentId);
    if (!parent || !state || parent.subject_id !== subjectId || parent.parent_id !== null || state.publication === 'pending')
      throw new ReplyTooDeep();
    if (state.publication !== 'published') throw new ContributionEnded();
    if (state.moderation !== 'none') throw new ContributionLocked();
  }
}
