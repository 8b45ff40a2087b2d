import fc from 'fast-check';
import { inertCell, plainCell } from './inert-cell.ts';

const risky = fc.stringMatching(/^'{0,2}[ \t\u200b\ufeff]{0,3}[=+\-@＝]?[a-z0-9(]{0,6}$/);

test('no text becomes a formula in a spreadsheet', () => {
  expect(['=1+1', ' =1+1', '\t=1', '@SUM(A1)', '-2+3', '＝1', '\u200b=1'].map(inertCell)).toEqual([
    "'=1+1",
    "' =1+1",
    "'\t=1",
    "'@SUM(A1)",
    "'-2+3",
    "'＝1",
    "'\u200b=1",
  ]);
  expect(['Planter douze arbres', '', 'a=b', '12 rue du Port']).toEqual(
    ['Planter douze arbres', '', 'a=b', '12 rue du Port'].map(inertCell),
  );
});

test('whoever reads the file finds every text again as it was written', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), risky), (text) => {
      expect(plainCell(inertCell(text))).toBe(text);
      expect(inertCell(text)).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝]/u);
    }),
  ));
