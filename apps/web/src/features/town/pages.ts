import { page } from '../../platform/page.ts';

/** Where an administrator sets what the town is and shows. */
export const pages = [page('/admin/commune', () => import('./pages/TownSettingsPage.tsx'))];
