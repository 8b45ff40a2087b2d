import { page } from '../../platform/page.ts';

/** Addresses of contributions of every kind. */
export const pages = [page('/p/:key', () => import('./pages/ContributionPage.tsx'))];
