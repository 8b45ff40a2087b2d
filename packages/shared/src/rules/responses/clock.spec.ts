import { answerClock, answerDueAt, isAnswered } from './clock.ts';
import { statuses } from '../words.ts';

test('the delay counts from the close of deposits', () => {
  expect(
    answerDueAt({
      publishedAt: '2026-10-20T08:00:00.123456Z',
      consultationPublishedAt: '2026-10-01T00:00:00Z',
      closesAt: '2026-12-15T23:00:00Z',
      delayDays: 47,
    }),
  ).toBe('2027-01-31T23:00:00.000Z');
});

test('where deposits have no end, or a contribution came in on paper after it, the delay counts from its own publication', () => {
  expect(
    answerDueAt({ publishedAt: '2026-10-20T08:00:00Z', consultationPublishedAt: '2026-10-01T00:00:00Z', closesAt: null, delayDays: 30 }),
  ).toBe('2026-11-19T08:00:00.000Z');
  expect(
    answerDueAt({
      publishedAt: '2026-12-18T08:00:00Z',
      consultationPublishedAt: '2026-10-01T00:00:00Z',
      closesAt: '2026-12-15T23:00:00Z',
      delayDays: 1,
    }),
  ).toBe('2026-12-19T08:00:00.000Z');
});

test('an import keeps the date of its source, and no promise begins before the consultation', () => {
  expect(
    answerDueAt({ publishedAt: '2015-10-01T00:00:00Z', consultationPublishedAt: '2026-10-01T00:00:00Z', closesAt: null, delayDays: 10 }),
  ).toBe('2026-10-11T00:00:00.000Z');
});

test('saying that something is under study is no answer, every decision is one', () => {
  expect(statuses.filter((status) => !isAnswered(status))).toEqual(['submitted', 'under-study']);
});

test('a promise is broken only once its moment has passed', () => {
  const dueAt = '2026-11-19T08:00:00.000Z';
  expect(answerClock({ status: 'submitted', dueAt, now: dueAt })).toBe('waiting');
  expect(answerClock({ status: 'under-study', dueAt, now: '2026-11-19T08:00:00.001Z' })).toBe('late');
  expect(answerClock({ status: 'refused', dueAt, now: '2027-01-01T00:00:00Z' })).toBe('answered');
});
