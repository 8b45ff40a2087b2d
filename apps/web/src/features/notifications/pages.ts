import { page } from '../../platform/page.ts';

export const pages = [
  page('/compte/notifications', () => import('./pages/PreferencesPage.tsx')),
  page('/desinscription/:token', () => import('./pages/UnsubscribePage.tsx')),
];
