import { Inject, Injectable } from '@nestjs/common';
import type {
  PaperBatch,
  PaperConsultation,
  PaperDesk,
  PaperEntry,
  PaperForm,
  describePaperBatch,
  listPaperBatches,
  listPaperConsultations,
  openPaperBatch,
  readPaperDesk,
  readPaperForm,
} from '@parvis/shared/contracts/paper.ts';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { excerpt } from '@parvis/shared/rules/rich-text.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Actor, type ActorCall, type Call, type Town } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { qrPath } from '../../platform/qr/index.ts';
import { ConsultationArchived, ConsultationNotFound, type ConsultationFacts } from '../consultations/index.ts';
import { assertOwnFiles, fileView } from '../files/index.ts';
import { recordEvent } from '../log/index.ts';
import {
  hasBegun,
  insertBatch,
  lockConsultationState,
  readBatch,
  readBatches,
  readDayBounds,
  readDeskActivities,
  readPaperConsultations,
  updateBatch,
  type BatchRow,
} from './paper-batches.queries.ts';
import { openBatch } from './open-batch.ts';
import { readEntries, type EntryRow } from './paper-entries.queries.ts';
import { PaperBatchNotFound } from './paper.errors.ts';

const pageSize = 20;
/** Entries that the desk shows below its forms. */
const shownEntries = 50;

/** Batches of sheets: what an agent opens, describes and looks at. */
@Injectable()
export class PaperBatchesService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The printed form leads to the consultation in the reader's language. */
  async form({ town, facts, context }: Call<typeof readPaperForm, ConsultationFacts>): Promise<PaperForm> {
    const url = `${town.origin}${town.base}/${context.language}/consultations/${facts.slug}`;
    return { url, qr: qrPath(url) };
  }

  async consultations({ town }: ActorCall<typeof listPaperConsultations>): Promise<{ items: PaperConsultation[] }> {
    return { items: await readPaperConsultations(this.db, town.id) };
  }

  async list({ town, query }: ActorCall<typeof listPaperBatches>): Promise<{ items: PaperBatch[]; nextCursor: string | null }> {
    const [before] = readKeyset(query.cursor, ['string']) ?? [null];
    const rows = await readBatches(
      this.db,
      town.id,
      query.consultationId ?? null,
      typeof before === 'string' && /^[0-9a-f-]{36}$/.test(before) ? before : null,
      pageSize + 1,
    );
    const last = rows.length > pageSize ? rows[pageSize - 1]! : null;
    return { items: rows.slice(0, pageSize).map((row) => batchView(town, row)), nextCursor: last && writeKeyset([last.id]) };
  }

  /** Begins a batch; its number and day stand in the consultation's public history. */
  async open({ town, actor, body }: ActorCall<typeof openPaperBatch>): Promise<PaperBatch> {
    if (!(await hasBegun(this.db, body.receivedOn, town.timeZone)))
      throw new InvalidInput([{ pointer: '#/receivedOn', code: 'out-of-range' }]);
    const id = newId();
    await this.db.transaction(async (tx) => {
      const found = await lockConsultationState(tx, town.id, body.consultationId);
      if (!found || found.state === 'draft') throw new ConsultationNotFound();
      if (found.state === 'archived') throw new ConsultationArchived();
      await assertOwnFiles(tx, actor, body.scanFileId ? [body.scanFileId] : [], 'scan', '#/scanFileId');
      const number = await insertBatch(tx, { ...body, municipalityId: town.id, id, enteredBy: actor.participantId });
      await recordEvent(tx, {
        municipalityId: town.id,
        topic: 'paper-batch.opened',
        consultationId: body.consultationId,
        participantId: actor.participantId,
        subject: { batchId: id, number },
        record: { id, number, receivedOn: body.receivedOn },
        history: { role: 'facilitator', act: 'paper-batch', detail: { number, receivedOn: body.receivedOn } },
      });
    });
    return batchView(town, await this.find(town.id, id));
  }

  async describe({ town, actor, params, body }: ActorCall<typeof describePaperBatch>): Promise<PaperBatch> {
    await this.db.transaction(async (tx) => {
      const { consultation_id: consultationId } = await openBatch(tx, town.id, params.batchId, town.timeZone);
      await lockConsultationState(tx, town.id, consultationId); // two agents, or an archive that is being made: one after the other
      const before = await openBatch(tx, town.id, params.batchId, town.timeZone);
      if (body.scanFileId && body.scanFileId !== before.scan?.id)
        await assertOwnFiles(tx, actor, [body.scanFileId], 'scan', '#/scanFileId');
      await updateBatch(tx, town.id, params.batchId, body.label, body.scanFileId);
      if (before.scan && body.scanFileId !== before.scan.id) await this.tellOtherScan(tx, actor, before, body.scanFileId);
    });
    return batchView(town, await this.find(town.id, params.batchId));
  }

  /** The scan is what an auditor compares the entries with: that another one stands in its place, or none, is public. */
  private async tellOtherScan(
    tx: Tx,
    actor: Actor,
    { id, number, consultation_id: consultationId, scan }: BatchRow,
    scanFileId: string | null,
  ): Promise<void> {
    await recordEvent(tx, {
      municipalityId: actor.municipalityId,
      topic: 'paper-batch.rescanned',
      consultationId,
      participantId: actor.participantId,
      subject: { batchId: id, number },
      record: { id, number, before: scan!.id, scan: scanFileId },
      history: {
        role: actor.roles.includes('facilitator') ? 'facilitator' : 'administrator',
        act: scanFileId ? 'paper-scan-replaced' : 'paper-scan-removed',
        detail: { number },
      },
    });
  }

  async desk({ town, params }: ActorCall<typeof readPaperDesk>): Promise<PaperDesk> {
    const row = await this.find(town.id, params.batchId);
    const { since, until } = await readDayBounds(this.db, row.received_on, town.timeZone);
    const activities = await readDeskActivities(this.db, town.id, row.consultation_id, since, until);
    return {
      batch: batchView(town, row),
      entries: (await readEntries(this.db, town.id, row.id, shownEntries)).map(entryView),
      activities: activities.map(({ id, kind, title, opened, settings }) => ({
        id,
        kind,
        title,
        opened: [...opened],
        categories: categoriesOf(settings),
      })),
    };
  }

  private async find(municipalityId: string, batchId: string): Promise<BatchRow> {
    const found = await readBatch(this.db, municipalityId, batchId);
    if (!found) throw new PaperBatchNotFound();
    return found;
  }
}

function batchView(town: Town, row: BatchRow): PaperBatch {
  return {
    id: row.id,
    number: row.number,
    label: row.label,
    receivedOn: row.received_on,
    scan: row.scan && fileView(town, row.scan),
    enteredBy: row.entered_by_name,
    createdAt: row.created_at,
    proposals: row.proposals,
    supports: row.supports,
    comments: row.comments,
    consultation: { id: row.consultation_id, slug: row.consultation_slug, title: row.consultation_title },
  };
}

/** An entry as the desk shows it. */
export function entryView({
  kind,
  contribution_id,
  participant_id,
  person,
  number,
  title,
  text,
  entered_at,
  cancelled,
}: EntryRow): PaperEntry {
  return {
    kind,
    contributionId: contribution_id,
    participantId: participant_id,
    person,
    number,
    title,
    excerpt: excerpt(text, 160),
    enteredAt: entered_at,
    cancelled,
  };
}

/** Categories where the kind's settings have some. */
function categoriesOf({ categories }: Readonly<Record<string, unknown>>): { id: string; name: string }[] {
  return Array.isArray(categories) ? (categories as { id: string; name: string }[]).map(({ id, name }) => ({ id, name })) : [];
}
