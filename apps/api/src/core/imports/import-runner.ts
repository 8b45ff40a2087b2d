import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { FILE_STORE, type FileStore } from '../../platform/files/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { say } from '../../platform/messages/index.ts';
import { ActivityRegistry } from '../activities/index.ts';
import { fileKey } from '../files/index.ts';
import { ImportNotOffered } from './imports.errors.ts';
import { deleteOldStaging, moveImport, readImport, readImportTown, updateChecked, type ImportRow } from './imports.queries.ts';
import { publishImport } from './publish-import.ts';
import { SourceUnreadable } from './read-source.ts';
import { stageImport } from './stage-import.ts';
import { deleteStaged, insertFaults, type ImportKey } from './staged-rows.queries.ts';

interface ImportJob {
  readonly municipalityId: string;
  readonly importId: string;
}

/** The work of imports, by jobs and by the command line. */
@Injectable()
export class ImportRunner {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(ActivityRegistry) private readonly registry: ActivityRegistry,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reads and checks. May be repeated; does nothing to an import that went on or was given up. */
  @Task('imports.stage')
  async stageJob({ municipalityId, importId }: ImportJob): Promise<void> {
    const found = await readImport(this.db, municipalityId, importId);
    if (found?.state === 'staging' && found.file_id)
      await this.stage(municipalityId, found, await this.store.read(fileKey(municipalityId, found.file_id)));
  }

  async stage(municipalityId: string, found: ImportRow, bytes: Buffer): Promise<void> {
    const key = { municipalityId, importId: found.id, source: found.source };
    try {
      await stageImport(this.db, key, found.mapping, bytes, categoriesOf(found.settings));
    } catch (error) {
      if (!(error instanceof SourceUnreadable)) throw error;
      await this.tellUnreadable(key);
    }
  }

  /** Publishes. A failure leaves nothing behind but the state `failed`, from which publishing may be tried again. */
  @Task('imports.publish')
  async publish({ municipalityId, importId }: ImportJob): Promise<void> {
    const found = await readImport(this.db, municipalityId, importId);
    if (found?.state !== 'publishing') return;
    const texts = this.registry.roomOf(found.activity_kind).imports;
    if (!texts) throw new ImportNotOffered();
    const { time_zone: timeZone, languages } = await readImportTown(this.db, municipalityId);
    const language = languages[0] ?? 'fr';
    const key = { municipalityId, importId, source: found.source };
    try {
      await publishImport(this.db, texts, {
        ...key,
        consultationId: found.consultation_id,
        activityId: found.activity_id,
        settings: found.settings,
        startedBy: found.started_by,
        timeZone,
        secret: this.config.secret,
        words: { participant: say(language, 'imports.participant'), noAuthor: say(language, 'imports.no-author') },
      });
    } catch (error) {
      await moveImport(this.db, municipalityId, importId, ['publishing'], 'failed');
      throw error;
    }
    await deleteStaged(this.db, key);
  }

  /** Retention: staged rows and faults of imports that nobody went on with. */
  @Task('imports.forget')
  @Cron('40 3 * * *')
  forget(): Promise<void> {
    return deleteOldStaging(this.db);
  }

  private async tellUnreadable(key: ImportKey): Promise<void> {
    await deleteStaged(this.db, key);
    await insertFaults(this.db, key, [{ line: 0, column: '', code: 'unreadable', shown: '', isNotice: false }]);
    await updateChecked(this.db, key, { rowsRead: 0, faults: 1, notices: 0, repeats: 0, counts: {} });
  }
}

/** Ids of an activity's categories by name and by id, in lower case; empty for kinds without categories. */
function categoriesOf({ categories }: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const list = Array.isArray(categories) ? (categories as { id?: unknown; name?: unknown }[]) : [];
  return new Map(
    list.flatMap(({ id, name }) =>
      typeof id === 'string' && typeof name === 'string'
        ? ([
            [id.toLowerCase(), id],
            [name.toLowerCase(), id],
          ] as [string, string][])
        : [],
    ),
  );
}
