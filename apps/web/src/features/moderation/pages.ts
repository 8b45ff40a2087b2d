import { page } from '../../platform/page.ts';

/** The desk, the public register, the form that flags, the author's statement of reasons. */
export const pages = [
  page('/moderation', () => import('./pages/DeskPage.tsx')),
  page('/moderation/registre', () => import('./pages/RegisterPage.tsx')),
  page('/p/:key/signaler', () => import('./pages/FlagPage.tsx')),
  page('/compte/decisions/:decisionId', () => import('./pages/StatementPage.tsx')),
];
