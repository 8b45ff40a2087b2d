import { useEffect, useRef } from 'react';
import type { Location } from '../platform/router/location.ts';
import { noteArrival, useNavigate } from '../platform/router/router.tsx';
import { useSite } from '../platform/site.tsx';
import { tellEarlyInput } from '../platform/early-input.ts';
import { showHead } from './head.ts';
import type { Prepared } from './prepare.ts';

/** What the address names, or else the title of the new page, takes the focus: it is read aloud, and the next Tab goes on from there. */
function takeFocus(hash: string): void {
  const target =
    (hash && document.getElementById(hash)) || document.querySelector<HTMLElement>('#contenu h1') || document.getElementById('contenu');
  if (target && target.tabIndex < 0) target.tabIndex = -1;
  target?.focus({ preventScroll: true });
}

/** Brings into sight what the address names. Some parts arrive after their page: waited for five seconds, unless the reader does something. */
function showPart(id: string): void {
  const shown = document.getElementById(id);
  if (shown) return shown.scrollIntoView();
  const watch = new MutationObserver(() => {
    const late = document.getElementById(id);
    if (!late) return;
    watch.disconnect();
    late.scrollIntoView();
    takeFocus(id);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  const stop = (): void => watch.disconnect();
  for (const act of ['wheel', 'pointerdown', 'keydown']) addEventListener(act, stop, { once: true });
  setTimeout(stop, 5_000);
}

let shownPath: string | null = null;

/** What a page change needs besides the page: title, place on the screen, focus for those who hear the page, redirects. */
export function useArrival(prepared: Prepared, location: Location): void {
  const site = useSite();
  const navigate = useNavigate();
  const settled = useRef('');
  useEffect(() => {
    if (prepared.moved !== null) {
      navigate(prepared.moved.includes('#') ? prepared.moved : `${prepared.moved}${location.hash}`, { replace: true });
      return;
    }
    const visit = `${location.pathname}${location.search}${location.hash}`;
    const isFirst = shownPath === null;
    const isNewVisit = noteArrival(location);
    const isNewPath = shownPath !== location.pathname;
    shownPath = location.pathname;
    if (isFirst) {
      document.documentElement.dataset['live'] = '';
      tellEarlyInput();
    }
    if (isFirst || settled.current === visit) return;
    settled.current = visit;
    showHead(prepared.head, site, location.pathname);
    const hash = decodeURIComponent(location.hash.slice(1));
    if (hash) {
      showPart(hash);
    } else if (isNewPath && isNewVisit) {
      scrollTo(0, 0);
    }
    if (isNewPath) takeFocus(hash);
  }, [prepared, location, navigate, site]);
}
