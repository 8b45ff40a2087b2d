import type { AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { endInstantOf, startInstantOf, addDays, daysBetween } from '@parvis/shared/rules/calendar/planning.ts';
import type { Level, PhaseKind } from '@parvis/shared/rules/words.ts';

/** A phase while it is being planned; `key` is stable in the list, `id` is there once it was saved. */
export interface PhaseDraft {
  readonly key: string;
  readonly id: string | undefined;
  readonly kind: PhaseKind;
  readonly title: string;
  readonly description: string;
  readonly startsOn: string;
  readonly startsTime: string;
  /** '' for a standing phase. */
  readonly endsOn: string;
  readonly endsTime: string;
  /** Least level by `<activity> <action>`; what is not there stays shut. */
  readonly opens: Readonly<Record<string, Level>>;
}

/** Saved phases as the form edits them: absent hours and ends become '', as fields know them. */
export function draftsOf({ phases }: Pick<AdminConsultation, 'phases'>): PhaseDraft[] {
  return phases.map((phase) => ({
    key: phase.id,
    id: phase.id,
    kind: phase.kind,
    title: phase.title,
    description: phase.description,
    startsOn: phase.startsOn,
    startsTime: phase.startsTime ?? '',
    endsOn: phase.endsOn ?? '',
    endsTime: phase.endsTime ?? '',
    opens: Object.fromEntries(phase.opens.map((one) => [`${one.activityId} ${one.action}`, one.minLevel])),
  }));
}

/** The request's phases, in the order of the list. */
export function phasesFrom(drafts: readonly PhaseDraft[]) {
  return drafts.map((one) => ({
    ...(one.id !== undefined && { id: one.id }),
    kind: one.kind,
    title: one.title,
    description: one.description,
    startsOn: one.startsOn,
    startsTime: one.startsTime || null,
    endsOn: one.endsOn || null,
    endsTime: (one.endsOn && one.endsTime) || null,
    opens: Object.entries(one.opens).map(([key, minLevel]) => ({ activityId: key.split(' ')[0]!, action: key.split(' ')[1]!, minLevel })),
  }));
}

/** The whole calendar, moved so that its first phase starts on a day. */
export function movedTo(drafts: readonly PhaseDraft[], day: string): PhaseDraft[] {
  const first = drafts
    .map((one) => one.startsOn)
    .filter(Boolean)
    .sort()[0];
  if (!first || !day) return [...drafts];
  const days = daysBetween(first, day);
  return drafts.map((one) => ({
    ...one,
    startsOn: one.startsOn && addDays(one.startsOn, days),
    endsOn: one.endsOn && addDays(one.endsOn, days),
  }));
}

/** A bar on the time axis: moments in milliseconds; `toMs` null stands open. Null while its dates are not typed. */
export interface Bar {
  readonly key: string;
  readonly kind: PhaseKind;
  readonly title: string;
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** Days and hours are on the town's clocks (`zone`); a phase whose start is not typed has no bar. */
export function barsOf(drafts: readonly PhaseDraft[], zone: string): Bar[] {
  return drafts.flatMap(({ key, kind, title, startsOn, startsTime, endsOn, endsTime }) => {
    const from = startsOn ? startInstantOf({ date: startsOn, time: startsTime || null }, zone) : null;
    const to = endsOn ? endInstantOf({ date: endsOn, time: endsTime || null }, zone) : null;
    return from ? [{ key, kind, title, fromMs: Date.parse(from), toMs: to ? Date.parse(to) : null }] : [];
  });
}
