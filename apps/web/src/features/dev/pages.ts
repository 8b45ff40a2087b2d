import { page } from '../../platform/page.ts';

/** Pages for those who build or try the site; they answer 404 outside demo mode. */
export const pages = [
  page('/dev/ui', () => import('./pages/UiPage.tsx')),
  page('/dev/mail', () => import('./pages/MailboxPage.tsx')),
  page('/dev/mail/:mailId', () => import('./pages/MailPage.tsx')),
];
