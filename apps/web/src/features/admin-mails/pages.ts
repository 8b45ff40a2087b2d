import { page } from '../../platform/page.ts';

/** How the town's mail fares. */
export const pages = [page('/admin/courriels', () => import('./pages/MailDeskPage.tsx'))];
