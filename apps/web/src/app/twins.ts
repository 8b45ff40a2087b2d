/** Public pages whose JSON stands beside them, as apps/api/src/core/feeds/twins.service.ts serves it; the front page's has a name of its own. */
const withJson =
  /^\/(?:consultations|engagements|donnees|moderation\/registre|consultations\/[^/]+|consultations\/[^/]+\/[^/]+|consultations\/[^/]+\/reponses\/attendues|p\/\d+-[^/]*)$/;

/** The same page for machines: its JSON, and the Atom feed of its consultation or of the town. `path` is the page's own address below the language. */
export function twinsOf(path: string): { readonly type: string; readonly path: string }[] {
  const json = path === '/' ? '/accueil.json' : withJson.test(path) ? `${path}.json` : null;
  const [, slug] = /^\/consultations\/([^/]+)(?:\/|$)/.exec(path) ?? [];
  const feed = slug
    ? `/consultations/${slug}.atom`
    : path === '/' || path === '/consultations' || path === '/donnees'
      ? '/consultations.atom'
      : null;
  return [...(json ? [{ type: 'application/json', path: json }] : []), ...(feed ? [{ type: 'application/atom+xml', path: feed }] : [])];
}
