import { kindOf } from '@parvis/shared/activities/registry.ts';
import { checklistCodes, type ChecklistCode } from '@parvis/shared/contracts/consultation-admin.ts';
import type { ChecklistRow } from './consultation-admin.queries.ts';

/** What a consultation itself must have before it is published; legal pages are the town's and asked apart. */
const isDone: Readonly<Record<Exclude<ChecklistCode, 'legal'>, (row: ChecklistRow) => boolean>> = {
  title: (row) => row.title !== '',
  question: (row) => row.question !== '',
  'decided-by': (row) => row.decided_by !== '',
  'decided-on': (row) => row.decided_on !== null,
  'what-then': (row) => row.what_then !== '',
  'cover-alt': (row) => row.cover_file_id === null || row.cover_alt !== '',
  phases: (row) => row.phases > 0,
  activities: (row) => row.activities.every((one) => kindOf(one.kind)?.settings.safeParse(one.settings).success ?? false),
  // An activity that no phase opens would be a door without a handle; a consultation that only informs has no activity.
  openings: (row) =>
    row.activities.every((one) =>
      row.openings.some((opening) => opening.activity_id === one.id && kindOf(one.kind)?.offers(one.settings).includes(opening.action)),
    ),
  roll: (row) => row.visibility !== 'invited' || row.people > 0,
};

/** Codes of what is missing, in the order of the list. */
export function missingFrom(row: ChecklistRow): ChecklistCode[] {
  return checklistCodes.filter((code) => code !== 'legal' && !isDone[code](row));
}
