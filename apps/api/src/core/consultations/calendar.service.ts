import { Inject, Injectable } from '@nestjs/common';
import { kindOf } from '@parvis/shared/activities/registry.ts';
import type { saveCalendar } from '@parvis/shared/contracts/consultation-admin.ts';
import type { ParsedRequestOf } from '@parvis/shared/contracts/route.ts';
import { isBefore } from '@parvis/shared/rules/calendar/openings.ts';
import { endInstantOf, startInstantOf } from '@parvis/shared/rules/calendar/planning.ts';
import type { Tx } from '../../platform/database/index.ts';
import { InvalidInput, type FieldError } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { readBegunOpenings, readCalendar, replacePhases, type CalendarRows, type NewPhase } from './calendar.queries.ts';
import { ConsultationChanges, type Editing } from './consultation-changes.ts';
import { RulesFrozen } from './consultations.errors.ts';

type Calendar = ParsedRequestOf<typeof saveCalendar>;

/** The calendar: phases, and what each opens to whom. */
@Injectable()
export class CalendarService {
  constructor(@Inject(ConsultationChanges) private readonly changes: ConsultationChanges) {}

  /** @throws InvalidInput naming phases that end before they start or open what no activity knows; RulesFrozen; once published, a calendar is never empty */
  async save(editing: Editing, body: Calendar): Promise<void> {
    await this.changes.change({ ...editing, reason: body.reason, readAt: body.updatedAt }, async (tx, locked) => {
      if (locked.state !== 'draft' && body.phases.length === 0) throw new InvalidInput([{ pointer: '#/phases', code: 'required' }]);
      const municipalityId = editing.town.id;
      const known = await readCalendar(tx, municipalityId, editing.consultationId);
      const phases = readPhases(body, known, editing.town.timeZone);
      await refuseFrozen(tx, editing, known, phases);
      await replacePhases(tx, municipalityId, editing.consultationId, phases);
    });
  }
}

function readPhases({ phases }: Calendar, known: CalendarRows, zone: string): NewPhase[] {
  const ids = new Set(known.phases.map((one) => one.id));
  const actions = new Map(known.activities.map((one) => [one.id, kindOf(one.kind)?.actions ?? []]));
  const faults: FieldError[] = [];
  const read = phases.map((phase, at): NewPhase => {
    const startsAt = startInstantOf({ date: phase.startsOn, time: phase.startsTime }, zone)!;
    const endsAt = phase.endsOn === null ? null : endInstantOf({ date: phase.endsOn, time: phase.endsTime }, zone);
    if (endsAt !== null && !isBefore(startsAt, endsAt)) faults.push({ pointer: `#/phases/${at}/endsOn`, code: 'not-in-order' });
    if (phase.id !== undefined && !ids.has(phase.id)) faults.push({ pointer: `#/phases/${at}/id`, code: 'not-found' });
    const seen = new Set<string>();
    phase.opens.forEach(({ activityId, action }, opening) => {
      const pointer = `#/phases/${at}/opens/${opening}`;
      if (!actions.get(activityId)?.includes(action)) faults.push({ pointer, code: 'not-one-of' });
      if (seen.has(`${activityId} ${action}`)) faults.push({ pointer, code: 'repeated' });
      seen.add(`${activityId} ${action}`);
    });
    return { ...phase, id: phase.id ?? newId(), startsAt, endsAt };
  });
  if (faults.length > 0) throw new InvalidInput(faults);
  return read;
}

/** Once people have taken part in an activity, the level that an opening asked of them stays what it was. */
async function refuseFrozen(tx: Tx, { town, consultationId }: Editing, known: CalendarRows, phases: readonly NewPhase[]): Promise<void> {
  const used = new Set(known.activities.filter((one) => one.contributions > 0).map((one) => one.id));
  if (used.size === 0) return;
  for (const begun of await readBegunOpenings(tx, town.id, consultationId)) {
    if (!used.has(begun.activity_id)) continue;
    const now = phases.flatMap((phase) => phase.opens).filter((one) => one.activityId === begun.activity_id && one.action === begun.action);
    if (now.length > 0 && !now.some((one) => one.minLevel === begun.min_level)) throw new RulesFrozen();
  }
}
