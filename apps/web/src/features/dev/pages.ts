import { page } from '../../platform/page.ts';

/** Pages for those who build the site; they answer 404 outside demo mode. */
export const pages = [
  page('/dev/ui', () => import('./pages/UiPage.tsx')),
];
