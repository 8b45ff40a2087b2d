import type { Site } from '@parvis/shared/contracts/site.ts';
import { LANG } from '../platform/lang.ts';
import type { Head } from '../platform/page.ts';
import { firstView, type Assets } from './assets.ts';
import { titleOf, wholeAddress } from './head.ts';

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

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function meta(attribute: 'name' | 'property', key: string, content: string | undefined): string {
  return content ? `<meta ${attribute}="${key}" content="${escape(content)}">` : '';
}

function link(rel: string, href: string, rest = ''): string {
  return `<link rel="${rel}" href="${escape(href)}"${rest}>`;
}

/** An address as other sites need it: whole. */
function whole(site: Site, url: string): string {
  return /^https?:/.test(url) ? url : `${site.origin}${url.startsWith(site.base) ? '' : site.base}${url}`;
}

/**
 * The page as HTML. Styles and one font come first, the text next, the data and the scripts last: an old phone shows text before
 * any script runs. No inline script, no style attribute: the policy allows neither.
 */
export function documentOf({ site, path, head, body, state, assets, moduleIds, themeVersion }: DocumentInput): string {
  const view = firstView(assets, moduleIds);
  const title = escape(titleOf(head, site));
  const address = wholeAddress(site, LANG, head.canonical ?? path);
  const languages = site.town?.languages ?? [LANG];
  return [
    `<!doctype html><html lang="${LANG}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${title}</title>`,
    view.font ? link('preload', view.font, ' as="font" type="font/woff2" crossorigin') : '',
    ...view.styles.map((style) => link('stylesheet', style)),
    link('stylesheet', `${site.base}/theme.css?v=${themeVersion}`),
    `<meta name="description" content="${escape(head.description ?? '')}">`,
    head.unlisted ? '<meta name="robots" content="noindex">' : '',
    link('canonical', address),
    ...languages.map((language) => link('alternate', wholeAddress(site, language, head.canonical ?? path), ` hreflang="${language}"`)),
    ...(head.alternates ?? []).map(({ type, path: twin }) => link('alternate', wholeAddress(site, LANG, twin), ` type="${type}"`)),
    meta('property', 'og:title', head.title || site.town?.name),
    meta('property', 'og:description', head.description),
    meta('property', 'og:url', address),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', site.town?.name),
    meta('property', 'og:locale', LANG === 'fr' ? 'fr_FR' : 'en_GB'),
    meta('property', 'og:image', head.image ? whole(site, head.image.url) : undefined),
    meta('property', 'og:image:alt', head.image?.alt),
    meta('name', 'twitter:card', head.image ? 'summary_large_image' : 'summary'),
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
