export { ProposalsModule } from './proposals.module.ts';
export { ProposalsService } from './proposals.service.ts';
