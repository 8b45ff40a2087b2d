import { kinds } from './registry.ts';

test('kinds have names and actions of their own', () => {
  expect(new Set(kinds.map((kind) => kind.name)).size).toBe(kinds.length);
  for (const kind of kinds) expect(new Set(kind.actions).size).toBe(kind.actions.length);
});

test.each(kinds)('$name: its example is valid settings and stays the same when read again', (kind) => {
  const read = kind.settings.parse(JSON.parse(JSON.stringify(kind.example)));
  expect(read).toEqual(kind.example);
  expect(kind.settings.safeParse({ ...(kind.example as object), 'no-such-setting': 1 }).success).toBe(false);
});

test.each(kinds)('$name: settings offer no action that a phase could not open', (kind) => {
  expect(kind.actions).toEqual(expect.arrayContaining([...kind.offers(kind.example)]));
});

test.each(kinds)('$name: counting nothing is a result', (kind) => {
  expect(kind.result.safeParse(kind.count([], kind.example)).success).toBe(true);
});
