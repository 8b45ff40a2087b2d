import { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';
import type { ImportedTexts } from '../../core/activities/index.ts';
import { insertImportedProposals } from './import-texts.queries.ts';

/** Proposals of another platform, taken in bulk. */
export const proposalImports: ImportedTexts = {
  contributionKind: 'proposal',
  insert: insertImportedProposals,
  contentOf({ title, text, html, categoryId, lon, lat, address }, settings) {
    const category = ProposalSettings.parse(settings).categories.find((one) => one.id === categoryId)?.name ?? '';
    return { title, text, html, category, categoryId, areaId: null, point: lon === null || lat === null ? null : { lon, lat }, address, pictures: [] };
  },
};
