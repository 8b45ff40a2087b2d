import { Controller, Inject } from '@nestjs/common';
import { readJournal, readOverview, type JournalEntry, type Overview } from '@parvis/shared/contracts/overview.ts';
import { Policy, Route, hasRole, type Call } from '../../platform/http/index.ts';
import { OverviewService } from './overview.service.ts';

const administrator = hasRole('administrator');

/** The administrator's first page. */
@Controller()
export class OverviewController {
  constructor(@Inject(OverviewService) private readonly overviews: OverviewService) {}

  @Route(readOverview)
  @Policy(administrator)
  overview({ town }: Call<typeof readOverview>): Promise<Overview> {
    return this.overviews.read(town.id);
  }

  @Route(readJournal)
  @Policy(administrator)
  journal({ town, query }: Call<typeof readJournal>): Promise<{ items: JournalEntry[]; nextCursor: string | null }> {
    return this.overviews.journal(town.id, query.cursor);
  }
}
