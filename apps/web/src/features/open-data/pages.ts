import { page } from '../../platform/page.ts';

/** What can be downloaded: of the town, and of each consultation. */
export const pages = [
  page('/donnees', () => import('./pages/TownDataPage.tsx')),
  page('/consultations/:slug/donnees', () => import('./pages/ConsultationDataPage.tsx')),
];
