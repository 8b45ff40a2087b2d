import { siteKinds } from '../activities/pages.ts';
import type { PageEntry } from '../platform/page.ts';
import { pages as admin } from '../features/admin/pages.ts';
import { pages as adminMails } from '../features/admin-mails/pages.ts';
import { pages as town } from '../features/town/pages.ts';
import { pages as account } from '../features/account/pages.ts';
import { pages as adminConsultations } from '../features/admin-consultations/pages.ts';
import { pages as consultations } from '../features/consultations/pages.ts';
import { pages as contributions } from '../features/contributions/pages.ts';
import { pages as dev } from '../features/dev/pages.ts';
import { pages as notifications } from '../features/notifications/pages.ts';
import { pages as legal } from '../features/legal/pages.ts';
import { pages as openData } from '../features/open-data/pages.ts';
import { pages as results } from '../features/results/pages.ts';
import { pages as responseDesk } from '../features/response-desk/pages.ts';
import { pages as paper } from '../features/paper/pages.ts';
import { pages as imports } from '../features/imports/pages.ts';
import { pages as responses } from '../features/responses/pages.ts';
import { pages as setup, pagesWithoutTown } from '../features/setup/pages.ts';
import { pages as moderation } from '../features/moderation/pages.ts';
import { pages as myContributions } from '../features/my-contributions/pages.ts';

/** Every page of the site, one line per feature; the most exact path wins, whatever the order. */
export const routes: readonly PageEntry[] = [
  ...Object.values(siteKinds).flatMap((kind) => kind.pages.more),
  ...account,
  ...adminConsultations,
  ...admin,
  ...adminMails,
  ...town,
  ...consultations,
  ...contributions,
  ...dev,
  ...notifications,
  ...legal,
  ...setup,
  ...responseDesk,
  ...responses,
  ...results,
  ...openData,
  ...moderation,
  ...myContributions,
  ...imports,
  ...paper,
];

/** The pages of an installation that has no town, or at an address that belongs to none. */
export const routesWithoutTown: readonly PageEntry[] = [...pagesWithoutTown, ...setup];
