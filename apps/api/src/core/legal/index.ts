export { LegalModule } from './legal.module.ts';
export { LegalService, type LegalAuthor } from './legal.service.ts';
export { LegalPagesIncomplete } from './legal.errors.ts';
export { missingForOpening, requireLegalPages } from './missing.ts';
export { writeLegalTemplates } from './legal-drafts.ts';
export { readRules } from './rules.queries.ts';
export { ruleWords } from './rule-words.queries.ts';
