import { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';
import type { ImportedTexts } from '../../core/activities/index.ts';
import { insertImportedProposals } from './import-texts.queries.ts';
import { contentOf } from './proposals.service.ts';

/** Proposals of another platform, taken in bulk. */
export const proposalImports: ImportedTexts = {
  contributionKind: 'proposal',
  insert: insertImportedProposals,
  contentOf({ lon, lat, ...text }, settings) {
    const point = lon === null || lat === null ? null : { lon, lat };
    return contentOf({ ...text, areaId: null, point, pictures: [] }, ProposalSettings.parse(settings));
  },
};
