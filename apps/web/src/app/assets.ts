/** One entry of Vite's manifest, as far as we read it. */
interface ManifestChunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
}

/** Vite's client manifest: module id to built files. */
export type Assets = Readonly<Record<string, ManifestChunk>>;

const entry = 'src/app/entry-client.tsx';

/** The files of a first view, as absolute addresses. */
export interface FirstView {
  readonly script: string;
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
  readonly font: string | undefined;
}

/** What the browser needs first for a page: the entry, the page's own modules, and everything these import. */
export function firstView(assets: Assets, moduleIds: readonly string[]): FirstView {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (id: string): void => {
    const chunk = assets[id];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
    for (const style of chunk.css ?? []) styles.add(style);
  };
  for (const style of assets[entry]?.css ?? []) styles.add(style); // it declares the order of the layers, so nothing may come before it
  visit(entry);
  for (const id of moduleIds) visit(id);
  const [script, ...preloads] = [...scripts].map((file) => `/${file}`);
  const font = Object.values(assets).flatMap((chunk) => [chunk.file, ...(chunk.assets ?? [])]).find((file) => /public-sans-latin-wght-normal.*\.woff2$/.test(file));
  return { script: script ?? '', preloads, styles: [...styles].map((file) => `/${file}`), font: font && `/${font}` };
}
