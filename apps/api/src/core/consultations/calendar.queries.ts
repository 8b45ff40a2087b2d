import type { Opening } from '@parvis/shared/rules/calendar/openings.ts';
import type { Level, PhaseKind } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

/** The calendar as it is planned, with what decides the openings. */
export interface CalendarRows {
  readonly phases: readonly {
    readonly id: string;
    readonly kind: PhaseKind;
    readonly title: string;
    readonly description: string;
    readonly starts_at: string;
    readonly ends_at: string | null;
  }[];
  readonly planned: readonly {
    readonly phase_id: string;
    readonly activity_id: string;
    readonly action: string;
    readonly min_level: Level;
  }[];
  readonly activities: readonly {
    readonly id: string;
    readonly kind: string;
    readonly settings: unknown;
    readonly contributions: number;
  }[];
}

/** Phases, openings and activities as they are planned, not as they are published: for the editor and for `openings`. */
export async function readCalendar(tx: Sql, municipalityId: string, consultationId: string): Promise<CalendarRows> {
  const at = [municipalityId, consultationId];
  return {
    phases: await tx.rows(
      'SELECT id, kind, title, description, starts_at, ends_at FROM phases WHERE municipality_id = $1 AND consultation_id = $2 ORDER BY starts_at, position',
      at,
    ),
    planned: await tx.rows(
      'SELECT phase_id, activity_id, action, min_level FROM phase_openings WHERE municipality_id = $1 AND consultation_id = $2 ORDER BY phase_id, activity_id, action',
      at,
    ),
    activities: await tx.rows(
      `
      SELECT a.id, a.kind, a.settings,
        (SELECT count(*)::int FROM (SELECT FROM contributions c WHERE c.municipality_id = a.municipality_id AND c.activity_id = a.id LIMIT 1000) c) AS contributions
      FROM activities a WHERE a.municipality_id = $1 AND a.consultation_id = $2 ORDER BY a.position, a.id`,
      at,
    ),
  };
}

export interface NewPhase {
  readonly id: string;
  readonly kind: PhaseKind;
  readonly title: string;
  readonly description: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly opens: readonly { readonly activityId: string; readonly action: string; readonly minLevel: Level }[];
}

/** Replaces the whole calendar; phases that stay keep their identifier. The openings are written after it by `replaceOpenings`. */
export async function replacePhases(tx: Tx, municipalityId: string, consultationId: string, phases: readonly NewPhase[]): Promise<void> {
  await tx.run('DELETE FROM phases WHERE municipality_id = $1 AND consultation_id = $2 AND NOT id = ANY ($3::uuid[])', [
    municipalityId,
    consultationId,
    phases.map((one) => one.id),
  ]);
  await tx.run('DELETE FROM phase_openings WHERE municipality_id = $1 AND consultation_id = $2', [municipalityId, consultationId]);
  for (const [position, phase] of phases.entries()) {
    await tx.run(
      `
      INSERT INTO phases (municipality_id, id, consultation_id, kind, title, description, position, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (municipality_id, id) DO UPDATE SET kind = $4, title = $5, description = $6, position = $7, starts_at = $8, ends_at = $9`,
      [municipalityId, phase.id, consultationId, phase.kind, phase.title, phase.description, position, phase.startsAt, phase.endsAt],
    );
    await tx.run(
      `
      INSERT INTO phase_openings (municipality_id, phase_id, consultation_id, activity_id, action, min_level)
      SELECT $1, $2, $3, o.activity_id, o.action, o.min_level FROM unnest($4::uuid[], $5::text[], $6::smallint[]) AS o(activity_id, action, min_level)`,
      [
        municipalityId,
        phase.id,
        consultationId,
        phase.opens.map((one) => one.activityId),
        phase.opens.map((one) => one.action),
        phase.opens.map((one) => one.minLevel),
      ],
    );
  }
}

/** Writes what is open when; the statement that decides an act reads nothing else. */
export async function replaceOpenings(tx: Tx, municipalityId: string, consultationId: string, openings: readonly Opening[]): Promise<void> {
  await tx.run(
    `
    DELETE FROM openings o USING activities a
    WHERE a.municipality_id = o.municipality_id AND a.id = o.activity_id AND a.municipality_id = $1 AND a.consultation_id = $2`,
    [municipalityId, consultationId],
  );
  await tx.run(
    `
    INSERT INTO openings (municipality_id, activity_id, action, phase_id, opens_at, closes_at, min_level)
    SELECT $1, o.activity_id, o.action, o.phase_id, o.opens_at, o.closes_at, o.min_level
    FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::timestamptz[], $7::smallint[]) AS o(activity_id, action, phase_id, opens_at, closes_at, min_level)`,
    [
      municipalityId,
      openings.map((one) => one.activityId),
      openings.map((one) => one.action),
      openings.map((one) => one.phaseId),
      openings.map((one) => one.opensAt),
      openings.map((one) => one.closesAt),
      openings.map((one) => one.minLevel),
    ],
  );
}

/** Whether an action is or was open, by the database's clock: its rules may be frozen. */
export async function readBegunOpenings(
  tx: Sql,
  municipalityId: string,
  consultationId: string,
): Promise<{ activity_id: string; action: string; min_level: Level }[]> {
  return tx.rows(
    `
    SELECT DISTINCT o.activity_id, o.action, o.min_level FROM openings o JOIN activities a ON a.municipality_id = o.municipality_id AND a.id = o.activity_id
    WHERE a.municipality_id = $1 AND a.consultation_id = $2 AND o.opens_at <= statement_timestamp()`,
    [municipalityId, consultationId],
  );
}
