import type { Stance } from '@parvis/shared/rules/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { InvalidInput } from '../../platform/http/index.ts';
import { writeComment } from '../comments/index.ts';
import { ConsultationArchived } from '../consultations/index.ts';
import { ContributionEnded, ContributionLocked, PhaseClosed } from '../contributions/index.ts';
import { readBatch, readDayBounds, readDeskActivities, type BatchRow, type DeskActivityRow } from './paper-batches.queries.ts';
import { readNumbered, type NumberedRow } from './paper-people.queries.ts';
import { PaperBatchNotFound } from './paper.errors.ts';

/** A batch with the bounds of the day on which it was received, and what was open on it. */
export interface OpenBatch extends BatchRow {
  readonly since: string;
  readonly until: string;
  readonly activities: readonly DeskActivityRow[];
}

/** The batch, while its consultation takes entries and corrections. @throws PaperBatchNotFound, ConsultationArchived */
export async function openBatch(tx: Tx, municipalityId: string, batchId: string, timeZone: string): Promise<OpenBatch> {
  const batch = await readBatch(tx, municipalityId, batchId);
  if (!batch) throw new PaperBatchNotFound();
  if (batch.consultation_state === 'archived') throw new ConsultationArchived();
  const { since, until } = await readDayBounds(tx, batch.received_on, timeZone);
  return { ...batch, since, until, activities: await readDeskActivities(tx, municipalityId, batch.consultation_id, since, until) };
}

/** Undefined when the subject's activity is not one of the batch's consultation. */
export function activityOf(batch: OpenBatch, subject: NumberedRow): DeskActivityRow | undefined {
  return batch.activities.find((one) => one.id === subject.activity_id);
}

/** The proposal of the batch's consultation that a sheet names. @throws InvalidInput naming `#/number` */
export async function subjectOf(tx: Tx, municipalityId: string, batch: OpenBatch, number: number): Promise<NumberedRow> {
  const [subject] = await readNumbered(tx, municipalityId, batch.consultation_id, [number]);
  if (!subject) throw new InvalidInput([{ pointer: '#/number', code: 'not-found' }]);
  return subject;
}

interface PaperComment {
  readonly municipalityId: string;
  readonly subject: NumberedRow;
  readonly enteredBy: string;
  readonly stance: Stance;
  readonly text: string;
  /** Whose sheet it is; asked once the comment is admitted. */
  readonly author: () => Promise<string>;
}

/** Writes a comment from a sheet, if the day of the batch admits it. Gives its id and its author. @throws PhaseClosed, ContributionEnded, ContributionLocked */
export async function writePaperComment(
  tx: Tx,
  batch: OpenBatch,
  { municipalityId, subject, enteredBy, stance, text, author }: PaperComment,
): Promise<{ id: string; participantId: string }> {
  if (subject.publication !== 'published') throw new ContributionEnded();
  if (subject.moderation !== 'none') throw new ContributionLocked();
  const activity = activityOf(batch, subject);
  if (!activity?.opened.includes('comment')) throw new PhaseClosed({ action: 'comment' });
  const participantId = await author();
  const id = await writeComment(tx, {
    municipalityId,
    consultationId: batch.consultation_id,
    activityId: subject.activity_id,
    participantId,
    channel: 'paper',
    enteredBy,
    paperBatchId: batch.id,
    subjectId: subject.id,
    stance,
    text,
    publication: activity.settings['moderation'] === 'before' ? 'pending' : 'published',
  });
  return { id, participantId };
}
