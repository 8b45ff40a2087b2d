import { page } from '../../platform/page.ts';

export const pages = [page('/compte/contributions', () => import('./pages/MyContributionsPage.tsx'))];
