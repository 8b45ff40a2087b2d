import type { ComponentType } from 'react';
import type { DefaultError, FetchQueryOptions, QueryKey } from '@tanstack/react-query';
import type { Site } from '@parvis/shared/contracts/site.ts';
import type { Role } from '@parvis/shared/rules/words.ts';

/** What `queryOptions(…)` makes; the loader runs it, the page reads it with `useSuspenseQuery`. */
export type PageQuery = { readonly queryKey: QueryKey };

/** Where the reader is. `params` are the `:name` parts of the page's path, decoded. */
export interface Place {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly site: Site;
}

/** What a loader may use besides the place: `fetch` answers a query at once, for the rare query that needs another's answer. */
export interface LoadContext extends Place {
  fetch<A, K extends QueryKey>(query: FetchQueryOptions<A, DefaultError, A, K>): Promise<A>;
  /** Names further modules (their `moduleId`) whose scripts the first view needs. */
  include(moduleIds: readonly (string | undefined)[]): void;
}

/** What a head may use besides the place: `read` gives the answer of a query that `load` named. */
export interface HeadContext extends Place {
  read<A, K extends QueryKey>(query: FetchQueryOptions<A, DefaultError, A, K>): A;
}

/** What search engines, tabs and shared links show. `image` is an address below the town's base or a whole one; without one, the town's own share picture stands for the page. */
export interface Head {
  readonly title: string;
  readonly description?: string;
  readonly image?: { readonly url: string; readonly alt: string } | null;
  /** True for pages that no search engine may list, and that no shared link shows a picture of: forms, accounts, desks, drafts, consultations of invited people. */
  readonly unlisted?: boolean;
  /** The consultation whose draft the page shows, if it does: the frame says so above the page. */
  readonly draftOf?: string | null;
  /** The address that counts, below the language, when several lead here. */
  readonly canonical?: string;
}

/**
 * A page, as its lazy module exports it by `export default definePage({ … })`.
 * - `load` names the queries that must be there before the page shows; the server runs them in process and hands them over.
 *   A refusal of one becomes the designed page of its status (404, 401, 403…). `throw new Moved('/new/address')` redirects for ever.
 * - `needs` asks for a signed-in reader, or for one of these roles; others see why, with a link to sign in.
 * - `sharedSeconds` lets shared caches keep the page for visitors who are not signed in. Only for pages without a visitor's own order.
 */
export interface PageModule {
  /** For an address whose page depends on what lives there: finds the page that is shown instead of this one. */
  readonly delegate?: (context: LoadContext) => Promise<{ readonly default: PageModule; readonly moduleId?: string }>;
  readonly load?: (context: LoadContext) => readonly PageQuery[] | Promise<readonly PageQuery[]>;
  readonly head: (context: HeadContext) => Head;
  readonly Page: ComponentType;
  readonly needs?: 'account' | readonly Role[];
  readonly sharedSeconds?: number;
}

/** Gives a page module its type. */
export function definePage(page: PageModule): PageModule {
  return page;
}

/** One line of a feature's `pages.ts`: a path below the language, with `:name` parts, and its lazy module. */
export interface PageEntry {
  readonly path: string;
  readonly module: () => Promise<{ readonly default: PageModule; readonly moduleId?: string }>;
}

/** Declares an address: `page('/consultations/:slug', () => import('./pages/ConsultationPage.tsx'))`. */
export function page(path: string, module: PageEntry['module']): PageEntry {
  return { path, module };
}

/** Thrown by a loader: the page lives elsewhere for ever. `to` is a path below the language. */
export class Moved extends Error {
  constructor(readonly to: string) {
    super(`moved to ${to}`);
  }
}
