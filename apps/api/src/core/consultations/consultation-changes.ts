import { Inject, Injectable } from '@nestjs/common';
import { kindOf } from '@parvis/shared/activities/registry.ts';
import { changesBetween, isMovedDate, type ConsultationContent } from '@parvis/shared/rules/calendar/changes.ts';
import { openingsOf, type Opening } from '@parvis/shared/rules/calendar/openings.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Actor, type Town } from '../../platform/http/index.ts';
import { ChangedMeanwhile } from '../contributions/index.ts';
import { recordEvent } from '../log/index.ts';
import { readCalendar, replaceOpenings, type CalendarRows } from './calendar.queries.ts';
import { readContent } from './consultation-content.queries.ts';
import { insertVersion, lockConsultation, touch, type LockedConsultation } from './consultation-editing.queries.ts';
import { ConsultationArchived, ConsultationNotFound } from './consultations.errors.ts';

/** Who changes which consultation, and what the public is told of it. */
export interface Editing {
  readonly town: Town;
  readonly actor: Actor;
  readonly consultationId: string;
  /** Why; asked of every change that people see after publication. */
  readonly reason?: string | undefined;
  /** `updatedAt` as the editor read it; absent: the last word wins. */
  readonly readAt?: string | undefined;
}

/**
 * The one way to change a consultation: locked, openings rewritten, and once it is published a version with its reason, an entry in
 * the public history and one in the log, all in the act's own transaction.
 */
@Injectable()
export class ConsultationChanges {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws ConsultationNotFound, ConsultationArchived, ChangedMeanwhile, InvalidInput when the reason is missing, and what `work` throws */
  async change(editing: Editing, work: (tx: Tx, locked: LockedConsultation) => Promise<void>): Promise<void> {
    const { town, consultationId, readAt } = editing;
    await this.db.transaction(async (tx) => {
      const locked = await lockConsultation(tx, town.id, consultationId);
      if (!locked) throw new ConsultationNotFound();
      if (locked.state === 'archived') throw new ConsultationArchived();
      if (readAt !== undefined && readAt !== locked.updated_at) throw new ChangedMeanwhile();
      const before = locked.state === 'draft' ? null : await readContent(tx, town.id, consultationId);
      await work(tx, locked);
      if (before) await writeOpenings(tx, town.id, consultationId, locked.closed_at);
      const after = before && (await readContent(tx, town.id, consultationId));
      const changes = before && after ? changesBetween(before, after) : [];
      const version = await touch(tx, town.id, consultationId, changes.length > 0);
      if (after && changes.length > 0)
        await publishVersion(tx, editing, { version, content: after, act: isMovedDate(changes) ? 'dates-moved' : 'changed' });
    });
  }
}

/** Keeps a version and tells of it; the first one is the publication itself. @throws InvalidInput when a later one gives no reason */
export async function publishVersion(
  tx: Tx,
  { town, actor, consultationId, reason = '' }: Editing,
  version: { version: number; content: ConsultationContent; act: 'published' | 'changed' | 'dates-moved' },
): Promise<void> {
  if (version.act !== 'published' && reason === '') throw new InvalidInput([{ pointer: '#/reason', code: 'required' }]);
  await insertVersion(tx, {
    municipalityId: town.id,
    consultationId,
    version: version.version,
    content: version.content,
    reason,
    changedBy: actor.participantId,
  });
  await recordEvent(tx, {
    municipalityId: town.id,
    topic: version.act === 'published' ? 'consultation.published' : 'consultation.changed',
    consultationId,
    participantId: actor.participantId,
    subject: { version: version.version },
    record: { consultation: consultationId, version: version.version, content: version.content, reason },
    history: { role: 'administrator', act: version.act, detail: { version: version.version }, reason },
  });
}

/** Computes what is open when from the calendar and the settings, and writes it. Gives what it wrote. */
export async function writeOpenings(tx: Tx, municipalityId: string, consultationId: string, closedAt: string | null): Promise<Opening[]> {
  const openings = plannedOpenings(await readCalendar(tx, municipalityId, consultationId), closedAt);
  await replaceOpenings(tx, municipalityId, consultationId, openings);
  return openings;
}

/** What a calendar opens; kinds that this version does not know open nothing. */
export function plannedOpenings({ phases, planned, activities }: CalendarRows, closedAt: string | null): Opening[] {
  return openingsOf(
    phases.map((one) => ({ id: one.id, startsAt: one.starts_at, endsAt: one.ends_at })),
    planned.map((one) => ({ phaseId: one.phase_id, activityId: one.activity_id, action: one.action, minLevel: one.min_level })),
    new Map(activities.map((one) => [one.id, kindOf(one.kind)?.offers(one.settings) ?? []])),
    closedAt,
  );
}
