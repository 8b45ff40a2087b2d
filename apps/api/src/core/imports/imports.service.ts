import { Inject, Injectable } from '@nestjs/common';
import type {
  ImportFaultView,
  ImportView,
  discardImport,
  listImportFaults,
  listImportPlaces,
  listImports,
  publishImport,
  readImport,
  startImport,
} from '@parvis/shared/contracts/imports.ts';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { Database } from '../../platform/database/index.ts';
import type { ActorCall } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import { ActivityRegistry } from '../activities/index.ts';
import { ActivityNotFound } from '../contributions/index.ts';
import { assertOwnFiles } from '../files/index.ts';
import { faultView, importView } from './import-view.ts';
import { ImportEmpty, ImportHasFaults, ImportNotFound, ImportNotOffered, ImportNotReady } from './imports.errors.ts';
import {
  insertImport,
  moveImport,
  readFaults,
  readImport as findImport,
  readImportActivity,
  readImportPlaces,
  readImports,
  type ImportRow,
} from './imports.queries.ts';

const pageSize = 50;

/** What an administrator does with imports; the work itself is done by jobs. */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(ActivityRegistry) private readonly registry: ActivityRegistry,
  ) {}

  async places({ town }: ActorCall<typeof listImportPlaces>) {
    const kinds = this.registry
      .all()
      .filter((room) => room.imports)
      .map((room) => room.kind.name);
    const rows = await readImportPlaces(this.db, town.id, kinds);
    return {
      items: rows.map((row) => ({
        activityId: row.activity_id,
        title: row.title,
        consultation: { title: row.consultation_title, state: row.consultation_state },
      })),
    };
  }

  async start({ town, actor, body }: ActorCall<typeof startImport>): Promise<ImportView> {
    const activity = await readImportActivity(this.db, town.id, body.activityId);
    if (!activity) throw new ActivityNotFound();
    if (!this.registry.roomOf(activity.kind).imports) throw new ImportNotOffered();
    const importId = newId();
    await this.db.transaction(async (tx) => {
      const [file] = await assertOwnFiles(tx, actor, [body.fileId], 'import', '#/fileId');
      await insertImport(tx, {
        municipalityId: town.id,
        importId,
        source: body.mapping.source,
        mapping: body.mapping,
        consultationId: activity.consultation_id,
        activityId: body.activityId,
        fileId: body.fileId,
        fileName: file!.file_name,
        startedBy: actor.participantId,
      });
      await addJob(tx, 'imports.stage', { municipalityId: town.id, importId }, { queue: 'imports', maxAttempts: 3 });
    });
    return this.view(town.id, importId);
  }

  async list({ town, query }: ActorCall<typeof listImports>): Promise<{ items: ImportView[]; nextCursor: string | null }> {
    const rows = await readImports(this.db, town.id, keyOf(query.cursor), pageSize + 1);
    const last = rows.length > pageSize ? rows[pageSize - 1]! : null;
    return { items: rows.slice(0, pageSize).map(importView), nextCursor: last && writeKeyset([last.id]) };
  }

  read({ town, params }: ActorCall<typeof readImport>): Promise<ImportView> {
    return this.view(town.id, params.importId);
  }

  async faults({
    town,
    params,
    query,
    context,
  }: ActorCall<typeof listImportFaults>): Promise<{ items: ImportFaultView[]; nextCursor: string | null }> {
    await this.find(town.id, params.importId);
    const rows = await readFaults(this.db, town.id, params.importId, faultKeyOf(query.cursor), pageSize + 1);
    const last = rows.length > pageSize ? rows[pageSize - 1]! : null;
    return {
      items: rows.slice(0, pageSize).map((row) => faultView(context.language, row)),
      nextCursor: last && writeKeyset([Number(last.is_notice), last.line, last.id]),
    };
  }

  /** Hands the switch to a job. Also for one whose worker died: the transaction it left is gone, and two never run at once. */
  async publish({ town, params, body }: ActorCall<typeof publishImport>): Promise<ImportView> {
    const found = await this.find(town.id, params.importId);
    if (found.faults > 0 && !body.leaveOutFaulty) throw new ImportHasFaults({ count: found.faults });
    if (Object.values(found.counts).every((count) => count === 0)) throw new ImportEmpty();
    await this.db.transaction(async (tx) => {
      if (!(await moveImport(tx, town.id, params.importId, ['checked', 'failed', 'publishing'], 'publishing'))) throw new ImportNotReady();
      await addJob(
        tx,
        'imports.publish',
        { municipalityId: town.id, importId: params.importId },
        { key: `imports.publish:${params.importId}`, queue: 'imports', maxAttempts: 1 },
      );
    });
    return this.view(town.id, params.importId);
  }

  async discard({ town, params }: ActorCall<typeof discardImport>): Promise<ImportView> {
    await this.find(town.id, params.importId);
    if (!(await moveImport(this.db, town.id, params.importId, ['staging', 'checked', 'failed'], 'discarded'))) throw new ImportNotReady();
    return this.view(town.id, params.importId);
  }

  private async find(municipalityId: string, importId: string): Promise<ImportRow> {
    const found = await findImport(this.db, municipalityId, importId);
    if (!found) throw new ImportNotFound();
    return found;
  }

  private async view(municipalityId: string, importId: string): Promise<ImportView> {
    return importView(await this.find(municipalityId, importId));
  }
}

function keyOf(cursor: string | undefined): string | null {
  const [id] = readKeyset(cursor, ['string']) ?? [];
  return isUuid(id) ? id : null;
}

function faultKeyOf(cursor: string | undefined): { isNotice: boolean; line: number; id: string } | null {
  const [isNotice, line, id] = readKeyset(cursor, ['number', 'number', 'string']) ?? [];
  return isUuid(id) && Number.isSafeInteger(line) ? { isNotice: isNotice === 1, line: Number(line), id } : null;
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
