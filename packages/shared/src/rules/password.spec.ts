import fc from 'fast-check';
import { isGuessable } from './password.ts';

test.each([
  'motdepasse123',
  'Motdepasse2026!',
  'azertyuiop12',
  'AZERTYUIOP1234',
  '123456789012',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'P@ssw0rd1234',
  'passwordpassword',
  'bonjourbonjour',
  '01/02/1980 01/02/1980',
  'abcdefghijkl',
  'qsdfghjklm12',
  'Marseille2024!',
  'doudouloulou12',
  'short',
  'iloveyou1234',
  'Juillet2026!!',
])('"%s" is refused as too easy', (password) => expect(isGuessable(password)).toBe(true));

test.each([
  'quatre chevaux verts au marché',
  'correct horse battery staple',
  'Lisse-brume-42-tilleul',
  'xK9#vTq2!mLw',
  'le pont neuf a douze arches',
  'Mon vélo rouge grince !',
  'MotDePasse-Solide-42',
])('"%s" is accepted', (password) => expect(isGuessable(password)).toBe(false));

test('a password made of one’s own name and address is refused', () => {
  expect(isGuessable('ines.benali2026', ['ines.benali@exemple.fr', 'Inès Benali'])).toBe(true);
  expect(isGuessable('Saint-Aubin-1234', ['Saint-Aubin-sur-Lisse'])).toBe(true);
});

test('repeating one short piece never makes a password good', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 12, max: 40 }), (piece, times) =>
      isGuessable(piece.repeat(times)),
    ),
  );
});

test('random letters and digits of sixteen characters nearly always pass', () => {
  const letters = fc.constantFrom(...'bcdfghjkmnpqrstvwxz23456789ACDEFGHJKLMNP');
  let refused = 0;
  fc.assert(
    fc.property(fc.array(letters, { minLength: 16, maxLength: 16 }), (all) => {
      refused += isGuessable(all.join('')) ? 1 : 0;
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(refused).toBeLessThan(30); // fast-check's own bias makes some of them repeat one letter
});
