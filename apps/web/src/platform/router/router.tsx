import { createContext, useContext, useMemo, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent, type ReactNode, type Ref } from 'react';
import type { History } from './history.ts';
import { resolve, type Location, type To } from './location.ts';

const HistoryContext = createContext<History | null>(null);
const LocationContext = createContext<Location | null>(null);
const ParamsContext = createContext<Readonly<Record<string, string | undefined>>>({});

/** Gives a history to everything below it. */
export const HistoryProvider = HistoryContext.Provider;

/** Says which place the parts below it show: while the next page is fetched, the one being read. */
export const LocationProvider = LocationContext.Provider;

/** Gives a page the values of its address's `:name` parts. */
export const ParamsProvider = ParamsContext.Provider;

function useHistory(): History {
  const history = useContext(HistoryContext);
  if (!history) throw new Error('A link needs a HistoryProvider above it.');
  return history;
}

/** Where the browser is by now, ahead of the page that is still shown. For the frame around the pages. */
export function useCurrentLocation(): Location {
  const { listen, read } = useHistory();
  return useSyncExternalStore(listen, read, read);
}

/** The place of the page in which this stands. */
export function useLocation(): Location {
  const location = useContext(LocationContext);
  if (!location) throw new Error('useLocation needs a LocationProvider above it.');
  return location;
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
  const history = useHistory();
  return useMemo(() => (to, options) => history.go(resolve(to, history.read()), options), [history]);
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: To;
  /** Has the browser fetch the page anew. */
  reload?: boolean;
  children?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link within the site: without a script it is a plain link, with one the page changes in place. */
export function Link({ to, reload = false, onClick, ...rest }: LinkProps) {
  const history = useHistory();
  const address = resolve(to, useLocation());
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const isOurs = event.button === 0 && !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey);
    if (event.defaultPrevented || reload || !isOurs || (rest.target && rest.target !== '_self')) return;
    event.preventDefault();
    history.go(address);
  };
  return <a {...rest} href={history.base + address} onClick={follow} />;
}
