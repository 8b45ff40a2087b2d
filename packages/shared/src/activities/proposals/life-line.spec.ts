import fc from 'fast-check';
import { lifeLine, type LifeResponse } from './life-line.ts';

const tree: LifeResponse = {
  status: 'accepted',
  publishedAt: '2026-11-09T10:00:00Z',
  commitments: [
    {
      title: 'Douze arbres',
      dueOn: '2027-11-30',
      state: 'under-way',
      milestones: [
        { title: 'Étude des réseaux', dueOn: '2027-01-15', doneOn: null },
        { title: 'Vote du budget', dueOn: '2026-12-01', doneOn: '2026-12-03' },
      ],
    },
  ],
};
const words = (responses: LifeResponse[]) =>
  lifeLine('2026-10-14T09:00:00Z', '2026-11-28', responses).map(
    (step) => `${step.kind}${step.title && ` ${step.title}`}${step.done ? ' ✓' : ''}`,
  );

test('a new proposal waits for study and answer', () => expect(words([])).toEqual(['deposited ✓', 'studied', 'answered']));
test('an answer that promises something leads to delivery, what is done first', () =>
  expect(words([tree])).toEqual([
    'deposited ✓',
    'answered ✓',
    'milestone Vote du budget ✓',
    'milestone Étude des réseaux',
    'commitment Douze arbres',
  ]));
test('"under study" is a step, not the answer', () =>
  expect(words([{ status: 'under-study', publishedAt: '2026-11-02T08:00:00Z', commitments: [] }])).toEqual([
    'deposited ✓',
    'studied ✓',
    'answered',
  ]));
test('the answer’s day is the promised one until it is given', () =>
  expect(lifeLine('2026-10-14T09:00:00Z', '2026-11-28', []).at(-1)!.on).toBe('2026-11-28'));

const day = fc.integer({ min: 0, max: 700 }).map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10));
const commitment = fc.record({
  title: fc.string(),
  dueOn: day,
  state: fc.constantFrom('planned' as const, 'under-way' as const, 'done' as const, 'abandoned' as const),
  milestones: fc.array(fc.record({ title: fc.string(), dueOn: day, doneOn: fc.option(day) }), { maxLength: 4 }),
});
test('nothing undone ever stands before something done among promises', () =>
  fc.assert(
    fc.property(fc.array(commitment, { maxLength: 4 }), (commitments) => {
      const promises = lifeLine('2026-10-14', '2026-11-28', [{ status: 'accepted', publishedAt: '2026-11-09', commitments }]).slice(2);
      const firstUndone = promises.findIndex((step) => !step.done);
      expect(firstUndone < 0 || promises.slice(firstUndone).every((step) => !step.done)).toBe(true);
    }),
  ));
