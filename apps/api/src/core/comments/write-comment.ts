import type { Stance } from '@parvis/shared/rules/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { insertContribution, insertRevision, type NewContribution } from '../contributions/index.ts';
import { recordEvent } from '../log/index.ts';
import { notify } from '../notifications/index.ts';
import { insertComment } from './comments.queries.ts';

/** A comment that somebody has the right to write; who decides that stands before. */
export interface NewComment extends Pick<
  NewContribution,
  'municipalityId' | 'consultationId' | 'activityId' | 'participantId' | 'channel' | 'enteredBy' | 'paperBatchId' | 'importId'
> {
  readonly subjectId: string;
  /** The comment that this one answers; a reply takes no reply (constraint `comments_two_levels`). */
  readonly parentId?: string | null;
  /** In an imported source, the id of what it really answered, where that lies deeper than two levels. */
  readonly sourceParent?: string | null;
  readonly stance: Stance;
  /** Plain text that went through the shared pipeline (`text({ lines: 'many' })` of contracts/fields.ts). */
  readonly text: string;
  readonly publication: 'pending' | 'published';
}

/**
 * Writes a comment whatever its door: web, paper, import. Gives its id. Published at once, it leaves its event and its notice;
 * pending, both wait for the moderator's decision. Bulk imports that publish in one switch write their rows themselves.
 * @throws ReplyTooDeep (422) when the parent is a reply or belongs to another subject
 */
export async function writeComment(tx: Tx, comment: NewComment): Promise<string> {
  const { municipalityId, subjectId, stance, text, participantId } = comment;
  const id = newId();
  const parentId = comment.parentId ?? null;
  await insertContribution(tx, { ...comment, id, kind: 'comment' });
  await insertComment(tx, { municipalityId, id, subjectId, parentId, sourceParent: comment.sourceParent ?? null, stance, text });
  await insertRevision(tx, {
    municipalityId,
    contributionId: id,
    revision: 1,
    content: { title: '', text, stance, subjectId, parentId },
    editedBy: participantId,
  });
  if (comment.publication === 'published') {
    await recordPublished(tx, {
      municipalityId,
      consultationId: comment.consultationId,
      id,
      participantId,
      subjectId,
      stance,
      parentId,
      text,
      revision: 1,
    });
    if (comment.channel !== 'import')
      await notify(tx, { municipalityId, actorId: participantId, what: 'comment-published', contributionId: id });
  }
  return id;
}

interface PublishedComment {
  readonly municipalityId: string;
  readonly consultationId: string;
  readonly id: string;
  readonly participantId: string;
  readonly subjectId: string;
  readonly parentId: string | null;
  readonly stance: string;
  readonly text: string;
  readonly revision: number;
}

/** The public event of a published comment or of a published change of it. */
export async function recordPublished(tx: Tx, c: PublishedComment, act: 'published' | 'revised' = 'published'): Promise<void> {
  await recordEvent(tx, {
    municipalityId: c.municipalityId,
    topic: `comment.${act}`,
    consultationId: c.consultationId,
    contributionId: c.id,
    participantId: c.participantId,
    subject: { subjectId: c.subjectId, stance: c.stance, revision: c.revision },
    record: {
      id: c.id,
      subjectId: c.subjectId,
      parentId: c.parentId,
      stance: c.stance,
      text: c.text,
      revision: c.revision,
      participantId: c.participantId,
    },
    history: { role: 'author', act, detail: { revision: c.revision } },
  });
}
