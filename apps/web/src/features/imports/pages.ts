import { page } from '../../platform/page.ts';

/** Where an administrator brings in consultations held on other platforms. */
export const pages = [
  page('/admin/imports', () => import('./pages/ImportsPage.tsx')),
  page('/admin/imports/:importId', () => import('./pages/ImportPage.tsx')),
];
