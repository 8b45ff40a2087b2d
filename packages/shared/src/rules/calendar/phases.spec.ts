import { currentPhase, nextDate, openActions, whenOf } from './phases.ts';

const informing = { id: 'i', startsAt: '2026-10-12T00:00:00Z', endsAt: null };
const proposing = { id: 'p', startsAt: '2026-11-01T00:00:00Z', endsAt: '2026-12-16T00:00:00Z' };
const answering = { id: 'a', startsAt: '2026-12-16T00:00:00Z', endsAt: '2027-02-01T00:00:00Z' };
const calendar = [informing, proposing, answering];

test('the phase that began last gives its name to the moment, over one that runs under all others', () => {
  expect(currentPhase(calendar, '2026-10-20T00:00:00Z')).toBe(informing);
  expect(currentPhase(calendar, '2026-11-01T00:00:00Z')).toBe(proposing);
  expect(currentPhase(calendar, '2026-12-16T00:00:00Z')).toBe(answering);
  expect(currentPhase(calendar, '2026-10-01T00:00:00Z')).toBeNull();
});

test('a phase that ends when the next begins: the next date says what begins', () => {
  expect(nextDate(calendar, '2026-11-24T00:00:00Z')).toEqual({ phase: answering, what: 'starts', at: answering.startsAt });
  expect(nextDate(calendar, '2026-12-20T00:00:00Z')).toEqual({ phase: answering, what: 'ends', at: answering.endsAt });
  expect(nextDate(calendar, '2027-02-01T00:00:00Z')).toBeNull();
});

test('a phase is half-open in time', () => {
  expect(['2026-10-31T23:59:59.999999Z', '2026-11-01T00:00:00Z', '2026-12-16T00:00:00Z'].map((now) => whenOf(proposing, now))).toEqual([
    'future',
    'now',
    'past',
  ]);
});

test('an action that two phases open is named once', () => {
  const opening = { action: 'support', opensAt: '2026-11-01T00:00:00Z', closesAt: null };
  expect(
    openActions([opening, opening, { ...opening, action: 'propose', closesAt: '2026-11-02T00:00:00Z' }], '2026-11-03T00:00:00Z'),
  ).toEqual(['support']);
});
