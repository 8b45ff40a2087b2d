import { createContext, useContext, useMemo, type AnchorHTMLAttributes, type ReactNode, type Ref } from 'react';
import { Link as RouterLink, Router, useLocation as useRouterLocation, useRouter, type AroundNavHandler } from 'wouter';
import { useLocationProperty, usePathname, useSearch } from 'wouter/use-browser-location';
import { resolve, type Location, type To } from './location.ts';

const LocationContext = createContext<Location | null>(null);
const ParamsContext = createContext<Readonly<Record<string, string | undefined>>>({});

/** Says which place the parts below it show: while the next page is fetched, the one being read. */
export const LocationProvider = LocationContext.Provider;

/** Gives a page the values of its address's `:name` parts. */
export const ParamsProvider = ParamsContext.Provider;

/** The key of visits that no link of ours began: the first page, and anchors that the browser follows by itself. */
export const UNNAMED_VISIT = 'default';

const isServer = typeof document === 'undefined';
const hashHere = (): string => (isServer ? '' : location.hash);
const keyHere = (): string => (isServer ? UNNAMED_VISIT : ((history.state as { key?: string } | null)?.key ?? UNNAMED_VISIT));
const below = (base: string, path: string): string => path.slice(base.length) || '/';

/** The visit that a link or an act began last, until its page is shown. */
let begun: string | null = null;

/** Names each visit, and has a link to where one is already replace it, as browsers do. */
const nameVisit: AroundNavHandler = (navigate, to, { replace = new URL(to, location.href).href === location.href } = {}) => {
  begun = Math.random().toString(36).slice(2, 10);
  navigate(to, { replace, state: { key: begun } });
};

/** Notes that a visit is shown. @returns whether a link or an act began it; the browser's own buttons (and a reload) come back to one that was shown */
export function noteArrival({ key }: Location): boolean {
  if (key !== begun) return false;
  begun = null;
  return true;
}

interface SiteRouterProps {
  /** What stands before every address: the town's base and the language, `/t/saint-aubin/fr`. */
  base: string;
  /** On the server, the one place that is rendered, below `base`. */
  place?: Pick<Location, 'pathname' | 'search'>;
  children: ReactNode;
}

/** Gives the browser's history to everything below it. */
export function SiteRouter({ base, place, children }: SiteRouterProps) {
  return (
    <Router base={base} ssrPath={place && base + place.pathname} ssrSearch={place?.search} aroundNav={nameVisit}>
      {children}
    </Router>
  );
}

/** Where the browser is by now, ahead of the page that is still shown. For the frame around the pages. */
export function useCurrentLocation(): Location {
  const router = useRouter();
  const pathname = below(router.base, usePathname(router));
  const search = useSearch(router);
  const hash = useLocationProperty(hashHere, hashHere);
  const key = useLocationProperty(keyHere, keyHere);
  return useMemo(() => ({ pathname, search, hash, key }), [pathname, search, hash, key]);
}

/** The same before React starts, for the first page. */
export function firstLocation(base: string): Location {
  return { pathname: below(base, location.pathname), search: location.search, hash: hashHere(), key: keyHere() };
}

/** The place of the page in which this stands. */
export function useLocation(): Location {
  const shown = useContext(LocationContext);
  if (!shown) throw new Error('useLocation needs a LocationProvider above it.');
  return shown;
}

/** The values of the page's `:name` parts. */
export function useParams(): Readonly<Record<string, string | undefined>> {
  return useContext(ParamsContext);
}

/** The page's query, for reading. */
export function useQueryString(): URLSearchParams {
  const { search } = useLocation();
  return useMemo(() => new URLSearchParams(search), [search]);
}

/** Leads elsewhere, after an act. Links are for everything else. */
export function useNavigate(): (to: To, options?: { readonly replace?: boolean }) => void {
  const { pathname } = useLocation();
  const [, navigate] = useRouterLocation();
  return useMemo(() => (to, options) => navigate(resolve(to, { pathname }), options), [navigate, pathname]);
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: To;
  /** Has the browser fetch the page anew. */
  reload?: boolean;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link within the site: without a script it is a plain link, with one the page changes in place. */
export function Link({ to, reload = false, ...rest }: LinkProps) {
  const { base } = useRouter();
  const address = resolve(to, useLocation());
  return reload || rest.target ? <a {...rest} href={base + address} /> : <RouterLink {...rest} href={address} />;
}
