import { Inject, Injectable } from '@nestjs/common';
import type { PaperEntry, cancelPaperEntry } from '@parvis/shared/contracts/paper.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type ActorCall } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { ContributionEnded, ContributionLocked, PhaseClosed, lockContribution, updateContribution } from '../contributions/index.ts';
import { recordEvent } from '../log/index.ts';
import { SupportsService } from '../supports/index.ts';
import { openBatch, subjectOf, writePaperComment, type OpenBatch } from './open-batch.ts';
import { entryView } from './paper-batches.service.ts';
import { lockConsultationState } from './paper-batches.queries.ts';
import {
  deleteEnteredSupport,
  insertCancellation,
  readCancelledEntry,
  readEnteredContribution,
  type NewCancellation,
} from './paper-entries.queries.ts';
import type { NumberedRow } from './paper-people.queries.ts';
import { PaperEntryNotFound } from './paper.errors.ts';

type CancelCall = ActorCall<typeof cancelPaperEntry>;

/** One entry to cancel, in its transaction. */
interface Mistake {
  readonly call: CancelCall;
  readonly batch: OpenBatch;
  readonly role: 'facilitator' | 'administrator';
  /** The proposal for which the support or comment was really meant. */
  readonly meant: NumberedRow | null;
}

/**
 * Undoes what an agent typed wrongly. A correction, not an act of the person: allowed whatever phase is open, until the archive; the
 * day of the batch judges what is entered anew. Nothing goes without a trace: the log, the public history and the batch keep it.
 */
@Injectable()
export class PaperCancellationsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(SupportsService) private readonly supports: SupportsService,
  ) {}

  /** @throws PaperBatchNotFound, PaperEntryNotFound, ConsultationArchived, ContributionEnded, ContributionLocked, PhaseClosed, InvalidInput naming `#/number` */
  async cancel(call: CancelCall): Promise<PaperEntry> {
    const { town, actor, params, body } = call;
    return this.db.transaction(async (tx) => {
      const found = await openBatch(tx, town.id, params.batchId, town.timeZone);
      await lockConsultationState(tx, town.id, found.consultation_id); // an archive that is being made waits, or is seen below
      const batch = await openBatch(tx, town.id, params.batchId, town.timeZone);
      if (body.number !== null && body.kind === 'proposal') throw new InvalidInput([{ pointer: '#/number', code: 'not-valid' }]);
      const meant = body.number === null ? null : await subjectOf(tx, town.id, batch, body.number);
      const mistake = {
        call,
        batch,
        meant,
        role: actor.roles.includes('facilitator') ? ('facilitator' as const) : ('administrator' as const),
      };
      const id = body.kind === 'support' ? await this.cancelSupport(tx, mistake) : await cancelContribution(tx, mistake);
      return entryView((await readCancelledEntry(tx, town.id, batch.id, id))!);
    });
  }

  private async cancelSupport(tx: Tx, { call: { town, actor, body }, batch, role, meant }: Mistake): Promise<string> {
    const { contributionId, participantId } = body;
    if (meant?.id === contributionId) throw new InvalidInput([{ pointer: '#/number', code: 'not-valid' }]);
    const gone = await deleteEnteredSupport(tx, town.id, batch.id, contributionId, participantId);
    if (!gone) throw new PaperEntryNotFound();
    const id = await keepCancellation(tx, {
      ...mistakeOf(batch, body, meant),
      municipalityId: town.id,
      act: 'support',
      enteredAt: gone.entered_at,
      cancelledBy: actor.participantId,
    });
    await recordEvent(tx, {
      municipalityId: town.id,
      topic: 'support.cancelled',
      consultationId: batch.consultation_id,
      contributionId,
      participantId: actor.participantId,
      subject: { slot: 5, level: gone.level, channel: 'paper', revision: gone.revision, batchId: batch.id, person: participantId },
      record: {
        contribution: contributionId,
        participant: participantId,
        batch: batch.id,
        reason: body.reason,
        correctedNumber: meant?.number ?? null,
      },
      history: {
        role,
        act: 'support-cancelled',
        detail: { batch: batch.number, correctedNumber: meant?.number ?? null },
        reason: body.reason,
      },
    });
    if (meant) {
      const [outcome] = await this.supports.enterOnPaper(tx, town.id, [
        {
          contributionId: meant.id,
          participantId,
          paper: { enteredBy: actor.participantId, batchId: batch.id, since: batch.since, until: batch.until },
        },
      ]);
      if (outcome === 'phase-closed') throw new PhaseClosed({ action: 'support' });
      if (outcome === 'contribution-locked') throw new ContributionLocked();
      if (outcome !== 'made' && outcome !== 'was-there') throw new ContributionEnded();
    }
    return id;
  }
}

async function cancelContribution(tx: Tx, { call: { town, actor, body }, batch, role, meant }: Mistake): Promise<string> {
  const state = await lockContribution(tx, town.id, body.contributionId);
  const entered = await readEnteredContribution(tx, town.id, batch.id, body.contributionId, body.participantId);
  if (!state || !entered || (entered.kind === 'comment') !== (body.kind === 'comment')) throw new PaperEntryNotFound();
  if (state.publication !== 'published' && state.publication !== 'pending') throw new ContributionEnded();
  if (meant && meant.id === entered.subject_id) throw new InvalidInput([{ pointer: '#/number', code: 'not-valid' }]);
  const id = await keepCancellation(tx, {
    ...mistakeOf(batch, body, meant),
    municipalityId: town.id,
    act: 'contribution',
    enteredAt: entered.entered_at,
    cancelledBy: actor.participantId,
  });
  await updateContribution(tx, town.id, body.contributionId, { publication: 'withdrawn', withdrawnReason: body.reason });
  await recordEvent(tx, {
    municipalityId: town.id,
    topic: `${entered.kind}.cancelled`,
    consultationId: batch.consultation_id,
    contributionId: body.contributionId,
    participantId: actor.participantId,
    subject: { batchId: batch.id, ...(entered.subject_id && { subjectId: entered.subject_id }) },
    record: { id: body.contributionId, batch: batch.id, reason: body.reason, correctedNumber: meant?.number ?? null },
    history: { role, act: 'entry-cancelled', detail: { batch: batch.number, correctedNumber: meant?.number ?? null }, reason: body.reason },
  });
  if (meant) {
    const { stance, body: text } = entered;
    await writePaperComment(tx, batch, {
      municipalityId: town.id,
      subject: meant,
      enteredBy: actor.participantId,
      stance: stance!,
      text: text!,
      author: () => Promise.resolve(body.participantId),
    });
  }
  return id;
}

function mistakeOf(batch: OpenBatch, { contributionId, participantId, reason }: CancelCall['body'], meant: NumberedRow | null) {
  return { batchId: batch.id, contributionId, participantId, reason, correctedNumber: meant?.number ?? null };
}

async function keepCancellation(tx: Tx, cancellation: Omit<NewCancellation, 'id'>): Promise<string> {
  const id = newId();
  await insertCancellation(tx, { ...cancellation, id });
  return id;
}
