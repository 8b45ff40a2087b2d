import type { Site } from '@parvis/shared/contracts/site.ts';
import { LANG } from '../platform/lang.ts';
import type { Head } from '../platform/page.ts';

/** The tab's title: the page, then the town. */
export function titleOf(head: Head, site: Site): string {
  const name = site.town?.name ?? 'Parvis';
  return head.title && head.title !== name ? `${head.title} – ${name}` : name;
}

/** The one whole address of a page in a language; `path` is below the language. */
export function wholeAddress(site: Site, language: string, path: string): string {
  return `${site.origin}${site.base}/${language}${path}`;
}

/** Follows a navigation in the browser; the first page's head was written by the server. */
export function showHead(head: Head, site: Site, path: string): void {
  document.title = titleOf(head, site);
  document.querySelector('meta[name="description"]')?.setAttribute('content', head.description ?? '');
  document.querySelector('link[rel="canonical"]')?.setAttribute('href', wholeAddress(site, LANG, head.canonical ?? path));
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"][hreflang]')) {
    link.href = wholeAddress(
      site,
      link.hreflang === 'x-default' ? (site.town?.languages[0] ?? LANG) : link.hreflang,
      head.canonical ?? path,
    );
  }
}
