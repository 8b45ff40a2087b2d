import { page } from '../../platform/page.ts';

/** What stands in every footer, and where its administrator writes it. */
export const pages = [
  page('/mentions-legales', () => import('./pages/LegalNoticePage.tsx')),
  page('/donnees-personnelles', () => import('./pages/PrivacyPage.tsx')),
  page('/accessibilite', () => import('./pages/AccessibilityPage.tsx')),
  page('/conditions', () => import('./pages/TermsPage.tsx')),
  page('/regles-de-moderation', () => import('./pages/RulesPage.tsx')),
  page('/admin/pages-legales', () => import('./pages/LegalAdminPage.tsx')),
  page('/admin/pages-legales/:page', () => import('./pages/LegalEditPage.tsx')),
  page('/admin/regles', () => import('./pages/RulesEditPage.tsx')),
];
