import { Controller, Inject } from '@nestjs/common';
import { mergeProposal, undoMerge } from '@parvis/shared/activities/proposals/contract.ts';
import {
  createDraft,
  discardDraft,
  editProposal,
  listDrafts,
  readEditableProposal,
  saveDraft,
  submitProposal,
  withdrawProposal,
  type EditableProposal,
  type ProposalDraft,
  type ProposalReceipt,
} from '@parvis/shared/activities/proposals/contract-writing.ts';
import {
  activityFacts,
  authorOnly,
  contributionFacts,
  mayBegin,
  maySeeActivity,
  type ActivityFactsRow,
  type ContributionFactsRow,
} from '../../core/contributions/index.ts';
import { Faults, Limit, Policy, Route, SignInRequired, type Actor, type ActorCall, type DomainError } from '../../platform/http/index.ts';
import { DraftsService } from './drafts.service.ts';
import { MergesService } from './merges.service.ts';
import { furtherFaults } from './proposal-text.ts';
import { mayEdit, mayMerge, mayUndoMerge, mayWithdraw, ownDraft } from './proposals.policy.ts';
import { ProposalsService } from './proposals.service.ts';

function mySelf(actor: Actor | null, facts: ActivityFactsRow): DomainError | null {
  return maySeeActivity(actor, facts) ?? (actor ? null : new SignInRequired());
}

/** Routes of writing: submit, edit, withdraw, drafts, merge. Each names its policy and its pace. */
@Controller()
export class ProposalsController {
  constructor(
    @Inject(ProposalsService) private readonly proposals: ProposalsService,
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(MergesService) private readonly merges: MergesService,
  ) {}

  @Route(submitProposal)
  @Policy(mayBegin('propose'), activityFacts)
  @Limit({ name: 'propose', points: 30, seconds: 3_600, by: 'account' })
  @Faults(furtherFaults)
  submit(call: ActorCall<typeof submitProposal, ActivityFactsRow>): Promise<ProposalReceipt> {
    return this.proposals.submit(call);
  }

  @Route(createDraft)
  @Policy(mayBegin('propose'), activityFacts)
  createDraft(call: ActorCall<typeof createDraft, ActivityFactsRow>): Promise<ProposalDraft> {
    return this.drafts.create(call);
  }

  @Route(listDrafts)
  @Policy(mySelf, activityFacts)
  listDrafts(call: ActorCall<typeof listDrafts, ActivityFactsRow>): Promise<{ items: ProposalDraft[] }> {
    return this.drafts.list(call);
  }

  @Route(saveDraft)
  @Policy(ownDraft, contributionFacts)
  saveDraft(call: ActorCall<typeof saveDraft, ContributionFactsRow>): Promise<ProposalDraft> {
    return this.drafts.save(call);
  }

  @Route(discardDraft)
  @Policy(ownDraft, contributionFacts)
  discardDraft(call: ActorCall<typeof discardDraft, ContributionFactsRow>): Promise<void> {
    return this.drafts.discard(call);
  }

  @Route(readEditableProposal)
  @Policy(authorOnly, contributionFacts)
  readEditable(call: ActorCall<typeof readEditableProposal, ContributionFactsRow>): Promise<EditableProposal> {
    return this.drafts.readEditable(call);
  }

  @Route(editProposal)
  @Policy(mayEdit, contributionFacts)
  @Faults(furtherFaults)
  edit(call: ActorCall<typeof editProposal, ContributionFactsRow>): Promise<ProposalReceipt> {
    return this.proposals.edit(call);
  }

  @Route(withdrawProposal)
  @Policy(mayWithdraw, contributionFacts)
  withdraw(call: ActorCall<typeof withdrawProposal, ContributionFactsRow>): Promise<void> {
    return this.proposals.withdraw(call);
  }

  @Route(mergeProposal)
  @Policy(mayMerge, contributionFacts)
  merge(call: ActorCall<typeof mergeProposal, ContributionFactsRow>): Promise<void> {
    return this.merges.merge(call);
  }

  @Route(undoMerge)
  @Policy(mayUndoMerge, contributionFacts)
  undoMerge(call: ActorCall<typeof undoMerge, ContributionFactsRow>): Promise<void> {
    return this.merges.undo(call);
  }
}
