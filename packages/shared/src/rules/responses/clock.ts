import type { Status } from '../words.ts';

/** How the promise of an answer stands. */
export type AnswerClock = 'answered' | 'waiting' | 'late';

/** Statuses that are no answer yet: the town has at most said that it looks at it. */
export const unansweredStatuses: readonly Status[] = ['submitted', 'under-study'];

/** Whether the clock of answers has stopped. */
export function isAnswered(status: Status): boolean {
  return !unansweredStatuses.includes(status);
}

const dayMs = 86_400_000;

/**
 * The moment by which the town promises an answer: `delayDays` whole days of 24 hours after the deposit of contributions closes, or
 * after this one's own publication where deposits have no end. The same sum stands in core/contributions/answer-due.queries.ts.
 * @param publishedAt ISO 8601; of an import the date of its source, which may lie before the consultation
 * @param consultationPublishedAt nothing is promised before it
 * @param closesAt when the last opening of deposits ends; null for a standing one or where none was ever opened
 */
export function answerDueAt({
  publishedAt,
  consultationPublishedAt,
  closesAt,
  delayDays,
}: {
  readonly publishedAt: string;
  readonly consultationPublishedAt: string;
  readonly closesAt: string | null;
  readonly delayDays: number;
}): string {
  return new Date(
    Math.max(Date.parse(publishedAt), Date.parse(consultationPublishedAt), Date.parse(closesAt ?? publishedAt)) + delayDays * dayMs,
  ).toISOString();
}

/** Where one contribution stands at a moment. */
export function answerClock({
  status,
  dueAt,
  now,
}: {
  readonly status: Status;
  readonly dueAt: string;
  readonly now: string;
}): AnswerClock {
  if (isAnswered(status)) return 'answered';
  return Date.parse(now) > Date.parse(dueAt) ? 'late' : 'waiting';
}
