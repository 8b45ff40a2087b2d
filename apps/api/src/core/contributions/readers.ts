import { Inject, Injectable } from '@nestjs/common';
import { InsiderDatabase, PublicDatabase } from '../../platform/database/index.ts';

/** What decides through which views a consultation and all in it are read. */
export interface ReadFacts {
  readonly consultation_state: string;
  readonly consultation_visibility: string;
}

/** Chooses the views: the public's for public consultations, the insiders' for drafts and invited ones, by the same SQL. */
@Injectable()
export class Readers {
  constructor(
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
    @Inject(InsiderDatabase) private readonly insiderDb: InsiderDatabase,
  ) {}

  /** Ask only after a policy has admitted the reader to these facts. */
  of(facts: ReadFacts): PublicDatabase | InsiderDatabase {
    return isPublic(facts) ? this.publicDb : this.insiderDb;
  }
}

/** Whether everybody may read it, and shared caches may keep it. */
export function isPublic({ consultation_state, consultation_visibility }: ReadFacts): boolean {
  return consultation_state !== 'draft' && consultation_visibility === 'public';
}
