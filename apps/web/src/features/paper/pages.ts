import { page } from '../../platform/page.ts';

/** The counter, where an agent enters what came in on paper, and the form that people print. */
export const pages = [
  page('/guichet', () => import('./pages/CounterPage.tsx')),
  page('/guichet/lots/:batchId', () => import('./pages/BatchPage.tsx')),
  page('/consultations/:slug/papier', () => import('./pages/PaperFormPage.tsx')),
];
