import fc from 'fast-check';
import { isBefore, isWithin, openingsOf, type PlannedOpening, type PlannedPhase } from './openings.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 9, 1) + n * 86_400_000).toISOString();
const phase = fc
  .record({
    id: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
    start: fc.integer({ min: 0, max: 100 }),
    length: fc.option(fc.integer({ min: 1, max: 60 })),
  })
  .map(({ id, start, length }): PlannedPhase => ({ id, startsAt: day(start), endsAt: length === null ? null : day(start + length) }));
const phases = fc.uniqueArray(phase, { selector: (one) => one.id, minLength: 1, maxLength: 4 });
const planned = fc.array(
  fc.record({
    phaseId: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
    activityId: fc.constantFrom('a', 'b'),
    action: fc.constantFrom('propose', 'support', 'comment'),
    minLevel: fc.constantFrom(0, 1, 2, 3, 4),
  }) as fc.Arbitrary<PlannedOpening>,
  { maxLength: 12 },
);
const offers = fc
  .record({ a: fc.subarray(['propose', 'support', 'comment']), b: fc.subarray(['propose', 'support']) })
  .map((one) => new Map(Object.entries(one)));
const moment = fc.integer({ min: -5, max: 170 }).map((n) => day(n));

test('proposing opens with the phase and ends at the very moment when it ends', () => {
  const [opening] = openingsOf(
    [{ id: 'p1', startsAt: day(0), endsAt: day(10) }],
    [{ phaseId: 'p1', activityId: 'a', action: 'propose', minLevel: 1 }],
    new Map([['a', ['propose']]]),
  );
  expect(opening).toEqual({ phaseId: 'p1', activityId: 'a', action: 'propose', minLevel: 1, opensAt: day(0), closesAt: day(10) });
  expect([isWithin(opening!, day(0)), isWithin(opening!, '2026-10-10T23:59:59.999999Z'), isWithin(opening!, day(10))]).toEqual([
    true,
    true,
    false,
  ]);
});

test('nothing opens outside its phase', () =>
  fc.assert(
    fc.property(phases, planned, offers, moment, (calendar, openings, offered, now) => {
      const byId = new Map(calendar.map((one) => [one.id, one]));
      for (const one of openingsOf(calendar, openings, offered).filter((opening) => isWithin(opening, now))) {
        const { startsAt, endsAt } = byId.get(one.phaseId)!;
        expect(isWithin({ opensAt: startsAt, closesAt: endsAt }, now)).toBe(true);
      }
    }),
  ));

test('an act is open exactly while some phase of an overlapping calendar opens it and the settings offer it', () =>
  fc.assert(
    fc.property(phases, planned, offers, moment, (calendar, openings, offered, now) => {
      const open = (activityId: string, action: string): boolean =>
        openingsOf(calendar, openings, offered).some((one) => one.activityId === activityId && one.action === action && isWithin(one, now));
      for (const activityId of ['a', 'b'])
        for (const action of ['propose', 'support', 'comment']) {
          const expected =
            offered.get(activityId)!.includes(action) &&
            openings.some(
              (one) =>
                one.activityId === activityId &&
                one.action === action &&
                calendar.some((p) => p.id === one.phaseId && isWithin({ opensAt: p.startsAt, closesAt: p.endsAt }, now)),
            );
          expect(open(activityId, action)).toBe(expected);
        }
    }),
  ));

test('after a close before time nothing is open, and before it all is as planned', () =>
  fc.assert(
    fc.property(phases, planned, offers, moment, moment, (calendar, openings, offered, closedAt, now) => {
      const asPlanned = openingsOf(calendar, openings, offered).filter((one) => isWithin(one, now));
      const open = openingsOf(calendar, openings, offered, closedAt).filter((one) => isWithin(one, now));
      expect(open.map(({ phaseId, activityId, action }) => [phaseId, activityId, action])).toEqual(
        isBefore(now, closedAt) ? asPlanned.map(({ phaseId, activityId, action }) => [phaseId, activityId, action]) : [],
      );
    }),
  ));

test('two moments of one millisecond are told apart', () => {
  expect(isBefore('2026-12-15T23:00:00.000001Z', '2026-12-15T23:00:00.000002Z')).toBe(true);
  expect(isBefore('2026-12-15T23:00:00.000002Z', '2026-12-15T23:00:00.000002Z')).toBe(false);
  expect(isBefore('2026-12-15T23:00:00Z', '2026-12-15T23:00:00.000000Z')).toBe(false);
});
