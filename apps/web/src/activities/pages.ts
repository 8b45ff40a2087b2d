import { proposals } from './proposals/pages.ts';
import type { SiteKind } from './site-kind.ts';

/** Every way of taking part, by the code of its kind: one line each. */
export const siteKinds: Readonly<Record<string, SiteKind>> = {
  proposals,
};
