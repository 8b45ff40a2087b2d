export { ProposalsModule } from './proposals.module.ts';
export { ProposalsService, type Deposit } from './proposals.service.ts';
export { cleanProposal, type ProposalText, type TypedProposal } from './proposal-text.ts';
