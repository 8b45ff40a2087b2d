import { page } from '../../platform/page.ts';

/** What administrators see first, and the town's journal. */
export const pages = [
  page('/admin', () => import('./pages/OverviewPage.tsx')),
  page('/admin/journal', () => import('./pages/JournalPage.tsx')),
];
