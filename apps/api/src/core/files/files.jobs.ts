import { Inject, Injectable } from '@nestjs/common';
import { pictureWidths } from '@parvis/shared/rules/file-rules.ts';
import { Database } from '../../platform/database/index.ts';
import { FILE_STORE, type FileStore } from '../../platform/files/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { fileKey } from './file-view.ts';
import { removeUnusedFiles } from './use-files.ts';

/** Jobs of retention; removing the bytes may run twice. */
@Injectable()
export class FilesJobs {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** Retention of uploads: a form that was never sent leaves nothing behind. */
  @Task('files.remove-unused')
  @Cron('20 3 * * *')
  async removeUnused(): Promise<void> {
    for (let removed = 1; removed > 0;) removed = await this.db.transaction(removeUnusedFiles);
  }

  /** Repeatable: what is gone is gone. */
  @Task('files.remove-bytes')
  async removeBytes({ files }: { files: readonly { municipalityId: string; id: string }[] }): Promise<void> {
    for (const { municipalityId, id } of files) {
      for (const width of [undefined, ...pictureWidths]) await this.store.remove(fileKey(municipalityId, id, width));
    }
  }
}
