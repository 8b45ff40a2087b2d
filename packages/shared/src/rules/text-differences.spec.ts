import fc from 'fast-check';
import { differencesOf, maxCompared, shortenSame } from './text-differences.ts';

const words = fc
  .array(fc.constantFrom('arbres', 'd’ombre', 'place', 'du', 'Marché', ' ', '\n', ',', 'été', '🌳'), { maxLength: 30 })
  .map((list) => list.join(' '));
const side = (parts: ReturnType<typeof differencesOf>, not: 'added' | 'removed') =>
  parts
    .filter((part) => part.change !== not)
    .map((part) => part.text)
    .join('');

test('a changed word is told as one removed and one added', () => {
  expect(differencesOf('Planter des arbres ici', 'Planter des tilleuls ici').filter((part) => part.change !== 'same')).toEqual([
    { change: 'removed', text: 'arbres' },
    { change: 'added', text: 'tilleuls' },
  ]);
});

test('both texts can be read back from their difference', () =>
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = differencesOf(before, after);
      expect([side(parts, 'added'), side(parts, 'removed')]).toEqual([before, after]);
    }),
  ));

test('equal texts have nothing changed, and a huge change is told whole', () => {
  expect(differencesOf('a b', 'a b')).toEqual([{ change: 'same', text: 'a b' }]);
  const huge = 'x '.repeat(maxCompared);
  expect(differencesOf(huge, 'y')).toEqual([
    { change: 'removed', text: huge },
    { change: 'added', text: 'y' },
  ]);
});

test('of a long text only the words around a change are shown, and every change stays', () => {
  const [start, end] = ['Au début, rien ne change. '.repeat(40), ' À la fin, rien ne change non plus.'.repeat(40)];
  const short = shortenSame(differencesOf(`${start}trois arbres${end}`, `${start}douze arbres${end}`), 40);
  expect(short.map((part) => part.change)).toEqual(['same', 'removed', 'added', 'same']);
  expect(short[0]!.text).toMatch(/^\[…\]\u00a0\S.{30,90}$/);
  expect(short[3]!.text).toMatch(/^ arbres.{30,90}\u00a0\[…\]$/);
  fc.assert(
    fc.property(words, words, fc.nat(50), (before, after, around) => {
      const parts = differencesOf(before, after);
      expect(shortenSame(parts, around).filter((part) => part.change !== 'same')).toEqual(parts.filter((part) => part.change !== 'same'));
    }),
  );
});
