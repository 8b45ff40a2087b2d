import { page } from '../../platform/page.ts';

/** The wizard of the first start. */
export const pages = [page('/installation', () => import('./pages/InstallationPage.tsx'))];

/** The front page where no town is. */
export const pagesWithoutTown = [page('/', () => import('./pages/WelcomePage.tsx'))];
