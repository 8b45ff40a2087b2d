import type { Site } from '@parvis/shared/contracts/site.ts';
import { escapeHtml } from '@parvis/shared/rules/escape-html.ts';
import { LANG } from '../platform/lang.ts';
import type { Head } from '../platform/page.ts';
import { firstView, type Assets } from './assets.ts';
import { titleOf, wholeAddress } from './head.ts';
import { twinsOf } from './twins.ts';

interface DocumentInput {
  readonly site: Site;
  readonly path: string;
  readonly head: Head;
  readonly body: string;
  readonly state: unknown;
  readonly assets: Assets;
  readonly moduleIds: readonly string[];
  readonly themeVersion: string;
}

function meta(attribute: 'name' | 'property', key: string, content: string | undefined): string {
  return content ? `<meta ${attribute}="${key}" content="${escapeHtml(content)}">` : '';
}

function link(rel: string, href: string, rest = ''): string {
  return `<link rel="${rel}" href="${escapeHtml(href)}"${rest}>`;
}

/** An address as other sites need it: whole. */
function whole(site: Site, url: string): string {
  return /^https?:/.test(url) ? url : `${site.origin}${url.startsWith(site.base) ? '' : site.base}${url}`;
}

/** What a shared link shows: the page's own picture, or the town's; none for what search engines may not list, drafts and invited consultations among it. */
function pictureOf({ site, head, themeVersion }: DocumentInput): { readonly url: string; readonly alt: string } | null {
  if (head.unlisted || !site.town) return null;
  const { name, tagline } = site.town;
  return head.image ?? { url: `${site.base}/share.png?v=${themeVersion}`, alt: tagline ? `${name} – ${tagline}` : name };
}

/**
 * The page as HTML. Styles and one font come first, the text next, the data and the scripts last: an old phone shows text before
 * any script runs. No inline script, no style attribute: the policy allows neither.
 */
export function documentOf(input: DocumentInput): string {
  const { site, path, head, body, state, assets, moduleIds, themeVersion } = input;
  const view = firstView(assets, moduleIds);
  const title = escapeHtml(titleOf(head, site));
  const address = wholeAddress(site, LANG, head.canonical ?? path);
  const languages = site.town?.languages ?? [LANG];
  const ownPath = head.canonical ?? path;
  const picture = pictureOf(input);
  return [
    `<!doctype html><html lang="${LANG}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${title}</title>`,
    view.font ? link('preload', view.font, ' as="font" type="font/woff2" crossorigin') : '',
    link('stylesheet', view.style),
    link('stylesheet', `${site.base}/theme.css?v=${themeVersion}`),
    `<meta name="description" content="${escapeHtml(head.description ?? '')}">`,
    head.unlisted ? '<meta name="robots" content="noindex">' : '',
    link('canonical', address),
    ...languages.map((language) => link('alternate', wholeAddress(site, language, ownPath), ` hreflang="${language}"`)),
    languages.length > 1 ? link('alternate', wholeAddress(site, languages[0]!, ownPath), ' hreflang="x-default"') : '',
    ...(head.unlisted ? [] : twinsOf(ownPath)).map(({ type, path: twin }) =>
      link('alternate', wholeAddress(site, LANG, twin), ` type="${type}"`),
    ),
    meta('property', 'og:title', head.title || site.town?.name),
    meta('property', 'og:description', head.description),
    meta('property', 'og:url', address),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', site.town?.name),
    meta('property', 'og:locale', LANG === 'fr' ? 'fr_FR' : 'en_GB'),
    meta('property', 'og:image', picture ? whole(site, picture.url) : undefined),
    meta('property', 'og:image:alt', picture?.alt),
    meta('name', 'twitter:card', picture ? 'summary_large_image' : 'summary'),
    meta('name', 'theme-color', site.town?.accent),
    '<meta name="color-scheme" content="light dark">',
    link('icon', `${site.base}/favicon.svg?v=${themeVersion}`, ' type="image/svg+xml"'),
    link('manifest', `${site.base}/site.webmanifest`),
    `</head><body><div id="page">${body}</div>`,
    `<script type="application/json" id="etat">${JSON.stringify(state).replaceAll('<', '\\u003c')}</script>`,
    ...view.preloads.map((file) => link('modulepreload', file)),
    `<script type="module" src="${view.script}"></script></body></html>`,
  ].join('');
}
