import fc from 'fast-check';
import { contrast, isReadableAccent, readableAccent, themeOf } from './theme.ts';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('black on white has the highest contrast, and the order does not matter', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a pale yellow is no accent, and the colour offered instead is one', () => {
  expect(isReadableAccent('#ffe97f')).toBe(false);
  expect(isReadableAccent(readableAccent('#ffe97f'))).toBe(true);
  expect(readableAccent('#0c5a54')).toBe('#0c5a54');
});

test('whatever a town chooses, words stay readable in both schemes', () =>
  fc.assert(
    fc.property(anyColour, (chosen) => {
      const { light, dark } = themeOf(chosen);
      for (const [one, other] of [
        [light.accent, '#faf8f3'],
        [light.accent, '#ffffff'],
        [light.accent, light.accentSoft],
        [light.accent, light.accentInk],
        ...['#eceef1', '#fdf1d8', '#e4f2ea', '#fbeae4', '#fcebe7'].map((soft) => [light.accent, soft] as const),
        ...['#2a313a', '#372a0d', '#15301f', '#3d1e16', '#431a14'].map((soft) => [dark.accent, soft] as const),
        [dark.accent, '#14181d'],
        [dark.accent, '#1c2229'],
        [dark.accent, dark.accentSoft],
        [dark.accent, dark.accentInk],
      ] as const)
        expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
    }),
  ));
