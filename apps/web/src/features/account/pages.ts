import { page } from '../../platform/page.ts';

/** Having an account: from asking for one to leaving; and, for administrators, the people who work here. */
export const pages = [
  page('/compte', () => import('./pages/AccountPage.tsx')),
  page('/compte/inscription', () => import('./pages/RegisterPage.tsx')),
  page('/compte/confirmer', () => import('./pages/ConfirmPage.tsx')),
  page('/compte/connexion', () => import('./pages/SignInPage.tsx')),
  page('/compte/deconnexion', () => import('./pages/SignOutPage.tsx')),
  page('/compte/mot-de-passe-oublie', () => import('./pages/ForgottenPage.tsx')),
  page('/compte/reinitialiser', () => import('./pages/ResetPage.tsx')),
  page('/compte/second-facteur', () => import('./pages/SecondFactorPage.tsx')),
  page('/invitation/:token', () => import('./pages/InvitationPage.tsx')),
  page('/admin/personnes', () => import('./pages/StaffPage.tsx')),
];
