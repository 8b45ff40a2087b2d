import { LANG } from '../../platform/lang.ts';
import { useSite } from '../../platform/site.tsx';
import { sayAfterLoad } from '../../ui/Toast.tsx';

/** The path to come back to, as an address carries it (`retour`), or `fallback`; only a path of this site is followed. */
export function backOf(search: URLSearchParams, fallback = '/'): string {
  const back = search.get('retour') ?? '';
  return /^\/(?![/\\])[^\s\\]*$/.test(back) ? back : fallback;
}

/** The same address with its `retour` kept, for links between these pages. */
export function withBack(path: string, search: URLSearchParams): string {
  const back = backOf(search, '');
  return back ? `${path}?retour=${encodeURIComponent(back)}` : path;
}

/** Goes to a page by loading it anew: who reads has changed, and the server's first view must know it. `words` are said there. */
export function useArriveAt(): (path: string, words?: string) => void {
  const { base } = useSite();
  return (path, words) => {
    if (words) sayAfterLoad(words);
    location.assign(`${base}/${LANG}${path}`);
  };
}
