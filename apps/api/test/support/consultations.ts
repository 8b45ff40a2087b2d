import { kindOf } from '@parvis/shared/activities/registry.ts';
import type { ConsultationState, ConsultationVisibility, Level, PhaseKind } from '@parvis/shared/rules/words.ts';
import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from './app.ts';
import type { TestTown } from './people.ts';

/** A stretch in seconds from now, on the database's clock; `to` null never ends. */
interface TestPhase {
  readonly kind?: PhaseKind;
  readonly from?: number;
  readonly to?: number | null;
  readonly title?: string;
  /** What it opens: every action of every activity when left out. */
  readonly actions?: readonly string[];
  readonly minLevel?: Level;
}

interface TestActivity {
  readonly id: string;
  readonly slug: string;
  readonly kind: string;
}

/** A consultation made for one test. `activity` is the first of `activities`. */
export interface TestConsultation {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly activity: TestActivity;
  readonly activities: readonly TestActivity[];
  readonly phaseIds: readonly string[];
}

interface Wanted {
  readonly title?: string;
  readonly slug?: string;
  readonly state?: ConsultationState;
  readonly visibility?: ConsultationVisibility;
  readonly phases?: readonly TestPhase[];
  readonly activities?: readonly {
    readonly kind?: string;
    readonly slug?: string;
    readonly title?: string;
    readonly settings?: Readonly<Record<string, unknown>>;
  }[];
  readonly decidedBy?: string;
  readonly whatThen?: string;
  readonly responseDelayDays?: number;
  /** Accounts on the roll of an invited one. */
  readonly invited?: readonly { readonly email: string; readonly accountId: string }[];
}

let count = 0;

/**
 * A published consultation with one call for proposals, open since an hour ago and for a day, all its actions to everybody.
 * Drafts get their openings too: whatever is refused in them is refused by their state.
 */
export async function aConsultation({ db }: TestApp, town: TestTown, wanted: Wanted = {}): Promise<TestConsultation> {
  count += 1;
  const {
    state = 'published',
    visibility = 'public',
    phases = [{}],
    activities = [{}],
    title = 'Comment se déplacer dans le centre demain ?',
  } = wanted;
  const id = newId();
  const slug = wanted.slug ?? `deplacements-${count}`;
  const made = activities.map(({ kind = 'proposals', slug: own, ...rest }, at) => ({
    ...rest,
    id: newId(),
    kind,
    slug: own ?? (at === 0 ? 'propositions' : `demarche-${at + 1}`),
  }));
  const phaseIds: string[] = [];
  await db.transaction(async (tx) => {
    await tx.run(
      `
      INSERT INTO consultations (municipality_id, id, slug, state, visibility, title, question, summary, decided_by, decided_on, what_then, response_delay_days, published_at, closed_at, archived_at)
      VALUES ($1, $2, $3, $4, $5, $6, $6, 'Dites ce qui compte pour vous.', $7, current_date + 100, $8, $9, CASE WHEN $4 <> 'draft' THEN statement_timestamp() - interval '1 hour' END,
        CASE WHEN $4 IN ('closed', 'archived') THEN statement_timestamp() END, CASE WHEN $4 = 'archived' THEN statement_timestamp() END)`,
      [
        town.id,
        id,
        slug,
        state,
        visibility,
        title,
        wanted.decidedBy ?? 'Le conseil municipal',
        wanted.whatThen ?? 'Chaque proposition reçoit une réponse motivée.',
        wanted.responseDelayDays ?? 60,
      ],
    );
    await tx.run('INSERT INTO consultation_slugs (municipality_id, slug, consultation_id) VALUES ($1, $2, $3)', [town.id, slug, id]);
    for (const [position, activity] of made.entries()) {
      const settings = { ...(kindOf(activity.kind)?.example as object), ...activity.settings };
      await tx.run(
        'INSERT INTO activities (municipality_id, id, consultation_id, kind, slug, title, position, settings) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [town.id, activity.id, id, activity.kind, activity.slug, activity.title ?? 'Les propositions', position, JSON.stringify(settings)],
      );
    }
    for (const [position, phase] of phases.entries()) {
      const { kind = 'contributions', from = -3600, to = 86_400, minLevel = 1 } = phase;
      const phaseId = newId();
      phaseIds.push(phaseId);
      await tx.run(
        `
        INSERT INTO phases (municipality_id, id, consultation_id, kind, title, position, starts_at, ends_at)
        VALUES ($1, $2, $3, $4, $5, $6, statement_timestamp() + make_interval(secs => $7), statement_timestamp() + make_interval(secs => $8))`,
        [town.id, phaseId, id, kind, phase.title ?? 'Proposer et débattre', position, from, to],
      );
      for (const activity of made)
        for (const action of phase.actions ?? kindOf(activity.kind)?.actions ?? []) {
          await tx.run(
            'INSERT INTO phase_openings (municipality_id, phase_id, consultation_id, activity_id, action, min_level) VALUES ($1, $2, $3, $4, $5, $6)',
            [town.id, phaseId, id, activity.id, action, minLevel],
          );
        }
    }
    await tx.run(
      `
      INSERT INTO openings (municipality_id, activity_id, action, phase_id, opens_at, closes_at, min_level)
      SELECT p.municipality_id, o.activity_id, o.action, p.id, p.starts_at, p.ends_at, o.min_level FROM phases p
      JOIN phase_openings o ON o.municipality_id = p.municipality_id AND o.phase_id = p.id WHERE p.municipality_id = $1 AND p.consultation_id = $2`,
      [town.id, id],
    );
    for (const { email, accountId } of wanted.invited ?? [])
      await tx.run('INSERT INTO rolls (municipality_id, consultation_id, email, account_id) VALUES ($1, $2, $3, $4)', [
        town.id,
        id,
        email,
        accountId,
      ]);
  });
  return { id, slug, title, activity: made[0]!, activities: made, phaseIds };
}

/**
 * Moves the times of an activity's openings, of one action or all: `closeOpening(app, town, activity.id)` closes them this very moment,
 * `{ action: 'support', inSeconds: 2 }` lets them close in two seconds.
 */
export async function closeOpening(
  { db }: TestApp,
  town: TestTown,
  activityId: string,
  { action = null, inSeconds = 0 }: { action?: string | null; inSeconds?: number } = {},
): Promise<void> {
  await db.run(
    `
    UPDATE openings SET opens_at = least(opens_at, statement_timestamp() - interval '1 day'), closes_at = statement_timestamp() + make_interval(secs => $4)
    WHERE municipality_id = $1 AND activity_id = $2 AND ($3::text IS NULL OR action = $3)`,
    [town.id, activityId, action, inSeconds],
  );
}

/** Lets openings begin only after `inSeconds`: before the phase. */
export async function postponeOpening(
  { db }: TestApp,
  town: TestTown,
  activityId: string,
  { action = null, inSeconds = 3600 }: { action?: string | null; inSeconds?: number } = {},
): Promise<void> {
  await db.run(
    `
    UPDATE openings SET opens_at = statement_timestamp() + make_interval(secs => $4), closes_at = statement_timestamp() + make_interval(secs => $4) + interval '1 day'
    WHERE municipality_id = $1 AND activity_id = $2 AND ($3::text IS NULL OR action = $3)`,
    [town.id, activityId, action, inSeconds],
  );
}

/** Asks a higher level of verification for an action. */
export async function askLevel(
  { db }: TestApp,
  town: TestTown,
  activityId: string,
  minLevel: Level,
  action: string | null = null,
): Promise<void> {
  await db.run('UPDATE openings SET min_level = $3 WHERE municipality_id = $1 AND activity_id = $2 AND ($4::text IS NULL OR action = $4)', [
    town.id,
    activityId,
    minLevel,
    action,
  ]);
}
