import { page } from '../../platform/page.ts';

/** The town's front page and its consultations, as everybody reads them. */
export const pages = [
  page('/', () => import('./front/FrontPage.tsx')),
  page('/consultations', () => import('./front/ConsultationsPage.tsx')),
  page('/consultations/:slug', () => import('./pages/ConsultationPage.tsx')),
  page('/consultations/:slug/historique', () => import('./record/HistoryPage.tsx')),
  page('/consultations/:slug/:activity', () => import('./pages/ActivityPage.tsx')),
];
