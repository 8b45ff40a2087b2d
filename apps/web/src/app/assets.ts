/** One entry of Vite's manifest, as far as we read it. */
interface ManifestChunk {
  readonly file: string;
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
}

/** Vite's client manifest: module id to built files. */
export type Assets = Readonly<Record<string, ManifestChunk>>;

const entry = 'src/app/entry-client.tsx';
const sheet = 'style.css'; // all of the site's style is one file

/** The files of a first view, as absolute addresses. */
export interface FirstView {
  readonly script: string;
  readonly preloads: readonly string[];
  readonly style: string;
  readonly font: string | undefined;
}

/** What the browser needs first for a page: the entry, the page's own modules, and everything these import. */
export function firstView(assets: Assets, moduleIds: readonly string[]): FirstView {
  const scripts = new Set<string>();
  const visit = (id: string): void => {
    const chunk = assets[id];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  visit(entry);
  for (const id of moduleIds) visit(id);
  const [script, ...preloads] = [...scripts].map((file) => `/${file}`);
  const font = Object.values(assets)
    .flatMap((chunk) => [chunk.file, ...(chunk.assets ?? [])])
    .find((file) => /public-sans-latin-wght-normal.*\.woff2$/.test(file));
  return { script: script ?? '', preloads, style: `/${assets[sheet]?.file ?? ''}`, font: font && `/${font}` };
}
