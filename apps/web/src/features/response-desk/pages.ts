import { page } from '../../platform/page.ts';

/** Where officials answer and follow their promises. */
export const pages = [
  page('/reponses', () => import('./pages/DeskHomePage.tsx')),
  page('/reponses/:slug', () => import('./pages/WaitingPage.tsx')),
  page('/reponses/:slug/nouvelle', () => import('./pages/ComposePage.tsx')),
  page('/reponses/:slug/preparees', () => import('./pages/PreparedPage.tsx')),
  page('/reponses/:slug/preparees/:responseId', () => import('./pages/ComposePage.tsx')),
  page('/reponses/:slug/engagements', () => import('./pages/FollowUpPage.tsx')),
];
