import { page } from '../../platform/page.ts';

/** Answers and promises: of a consultation, and of the whole town. */
export const pages = [
  page('/consultations/:slug/reponses', () => import('./pages/AnswersPage.tsx')),
  page('/consultations/:slug/reponses/attendues', () => import('./pages/AwaitedPage.tsx')),
  page('/engagements', () => import('./pages/CommitmentsPage.tsx')),
];
