import type { ConsultationStage } from '@parvis/shared/contracts/consultations.ts';
import type { ConsultationState, ConsultationVisibility } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

/** A consultation in a line, as the views give it. */
export interface CardRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly summary: string;
  readonly state: ConsultationState;
  readonly stage: ConsultationStage;
  readonly opens_at: string | null;
  readonly closes_at: string | null;
  readonly decided_by: string;
  readonly decided_on: string | null;
  readonly cover: { readonly id: string; readonly name: string; readonly width: number | null; readonly height: number | null } | null;
  readonly cover_alt: string;
  readonly people: number;
  readonly published_at: string | null;
  /** Where the next page begins. */
  readonly sort: string;
  readonly visibility?: ConsultationVisibility;
}

/**
 * Bounds of what people can do: from the openings; where a consultation opens nothing (information only), from its phases.
 * Stage by the database's clock.
 */
const timing = `
  LEFT JOIN LATERAL (
    SELECT min(o.opens_at) AS opens_at, CASE WHEN count(o.closes_at) = count(*) THEN max(o.closes_at) END AS closes_at,
      bool_or(o.opens_at <= statement_timestamp() AND (o.closes_at IS NULL OR o.closes_at > statement_timestamp())) AS is_open,
      bool_or(o.opens_at > statement_timestamp()) AS is_coming
    FROM visible_openings o JOIN visible_activities a ON a.municipality_id = o.municipality_id AND a.id = o.activity_id
    WHERE a.municipality_id = k.municipality_id AND a.consultation_id = k.id) o ON true
  LEFT JOIN LATERAL (
    SELECT min(p.starts_at) AS starts_at, CASE WHEN count(p.ends_at) = count(*) THEN max(p.ends_at) END AS ends_at,
      bool_or(p.starts_at <= statement_timestamp() AND (p.ends_at IS NULL OR p.ends_at > statement_timestamp())) AS is_current,
      bool_or(p.starts_at > statement_timestamp()) AS is_coming
    FROM visible_phases p WHERE p.municipality_id = k.municipality_id AND p.consultation_id = k.id) p ON o.opens_at IS NULL
  CROSS JOIN LATERAL (
    SELECT coalesce(o.opens_at, p.starts_at) AS opens_at, CASE WHEN o.opens_at IS NULL THEN p.ends_at ELSE o.closes_at END AS closes_at,
      CASE WHEN k.state IN ('closed', 'archived') THEN 'finished'
        WHEN coalesce(o.is_open, p.is_current, false) THEN 'open'
        WHEN coalesce(o.is_coming, p.is_coming, false) THEN 'upcoming' ELSE 'finished' END AS stage) t`;

export const cardColumns = `
  k.id, k.slug, k.title, k.question, k.summary, k.state, t.stage, t.opens_at, t.closes_at, k.decided_by, k.decided_on::text, k.cover_alt, k.published_at,
  CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'name', f.file_name, 'width', f.width, 'height', f.height) END AS cover,
  coalesce((SELECT sum(n)::int FROM unnest(w.by_level) n), 0) AS people`;

export const cardJoins = `
  LEFT JOIN visible_files f ON f.municipality_id = k.municipality_id AND f.id = k.cover_file_id
  LEFT JOIN visible_consultation_people w ON w.municipality_id = k.municipality_id AND w.consultation_id = k.id ${timing}`;

/**
 * Consultations of one stage, the latest published first. A town has tens of them, so that sorting them all costs nothing.
 * @param after `published_at` and id of the last one seen, as `sort` gave them; null for the first page
 */
export async function readCards(
  db: Sql,
  municipalityId: string,
  stage: ConsultationStage,
  after: readonly [string, string] | null,
  limit: number,
): Promise<CardRow[]> {
  const [at, id] = after ?? [];
  return db.rows<CardRow>(
    `
    SELECT ${cardColumns}, k.published_at || '|' || k.id AS sort
    FROM visible_consultations k ${cardJoins}
    WHERE k.municipality_id = $1 AND t.stage = $2 AND ($3::timestamptz IS NULL OR (k.published_at, k.id) < ($3, $4::uuid))
    ORDER BY k.published_at DESC, k.id DESC LIMIT $5`,
    [municipalityId, stage, at ?? null, id ?? null, limit],
  );
}

/** Consultations for invited people to which an account is invited, the latest first; through the insiders' views. */
export async function readInvitedCards(insiderDb: Sql, municipalityId: string, accountId: string): Promise<CardRow[]> {
  return insiderDb.rows<CardRow>(
    `
    SELECT ${cardColumns}, '' AS sort
    FROM visible_consultations k ${cardJoins}
    WHERE k.municipality_id = $1 AND k.state <> 'draft'
      AND EXISTS (SELECT FROM public.consultations c WHERE c.municipality_id = k.municipality_id AND c.id = k.id AND c.visibility = 'invited')
      AND EXISTS (SELECT FROM public.rolls r WHERE r.municipality_id = k.municipality_id AND r.consultation_id = k.id AND r.account_id = $2)
    ORDER BY k.published_at DESC LIMIT 50`,
    [municipalityId, accountId],
  );
}
