import type { NoticeKind } from '@parvis/shared/rules/notices.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';
import type { Language } from '../../platform/messages/index.ts';
import type { Recipient } from './recipients.queries.ts';

/** Values of a notice's sentences; never a text of a contribution, which may be hidden before the mail of the day leaves. */
export type Facts = Readonly<Record<string, string | number | null>>;

export interface NewNotices {
  readonly municipalityId: string;
  readonly eventId: string;
  readonly kind: NoticeKind;
  readonly facts: Facts;
  /** What the event is about, for people whose own list is empty. */
  readonly contributionIds: readonly string[];
  /** Whether this kind may wait for the mail of the day; people who want it at once get it at once. */
  readonly mayWait: boolean;
}

/** Notes one event for many people; whoever has it already keeps it. @returns those to be written to now */
export async function insertNotices(tx: Tx, notices: NewNotices, people: readonly Recipient[]): Promise<Set<string>> {
  const rows = await tx.rows<{ participant_id: string; is_daily: boolean }>(
    `
    INSERT INTO notices (municipality_id, event_id, participant_id, kind, why, contribution_ids, facts, is_daily, mailed_at)
    SELECT $1, $2, p.id, $3, p.why, CASE WHEN p.ids = '' THEN $5::uuid[] ELSE string_to_array(p.ids, ',')::uuid[] END, $4, p.daily, CASE WHEN NOT p.daily THEN statement_timestamp() END
    FROM unnest($6::uuid[], $7::text[], $8::text[], $9::boolean[]) AS p(id, why, ids, daily)
    ON CONFLICT ON CONSTRAINT notices_once DO NOTHING RETURNING participant_id, is_daily`,
    [
      notices.municipalityId,
      notices.eventId,
      notices.kind,
      JSON.stringify(notices.facts),
      notices.contributionIds,
      people.map((one) => one.participant_id),
      people.map((one) => one.why),
      people.map((one) => one.contribution_ids.join(',')),
      people.map((one) => notices.mayWait && one.wants_daily),
    ],
  );
  return new Set(rows.filter((row) => !row.is_daily).map((row) => row.participant_id));
}

export interface WaitingNotice {
  readonly event_id: string;
  readonly kind: NoticeKind;
  readonly why: Recipient['why'];
  readonly contribution_ids: readonly string[];
  readonly facts: Facts;
}

export interface Reader {
  readonly participant_id: string;
  readonly address: string;
  readonly language: Language;
}

/** People with something waiting and no mail of the day yet, since `dayStart`; not those who switched that mail off. */
export async function readReadersWaiting(
  db: Sql,
  municipalityId: string,
  dayStart: string,
  after: string | null,
  limit: number,
): Promise<Reader[]> {
  return db.rows<Reader>(
    `
    SELECT p.id AS participant_id, a.email AS address, a.language FROM participants p
    JOIN accounts a ON a.municipality_id = p.municipality_id AND a.id = p.account_id AND a.confirmed_at IS NOT NULL
    WHERE p.municipality_id = $1 AND ($3::uuid IS NULL OR p.id > $3)
      AND p.id IN (SELECT participant_id FROM notices WHERE municipality_id = $1 AND mailed_at IS NULL)
      AND NOT EXISTS (SELECT FROM mail_optouts o WHERE o.municipality_id = p.municipality_id AND o.participant_id = p.id AND o.kind = 'digest')
      AND NOT EXISTS (SELECT FROM notices n WHERE n.municipality_id = p.municipality_id AND n.participant_id = p.id AND n.is_daily AND n.mailed_at >= $2)
    ORDER BY p.id LIMIT $4`,
    [municipalityId, dayStart, after, limit],
  );
}

/** Takes what waits for one person, newest first, and marks it as mailed: a second worker, or a repeat, finds nothing. */
export async function takeWaiting(tx: Tx, municipalityId: string, participantId: string): Promise<WaitingNotice[]> {
  return tx.rows<WaitingNotice>(
    `
    WITH taken AS (
      UPDATE notices n SET mailed_at = statement_timestamp() WHERE n.municipality_id = $1 AND n.participant_id = $2 AND n.mailed_at IS NULL
      RETURNING n.event_id, n.kind, n.why, n.contribution_ids, n.facts, n.created_at)
    SELECT event_id, kind, why, contribution_ids, facts FROM taken t
    WHERE NOT EXISTS (SELECT FROM mail_optouts o WHERE o.municipality_id = $1 AND o.participant_id = $2 AND o.kind = t.kind)
    ORDER BY created_at DESC, event_id LIMIT 200`,
    [municipalityId, participantId],
  );
}

/** Retention of the table `notices`: 90 days. */
export async function deleteOldNotices(db: Sql): Promise<number> {
  return db.run(`DELETE FROM notices WHERE created_at < statement_timestamp() - interval '90 days'`);
}

export interface TownClock {
  readonly id: string;
  readonly hour: number;
  readonly day_start: string;
  readonly day: string;
  readonly weekday: number;
}

/** Every open town with the hour and the day that its people have. */
export async function readTownClocks(db: Sql): Promise<TownClock[]> {
  return db.rows<TownClock>(`
    SELECT id, extract(hour FROM statement_timestamp() AT TIME ZONE time_zone)::int AS hour,
      date_trunc('day', statement_timestamp() AT TIME ZONE time_zone) AT TIME ZONE time_zone AS day_start,
      (statement_timestamp() AT TIME ZONE time_zone)::date::text AS day, extract(isodow FROM statement_timestamp() AT TIME ZONE time_zone)::int AS weekday
    FROM municipalities WHERE suspended_at IS NULL ORDER BY id`);
}
