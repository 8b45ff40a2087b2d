import { createHash } from 'node:crypto';
import type { TownView } from '@parvis/shared/contracts/site.ts';
import { themeOf, type AccentColours } from '@parvis/shared/rules/theme.ts';

function tokens({ accent, accentInk, accentSoft, accentLine }: AccentColours): string {
  return `--accent:${accent};--accent-ink:${accentInk};--accent-soft:${accentSoft};--accent-line:${accentLine}`;
}

/** The town's stylesheet: its accent in both schemes, and nothing else. Loaded after the site's own. */
export function themeCss(accent: string): string {
  const { light, dark } = themeOf(accent);
  return `:root{${tokens(light)}}@media (prefers-color-scheme: dark){:root{${tokens(dark)}}}`;
}

/** A shield in the town's colour, until it has arms of its own. */
export function faviconSvg(accent: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 38 44"><path d="M2 2h34v22c0 9-7 15-17 18C9 39 2 33 2 24z" fill="${accent}"/><path d="M2 16h34v7H2z" fill="#faf8f3"/><circle cx="19" cy="9" r="4" fill="#e6b94a"/></svg>`;
}

/** Changes when the look of the town changes, so that browsers may keep what is made of it for ever. */
export function themeVersion(town: Pick<TownView, 'accent' | 'armsUrl' | 'name' | 'tagline'> | null): string {
  return createHash('sha256')
    .update(JSON.stringify(town && [town.accent, town.armsUrl, town.name, town.tagline]))
    .digest('hex')
    .slice(0, 10);
}
