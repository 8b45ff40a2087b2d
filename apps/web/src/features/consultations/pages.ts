import { page } from '../../platform/page.ts';

/** The town's front page and its consultations, as everybody reads them. */
export const pages = [
  page('/consultations/:slug/:activity', () => import('./pages/ActivityPage.tsx')),
];
