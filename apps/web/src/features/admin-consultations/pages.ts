import { page } from '../../platform/page.ts';

/** Where administrators write, plan and publish consultations. */
export const pages = [
  page('/admin/consultations', () => import('./pages/ListPage.tsx')),
  page('/admin/consultations/nouvelle', () => import('./pages/NewPage.tsx')),
  page('/admin/consultations/:id', () => import('./pages/PresentationPage.tsx')),
  page('/admin/consultations/:id/demarches', () => import('./pages/ActivitiesPage.tsx')),
  page('/admin/consultations/:id/calendrier', () => import('./pages/CalendarPage.tsx')),
  page('/admin/consultations/:id/public', () => import('./pages/PeoplePage.tsx')),
  page('/admin/consultations/:id/publication', () => import('./pages/PublishPage.tsx')),
];
