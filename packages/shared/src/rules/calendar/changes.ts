/** What the public sees of a consultation, as one document per version: differences are taken between these. */
export interface ConsultationContent {
  readonly title: string;
  readonly question: string;
  readonly summary: string;
  /** The rich text without its markup. */
  readonly text: string;
  readonly decidedBy: string;
  readonly decidedOn: string | null;
  readonly whatThen: string;
  readonly contact: string;
  readonly responseDelayDays: number;
  readonly coverAlt: string | null;
  readonly documents: readonly string[];
  readonly areas: readonly string[];
  /** A fingerprint of an outline of its own; null without one. */
  readonly outline: string | null;
  readonly phases: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly description: string;
    readonly startsAt: string;
    readonly endsAt: string | null;
    readonly opens: readonly string[];
  }[];
  readonly activities: readonly {
    readonly id: string;
    readonly kind: string;
    readonly slug: string;
    readonly title: string;
    readonly intro: string;
    readonly settings: Readonly<Record<string, unknown>>;
  }[];
}

/** Which part of a consultation a change is about; of `phase…` and `activity…` the change's `label` tells which one. */
export const changedFields = [
  'title',
  'question',
  'summary',
  'text',
  'decidedBy',
  'decidedOn',
  'whatThen',
  'contact',
  'responseDelayDays',
  'cover',
  'documents',
  'areas',
  'outline',
  'phase-added',
  'phase-removed',
  'phase-dates',
  'phase-text',
  'phase-opens',
  'activity-added',
  'activity-removed',
  'activity-text',
  'activity-address',
  'activity-settings',
] as const;
export type ChangedField = (typeof changedFields)[number];

/** One difference. Dates of a phase are an ISO 8601 interval (`start/end`, `start/..` without end); lists are one line each. */
export interface ConsultationChange {
  readonly field: ChangedField;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

type Phase = ConsultationContent['phases'][number];
type Activity = ConsultationContent['activities'][number];

/** What changed from one version to the next, in the order of a page; empty when nothing that people see did. */
export function changesBetween(before: ConsultationContent, after: ConsultationContent): ConsultationChange[] {
  const plain = (field: ChangedField, was: string | number | null, is: string | number | null): ConsultationChange[] =>
    change(field, '', String(was ?? ''), String(is ?? ''));
  return [
    ...(['title', 'question', 'summary', 'text', 'decidedBy', 'decidedOn', 'whatThen', 'contact', 'responseDelayDays'] as const).flatMap(
      (field) => plain(field, before[field], after[field]),
    ),
    ...plain('cover', before.coverAlt, after.coverAlt),
    ...plain('documents', before.documents.join('\n'), after.documents.join('\n')),
    ...plain('areas', before.areas.join('\n'), after.areas.join('\n')),
    ...plain('outline', before.outline, after.outline),
    ...pairs(before.phases, after.phases).flatMap(([was, is]) => phaseChanges(was, is)),
    ...pairs(before.activities, after.activities).flatMap(([was, is]) => activityChanges(was, is)),
  ];
}

/** Whether changes are of dates alone: what people call a moved date. */
export function isMovedDate(changes: readonly ConsultationChange[]): boolean {
  return changes.length > 0 && changes.every((one) => one.field === 'phase-dates' || one.field === 'decidedOn');
}

function phaseChanges(was: Phase | null, is: Phase | null): ConsultationChange[] {
  if (!was || !is)
    return change(was ? 'phase-removed' : 'phase-added', (was ?? is)!.title, was ? intervalOf(was) : '', is ? intervalOf(is) : '');
  return [
    ...change('phase-dates', is.title, intervalOf(was), intervalOf(is)),
    ...change('phase-text', is.title, `${was.title}\n${was.description}`.trim(), `${is.title}\n${is.description}`.trim()),
    ...change('phase-opens', is.title, was.opens.join('\n'), is.opens.join('\n')),
  ];
}

function activityChanges(was: Activity | null, is: Activity | null): ConsultationChange[] {
  if (!was || !is) return change(was ? 'activity-removed' : 'activity-added', (was ?? is)!.title, was?.title ?? '', is?.title ?? '');
  const keys = [...new Set([...Object.keys(was.settings), ...Object.keys(is.settings)])]
    .filter((key) => JSON.stringify(was.settings[key]) !== JSON.stringify(is.settings[key]))
    .sort();
  const lines = (settings: Activity['settings']): string =>
    keys.map((key) => `${key}: ${JSON.stringify(settings[key] ?? null)}`).join('\n');
  return [
    ...change('activity-text', is.title, `${was.title}\n${was.intro}`.trim(), `${is.title}\n${is.intro}`.trim()),
    ...change('activity-address', is.title, was.slug, is.slug),
    ...change('activity-settings', is.title, lines(was.settings), lines(is.settings)),
  ];
}

function change(field: ChangedField, label: string, before: string, after: string): ConsultationChange[] {
  return before === after ? [] : [{ field, label, before, after }];
}

function intervalOf({ startsAt, endsAt }: Phase): string {
  return `${startsAt}/${endsAt ?? '..'}`;
}

/** The same thing before and after, by id: in the new order, what went away at the end. */
function pairs<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): [T | null, T | null][] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map((one) => one.id));
  return [
    ...after.map((is): [T | null, T | null] => [old.get(is.id) ?? null, is]),
    ...before.filter((was) => !kept.has(was.id)).map((was): [T | null, T | null] => [was, null]),
  ];
}
