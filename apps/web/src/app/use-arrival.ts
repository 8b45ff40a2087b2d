import { useEffect, useRef } from 'react';
import type { Location } from '../platform/router/location.ts';
import { useNavigate } from '../platform/router/router.tsx';
import { useSite } from '../platform/site.tsx';
import { tellEarlyInput } from '../platform/early-input.ts';
import { showHead } from './head.ts';
import type { Prepared } from './prepare.ts';

let shownPath: string | null = null;

/** What a page change needs besides the page: title, place on the screen, focus for those who hear the page, redirects. */
export function useArrival(prepared: Prepared, location: Location): void {
  const site = useSite();
  const navigate = useNavigate();
  const settled = useRef('');
  useEffect(() => {
    if (prepared.moved !== null) {
      navigate(prepared.moved, { replace: true });
      return;
    }
    const visit = `${location.pathname}${location.search}${location.hash}`;
    const isFirst = shownPath === null;
    const isNewPath = shownPath !== location.pathname;
    shownPath = location.pathname;
    if (isFirst) {
      document.documentElement.dataset['live'] = '';
      tellEarlyInput();
    }
    if (isFirst || settled.current === visit) return;
    settled.current = visit;
    showHead(prepared.head, site, location.pathname);
    if (location.hash) {
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    } else if (isNewPath && location.how !== 'pop') {
      scrollTo(0, 0);
    }
    if (isNewPath) document.getElementById('contenu')?.focus({ preventScroll: true });
  }, [prepared, location, navigate, site]);
}
