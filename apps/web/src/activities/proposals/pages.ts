import { page } from '../../platform/page.ts';
import type { SiteKind } from '../site-kind.ts';
import { writeAddress } from './addresses.ts';

/** Calls for proposals: the list, the page of a proposal, and the pages on which one is written, changed and compared. */
export const proposals: SiteKind = {
  pages: {
    activity: () => import('./pages/ProposalsPage.tsx'),
    contributions: { proposal: () => import('./pages/ProposalPage.tsx') },
    more: [
      page('/consultations/:slug/:activity/proposer', () => import('./pages/WritePage.tsx')),
      page('/p/:key/modifier', () => import('./pages/EditPage.tsx')),
      page('/p/:key/versions', () => import('./pages/VersionsPage.tsx')),
    ],
    draft: (place, draftId) => `${writeAddress(place)}?brouillon=${draftId}`,
  },
  screens: () => import('./screens.tsx'),
};
