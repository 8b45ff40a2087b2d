import { readFileSync } from 'node:fs';
import { contrast, themeOf } from '@parvis/shared/rules/theme.ts';

type Scheme = Readonly<Record<string, string>>;

/** The colours of a `:root` block, by token. */
function coloursOf(css: string): Scheme {
  return Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name!, colour!]));
}

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const schemes: readonly (readonly [string, Scheme])[] = [
  ['light', coloursOf(lightCss)],
  ['dark', coloursOf(darkCss)],
];

/** Every pair of words and ground that a piece uses. */
const words: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  ['ink', ['paper', 'card', 'accent-soft', 'neutral-soft', 'for-soft', 'against-soft', 'wait-soft', 'error-soft']],
  ['ink-soft', ['paper', 'card', 'neutral-soft', 'accent-soft']],
  ['accent', ['paper', 'card', 'accent-soft']],
  ['accent-ink', ['accent']],
  ['for', ['paper', 'card', 'for-soft']],
  ['against', ['paper', 'card', 'against-soft']],
  ['neutral', ['paper', 'card', 'neutral-soft']],
  ['wait', ['paper', 'card', 'wait-soft']],
  ['error', ['paper', 'card', 'error-soft']],
  ['paper', ['ink']],
  ['staff-ink', ['staff']],
];
const edges: readonly (readonly [line: string, grounds: readonly string[]])[] = [
  ['line-strong', ['paper', 'card']],
  ['error', ['card']],
  ['accent', ['card', 'paper']],
];

test.each(schemes)('words can be read on every ground they stand on, in the %s scheme', (_, scheme) => {
  for (const [ink, grounds] of words)
    for (const ground of grounds) expect([ink, ground, contrast(scheme[ink]!, scheme[ground]!) >= 4.5]).toEqual([ink, ground, true]);
});

test.each(schemes)('the edges of fields and buttons stand out, in the %s scheme', (_, scheme) => {
  for (const [line, grounds] of edges)
    for (const ground of grounds) expect([line, ground, contrast(scheme[line]!, scheme[ground]!) >= 3]).toEqual([line, ground, true]);
});

test('both schemes name the same colours, and the grounds are those with which accents are judged', () => {
  const [light, dark] = schemes.map(([, scheme]) => scheme) as [Scheme, Scheme];
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
  expect(themeOf(light['accent']!).light.accent).toBe(light['accent']);
});
