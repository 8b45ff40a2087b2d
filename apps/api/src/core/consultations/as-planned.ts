import { earlier, isBefore, isWithin, type Opening } from '@parvis/shared/rules/calendar/openings.ts';
import type { PageRow } from './consultation-page.queries.ts';

/** A draft's page as its calendar will make it: nothing of a draft stands in `openings` before it is published. */
export function asPlanned(row: PageRow, openings: readonly Opening[]): PageRow {
  const closings = openings.map((one) => one.closesAt);
  const isOpen = openings.some((one) => isWithin(one, row.now));
  const isComing = openings.some((one) => isBefore(row.now, one.opensAt));
  return {
    ...row,
    ...(openings.length > 0 && {
      opens_at: openings.map((one) => one.opensAt).reduce((a, b) => earlier(a, b)!),
      closes_at: closings.includes(null) ? null : closings.reduce((a, b) => (isBefore(a!, b!) ? b : a)),
      stage: isOpen ? 'open' : isComing ? 'upcoming' : 'finished',
    }),
    activities: row.activities.map((activity) => ({
      ...activity,
      openings: openings
        .filter((one) => one.activityId === activity.id)
        .map((one) => ({
          action: one.action,
          phase_id: one.phaseId,
          opens_at: one.opensAt,
          closes_at: one.closesAt,
          min_level: one.minLevel,
          is_open: isWithin(one, row.now),
        })),
    })),
  };
}
