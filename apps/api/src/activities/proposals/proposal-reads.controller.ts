import { Controller, Inject } from '@nestjs/common';
import {
  listProposals,
  listRevisions,
  mapProposals,
  readProposal,
  similarProposals,
  type ProposalPage,
  type ProposalView,
  type SimilarProposal,
} from '@parvis/shared/activities/proposals/contract.ts';
import type { ResponseOf } from '@parvis/shared/contracts/route.ts';
import {
  activityFacts,
  maySee,
  maySeeActivity,
  shownTo,
  type ActivityFactsRow,
  type ContributionFactsRow,
} from '../../core/contributions/index.ts';
import { Policy, Route, type Call } from '../../platform/http/index.ts';
import { ProposalListService } from './proposal-list.service.ts';
import { ProposalPageService } from './proposal-page.service.ts';
import { proposalFacts } from './proposal.facts.ts';

/** Routes that only read; `shownTo` keeps from shared caches what not everybody may read. */
@Controller()
export class ProposalReadsController {
  constructor(
    @Inject(ProposalListService) private readonly lists: ProposalListService,
    @Inject(ProposalPageService) private readonly pages: ProposalPageService,
  ) {}

  @Route(listProposals)
  @Policy(maySeeActivity, activityFacts)
  async list(call: Call<typeof listProposals, ActivityFactsRow>): Promise<ProposalPage> {
    return shownTo(call, await this.lists.list(call));
  }

  @Route(mapProposals)
  @Policy(maySeeActivity, activityFacts)
  map(call: Call<typeof mapProposals, ActivityFactsRow>): Promise<ResponseOf<typeof mapProposals>> {
    return this.lists.map(call);
  }

  @Route(similarProposals)
  @Policy(maySeeActivity, activityFacts)
  similar(call: Call<typeof similarProposals, ActivityFactsRow>): Promise<{ items: SimilarProposal[] }> {
    return this.lists.similar(call);
  }

  @Route(readProposal)
  @Policy(maySee, proposalFacts)
  async read(call: Call<typeof readProposal, ContributionFactsRow>): Promise<ProposalView> {
    return shownTo(call, await this.pages.read(call));
  }

  @Route(listRevisions)
  @Policy(maySee, proposalFacts)
  revisions(call: Call<typeof listRevisions, ContributionFactsRow>): Promise<ResponseOf<typeof listRevisions>> {
    return this.pages.revisions(call);
  }
}
