import fc from 'fast-check';
import { rankProposals } from './count.ts';

const proposals = fc.uniqueArray(
  fc.record({ number: fc.integer({ min: 1, max: 1_000 }), title: fc.string(), supports: fc.integer({ min: 0, max: 20 }) }),
  { selector: (one) => one.number },
);

test('equal supports share a rank and the next rank is skipped', () => {
  const { ranking } = rankProposals([
    { number: 3, title: 'c', supports: 5 },
    { number: 1, title: 'a', supports: 9 },
    { number: 2, title: 'b', supports: 5 },
    { number: 4, title: 'd', supports: 1 },
  ]);
  expect(ranking.map(({ rank, number }) => [rank, number])).toEqual([
    [1, 1],
    [2, 2],
    [2, 3],
    [4, 4],
  ]);
});

test('the order in which proposals are read changes nothing', () =>
  fc.assert(
    fc.property(proposals, (list) => {
      expect(rankProposals([...list].reverse())).toEqual(rankProposals(list));
    }),
  ));

test('nobody is ranked behind somebody with fewer supports', () =>
  fc.assert(
    fc.property(proposals, (list) => {
      const { ranking } = rankProposals(list);
      for (const one of ranking) expect(one.rank).toBe(1 + list.filter((other) => other.supports > one.supports).length);
    }),
  ));
