import { siteKinds } from './pages.ts';
import type { ActivityScreens } from './site-kind.ts';

const loaded = new Map<string, ActivityScreens>();

/**
 * Loads the screens of some kinds, for a page's loader; hand the result to `include`, so that their scripts are in the first view.
 * Kinds that this site does not know are left out.
 */
export async function loadScreens(kinds: readonly string[]): Promise<(string | undefined)[]> {
  return Promise.all(
    [...new Set(kinds)]
      .filter((kind) => siteKinds[kind])
      .map(async (kind) => {
        const { screens, moduleId } = await siteKinds[kind]!.screens();
        loaded.set(kind, screens);
        return moduleId;
      }),
  );
}

/** For a loader whose page will show it: has a part of each kind's screens there before rendering. After `loadScreens`. */
export async function loadPart(kinds: readonly string[], part: 'Result' | 'SettingsFields'): Promise<void> {
  await Promise.all([...new Set(kinds)].map((kind) => loaded.get(kind)?.[part]?.preload?.()));
}

/** The screens of a kind that the page's loader has loaded; null for a kind that this site does not know. */
export function screensOf(kind: string): ActivityScreens | null {
  return loaded.get(kind) ?? null;
}
