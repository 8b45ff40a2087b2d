import { addDays, endInstantOf, plannedStartOf, startInstantOf } from '@parvis/shared/rules/calendar/planning.ts';
import type { PhaseKind } from '@parvis/shared/rules/words.ts';
import { newId } from '../../platform/ids/index.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import type { NewPhase } from './calendar.queries.ts';

/** First day and last day, counted from the first of the month that is proposed; no last day stands open. */
const plan: readonly { readonly kind: PhaseKind; readonly from: number; readonly to: number | null }[] = [
  { kind: 'information', from: 0, to: null },
  { kind: 'contributions', from: 7, to: 48 },
  { kind: 'response', from: 49, to: 109 },
  { kind: 'follow-up', from: 110, to: null },
];

/**
 * A calendar for a clerk to correct: information from the first Monday at least two weeks ahead, six weeks to take part, two months to
 * answer, then the follow-up. The second phase opens all that the activity offers, to confirmed accounts.
 */
export function proposedCalendar({
  activityId,
  actions,
  zone,
  language,
  now,
}: {
  activityId: string;
  actions: readonly string[];
  zone: string;
  language: Language;
  now: string;
}): NewPhase[] {
  const today = plannedStartOf(now, zone).date;
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7; // Monday is 0
  const monday = addDays(today, 14 + ((7 - weekday) % 7));
  return plan.map(({ kind, from, to }) => ({
    id: newId(),
    kind,
    title: say(language, `consultations.phases.${kind}`),
    description: '',
    startsAt: startInstantOf({ date: addDays(monday, from), time: null }, zone)!,
    endsAt: to === null ? null : endInstantOf({ date: addDays(monday, to), time: null }, zone),
    opens: kind === 'contributions' ? actions.map((action) => ({ activityId, action, minLevel: 1 })) : [],
  }));
}
