import { createContext, useContext } from 'react';
import type { Site, TownView, ViewerView } from '@parvis/shared/contracts/site.ts';
import type { Role } from '@parvis/shared/rules/words.ts';

const SiteContext = createContext<Site | null>(null);

/** Gives the page's site to everything below it. */
export const SiteProvider = SiteContext.Provider;

/** The town, the reader and the addresses with which this page was rendered. */
export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error('useSite needs a SiteProvider above it.');
  return site;
}

/** The town. For pages that exist in a town only. */
export function useTown(): TownView {
  const { town } = useSite();
  if (!town) throw new Error('This page needs a town.');
  return town;
}

/** Who is signed in, or null. */
export function useViewer(): ViewerView | null {
  return useSite().viewer;
}

/** Whether the reader holds one of `roles`; for showing links. What may be done is said by `allowed` of what was read. */
export function hasRole(viewer: ViewerView | null, ...roles: readonly Role[]): boolean {
  return viewer !== null && viewer.roles.some((role) => roles.includes(role));
}
