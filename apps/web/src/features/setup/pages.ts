import { page } from '../../platform/page.ts';

/** The wizard of the first start. */
export const pages = [
  page('/installation', () => import('./pages/InstallationPage.tsx')),
];
