import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { ActivityRegistry } from '../../core/activities/index.ts';
import { personalData } from '../../core/participants/index.ts';
import { DraftsJobs } from './drafts.jobs.ts';
import { DraftsService } from './drafts.service.ts';
import { MergesService } from './merges.service.ts';
import { ProposalListService } from './proposal-list.service.ts';
import { paperProposals } from './paper-proposals.ts';
import { ProposalPageService } from './proposal-page.service.ts';
import { ProposalReadsController } from './proposal-reads.controller.ts';
import { ProposalsController } from './proposals.controller.ts';
import { deleteDraft, readDraftIdsOf, readProposalsOf } from './proposals.queries.ts';
import { proposalsRoom } from './proposals.room.ts';
import { ProposalsService } from './proposals.service.ts';

// Published texts are emptied by core through `erase` of the room, where the person asks it; drafts were never anybody else's.
personalData({
  name: 'proposals',
  read: (db, { municipalityId, participantId }) => readProposalsOf(db, municipalityId, participantId),
  async erase(tx, { municipalityId, participantId }) {
    for (const id of await readDraftIdsOf(tx, municipalityId, participantId)) await deleteDraft(tx, municipalityId, id, participantId);
  },
});

/** Gives `ProposalsService`, through which paper and the demo deposit, and registers the kind when the server starts. */
@Module({
  controllers: [ProposalReadsController, ProposalsController],
  providers: [ProposalsService, DraftsService, DraftsJobs, MergesService, ProposalListService, ProposalPageService],
  exports: [ProposalsService],
})
export class ProposalsModule implements OnModuleInit {
  constructor(
    @Inject(ActivityRegistry) private readonly registry: ActivityRegistry,
    @Inject(ProposalsService) private readonly proposals: ProposalsService,
  ) {}

  onModuleInit(): void {
    this.registry.register({ ...proposalsRoom, paper: paperProposals(this.proposals) });
  }
}
