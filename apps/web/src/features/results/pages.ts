import { page } from '../../platform/page.ts';

/** What a consultation came to, in figures. */
export const pages = [page('/consultations/:slug/resultats', () => import('./pages/ResultsPage.tsx'))];
