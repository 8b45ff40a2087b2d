import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.ts';
import { ActivityRegistry } from '../activities/index.ts';
import { personalData, type PersonKeys } from '../participants/index.ts';
import { emptySharedRows, readTextsOf } from './erased-texts.queries.ts';

/**
 * Empties the texts of a person who leaves and asks it: the kind's own columns by its room, revisions, attachments and the log's salts
 * here. The places stay, with the supports and comments of others.
 */
@Injectable()
export class ErasedTexts implements OnModuleInit {
  constructor(@Inject(ActivityRegistry) private readonly registry: ActivityRegistry) {}

  onModuleInit(): void {
    personalData({
      name: 'texts',
      read: (db, { municipalityId, participantId }) => readTextsOf(db, municipalityId, participantId),
      erase: async (tx, person, choice) => {
        if (choice.texts) await this.erase(tx, person);
      },
    });
  }

  private async erase(tx: Tx, { municipalityId, participantId }: PersonKeys): Promise<void> {
    for (const { id, kind } of await readTextsOf(tx, municipalityId, participantId))
      await this.registry.ownerOf(kind)?.erase(tx, municipalityId, id);
    await emptySharedRows(tx, municipalityId, participantId);
  }
}
