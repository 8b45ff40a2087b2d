/** A colour as `#rrggbb`, lower case. */
export type Hex = string;

/** The four colours of a scheme that follow from the town's accent. */
export interface AccentColours {
  readonly accent: Hex;
  /** Text on the accent. */
  readonly accentInk: Hex;
  /** A ground on which the accent is text. */
  readonly accentSoft: Hex;
  /** Edges and quieter parts of pictures. */
  readonly accentLine: Hex;
}

/** Grounds of apps/web/src/ui/tokens.css on which the accent stands. */
const light = { paper: '#faf8f3', card: '#ffffff', ink: '#1b2430' } as const;
const dark = { paper: '#14181d', card: '#1c2229' } as const;
/** Soft grounds of notices and chips, on which links stand too: neutral, wait, for, against, error. */
const softLight = ['#eceef1', '#fdf1d8', '#e4f2ea', '#fbeae4', '#fcebe7'] as const;
const softDark = ['#2a313a', '#372a0d', '#15301f', '#3d1e16', '#431a14'] as const;

function channels(hex: Hex): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Source: WCAG 2.2, definition of relative luminance. */
function luminance(hex: Hex): number {
  const [r, g, b] = channels(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Contrast of two colours, from 1 to 21, in either order. Source: WCAG 2.2, definition of contrast ratio. */
export function contrast(one: Hex, other: Hex): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** `share` of `one` (0 to 1) in `other`, channel by channel. */
export function mix(one: Hex, other: Hex, share: number): Hex {
  const [a, b] = [channels(one), channels(other)];
  return `#${a
    .map((channel, at) =>
      Math.round(channel * share + b[at]! * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The same hue, `share` (0 to 1) of the way to white; at most half as strong as can be, since full colours glare on a dark ground. Source: CSS Color 4, hsl(). */
function lighten(hex: Hex, share: number): Hex {
  const [r, g, b] = channels(hex).map((channel) => channel / 255) as [number, number, number];
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const [chroma, middle] = [high - low, (high + low) / 2];
  const sixth = chroma === 0 ? 0 : high === r ? (g - b) / chroma + 6 : high === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
  const strength = chroma === 0 ? 0 : Math.min(0.5, chroma / (1 - Math.abs(2 * middle - 1)));
  const lightness = middle + (1 - middle) * share;
  const reach = strength * Math.min(lightness, 1 - lightness);
  return `#${[0, 8, 4]
    .map((offset) => {
      const turn = (offset + sixth * 2) % 12;
      return Math.round((lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))) * 255)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;
}

/** The least contrast of the accent with the grounds on which it is text; a town's accent needs 4.5 (WCAG 2.2, 1.4.3). */
export function accentContrast(accent: Hex): number {
  return Math.min(...[light.paper, light.card, ...softLight].map((ground) => contrast(accent, ground)));
}

/** Whether links and buttons in this colour can be read. */
export function isReadableAccent(accent: Hex): boolean {
  return accentContrast(accent) >= 4.5;
}

/** The nearest darker colour that is readable, to be offered to whoever chose one that is not. */
export function readableAccent(accent: Hex): Hex {
  return firstOf((share) => mix(accent, '#000000', 1 - share), isReadableAccent);
}

/** The first of 101 steps from 0 to 1 that `holds`; the last step when none does. */
function firstOf(at: (share: number) => Hex, holds: (colour: Hex) => boolean): Hex {
  for (let step = 0; step < 100; step += 1) if (holds(at(step / 100))) return at(step / 100);
  return at(1);
}

/**
 * What follows from a town's accent in both schemes. In the light one it is taken as it is (made readable if an old one is not); in
 * the dark one its hue is lightened until it can be read on cards and on its own soft ground.
 */
export function themeOf(chosen: Hex): { readonly light: AccentColours; readonly dark: AccentColours } {
  const accent = readableAccent(chosen);
  const darkSoft = mix(accent, dark.card, 0.3);
  const darkAccent = firstOf(
    (share) => lighten(accent, share),
    (colour) =>
      contrast(colour, dark.card) >= 6 &&
      contrast(colour, dark.paper) >= 6 &&
      contrast(colour, darkSoft) >= 4.8 &&
      softDark.every((ground) => contrast(colour, ground) >= 4.5),
  );
  return {
    light: {
      accent,
      accentInk: contrast(accent, '#ffffff') >= 4.5 ? '#ffffff' : light.ink,
      accentSoft: firstOf(
        (share) => mix(accent, light.card, 0.12 * (1 - share)),
        (colour) => contrast(accent, colour) >= 4.5,
      ),
      accentLine: mix(accent, light.card, 0.4),
    },
    dark: {
      accent: darkAccent,
      accentInk: mix(accent, '#000000', 0.25),
      accentSoft: darkSoft,
      accentLine: mix(darkAccent, dark.card, 0.5),
    },
  };
}
