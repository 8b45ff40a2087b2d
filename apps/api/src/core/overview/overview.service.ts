import { Inject, Injectable } from '@nestjs/common';
import type { JournalEntry, Overview } from '@parvis/shared/contracts/overview.ts';
import { Database } from '../../platform/database/index.ts';
import { InvalidInput } from '../../platform/http/index.ts';
import { missingForOpening } from '../legal/index.ts';
import { readJournalRows, readOverviewRow } from './overview.queries.ts';

const pageLength = 50;

/** What administrators see of the town at a glance. */
@Injectable()
export class OverviewService {
  constructor(@Inject(Database) private readonly db: Database) {}

  async read(municipalityId: string): Promise<Overview> {
    const [row, missing] = await Promise.all([readOverviewRow(this.db, municipalityId), missingForOpening(this.db, municipalityId)]);
    return {
      consultations: { draft: row.drafts, published: row.published, closed: row.closed },
      people: { accounts: row.accounts, staff: row.staff, invited: row.invited },
      moderation: { flagged: row.flagged, pending: row.pending, appeals: row.appeals },
      responses: { unanswered: row.unanswered, prepared: row.prepared },
      imports: row.imports,
      legal: { missing },
      mails: { waiting: row.mails_waiting, refused: row.mails_refused },
    };
  }

  /** @param cursor the last number of the page before */
  async journal(municipalityId: string, cursor: string | undefined): Promise<{ items: JournalEntry[]; nextCursor: string | null }> {
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new InvalidInput([{ pointer: '#/query/cursor', code: 'not-a-cursor' }]);
    const rows = await readJournalRows(this.db, municipalityId, cursor === undefined ? null : Number(cursor), pageLength);
    const items = rows.slice(0, pageLength).map((row): JournalEntry => ({
      id: String(row.seq),
      at: row.at,
      topic: row.topic,
      who: row.who,
      consultation: row.consultation_title === null ? null : { title: row.consultation_title, slug: row.consultation_slug ?? '' },
      contribution: row.kind === null ? null : { number: row.number, kind: row.kind },
      legalPage: row.page && row.language && { page: row.page, language: row.language },
    }));
    return { items, nextCursor: rows.length > pageLength ? items.at(-1)!.id : null };
  }
}
