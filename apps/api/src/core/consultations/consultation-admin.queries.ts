import type { ConsultationStage } from '@parvis/shared/contracts/consultations.ts';
import type { Territory } from '@parvis/shared/rules/territory.ts';
import type { ConsultationState, ConsultationVisibility } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';
import { cardColumns, cardJoins, type CardRow } from './consultation-cards.queries.ts';
import type { Presentation } from './consultation-editing.queries.ts';

/** What publishing asks of a consultation. */
export interface ChecklistRow {
  readonly title: string;
  readonly question: string;
  readonly decided_by: string;
  readonly decided_on: string | null;
  readonly what_then: string;
  readonly cover_file_id: string | null;
  readonly cover_alt: string;
  readonly visibility: ConsultationVisibility;
  readonly phases: number;
  readonly people: number;
  readonly activities: readonly { readonly id: string; readonly kind: string; readonly settings: unknown }[];
  readonly openings: readonly { readonly activity_id: string; readonly action: string }[];
}

/** What publishing asks for, in one read; null when there is no such consultation. */
export async function readChecklistRow(db: Sql, municipalityId: string, id: string): Promise<ChecklistRow | null> {
  return db.one<ChecklistRow>(
    `
    SELECT k.title, k.question, k.decided_by, k.decided_on::text, k.what_then, k.cover_file_id, k.cover_alt, k.visibility,
      (SELECT count(*)::int FROM phases p WHERE p.municipality_id = k.municipality_id AND p.consultation_id = k.id) AS phases,
      (SELECT count(*)::int FROM rolls r WHERE r.municipality_id = k.municipality_id AND r.consultation_id = k.id) AS people,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'settings', a.settings)) FROM activities a WHERE a.municipality_id = k.municipality_id AND a.consultation_id = k.id), '[]') AS activities,
      coalesce((SELECT jsonb_agg(jsonb_build_object('activity_id', o.activity_id, 'action', o.action)) FROM phase_openings o WHERE o.municipality_id = k.municipality_id AND o.consultation_id = k.id), '[]') AS openings
    FROM consultations k WHERE k.municipality_id = $1 AND k.id = $2`,
    [municipalityId, id],
  );
}

export interface AdminRow {
  readonly id: string;
  readonly slug: string;
  readonly state: ConsultationState;
  readonly visibility: ConsultationVisibility;
  readonly stage: ConsultationStage;
  readonly title: string;
  readonly question: string;
  readonly summary: string;
  readonly body_html: string;
  readonly contact: string;
  readonly cover: { readonly id: string; readonly name: string; readonly width: number | null; readonly height: number | null } | null;
  readonly cover_alt: string;
  readonly decided_by: string;
  readonly decided_on: string | null;
  readonly what_then: string;
  readonly response_delay_days: number;
  readonly territory: Territory | null;
  readonly area_ids: readonly string[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly documents: readonly {
    readonly file_id: string;
    readonly title: string;
    readonly name: string;
    readonly media_type: string;
    readonly bytes: number;
    readonly pages: number | null;
  }[];
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly published_at: string | null;
  readonly closed_at: string | null;
  readonly archived_at: string | null;
  readonly has_preview_link: boolean;
  readonly roll: { readonly people: number; readonly joined: number; readonly invited: number };
  readonly now: string;
}

/** A consultation as its administrators edit it, whatever its state; through the insiders' views and the tables behind them. */
export async function readAdminRow(insiderDb: Sql, municipalityId: string, id: string): Promise<AdminRow | null> {
  return insiderDb.one<AdminRow>(
    `
    SELECT k.id, k.slug, k.state, c.visibility, t.stage, k.title, k.question, k.summary, k.body_html, k.contact, k.cover_alt, k.decided_by, k.decided_on::text, k.what_then,
      k.response_delay_days, k.territory, k.version, c.created_at, k.updated_at, k.published_at, k.closed_at, k.archived_at, c.preview_token_hash IS NOT NULL AS has_preview_link,
      statement_timestamp() AS now,
      CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'name', f.file_name, 'width', f.width, 'height', f.height) END AS cover,
      ARRAY(SELECT ka.area_id FROM visible_consultation_areas ka WHERE ka.municipality_id = k.municipality_id AND ka.consultation_id = k.id ORDER BY ka.area_id) AS area_ids,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) ORDER BY a.position) FROM visible_areas a WHERE a.municipality_id = k.municipality_id), '[]') AS areas,
      coalesce((SELECT jsonb_agg(jsonb_build_object('file_id', d.file_id, 'title', d.title, 'name', df.file_name, 'media_type', df.media_type, 'bytes', df.bytes, 'pages', df.pages) ORDER BY d.position)
        FROM visible_consultation_documents d JOIN visible_files df ON df.municipality_id = d.municipality_id AND df.id = d.file_id
        WHERE d.municipality_id = k.municipality_id AND d.consultation_id = k.id), '[]') AS documents,
      (SELECT jsonb_build_object('people', count(*), 'joined', count(r.account_id), 'invited', count(r.invited_at)) FROM public.rolls r WHERE r.municipality_id = k.municipality_id AND r.consultation_id = k.id) AS roll
    FROM visible_consultations k JOIN public.consultations c ON c.municipality_id = k.municipality_id AND c.id = k.id ${cardJoins}
    WHERE k.municipality_id = $1 AND k.id = $2`,
    [municipalityId, id],
  );
}

/** Titles, words and order of the activities, for editing. */
export async function readAdminActivities(
  db: Sql,
  municipalityId: string,
  consultationId: string,
): Promise<{ id: string; slug: string; title: string; intro: string }[]> {
  return db.rows(
    'SELECT id, slug, title, intro FROM activities WHERE municipality_id = $1 AND consultation_id = $2 ORDER BY position, id',
    [municipalityId, consultationId],
  );
}

export interface AdminCardRow extends CardRow {
  readonly visibility: ConsultationVisibility;
  readonly updated_at: string;
}

/** Every consultation of a state, or of all, the latest first by identifier (they are made in the order of time). */
export async function readAdminCards(
  insiderDb: Sql,
  municipalityId: string,
  state: ConsultationState | null,
  beforeId: string | null,
  limit: number,
): Promise<AdminCardRow[]> {
  return insiderDb.rows<AdminCardRow>(
    `
    SELECT ${cardColumns}, k.id::text AS sort, c.visibility, k.updated_at
    FROM visible_consultations k JOIN public.consultations c ON c.municipality_id = k.municipality_id AND c.id = k.id ${cardJoins}
    WHERE k.municipality_id = $1 AND ($2::text IS NULL OR k.state = $2) AND ($3::uuid IS NULL OR k.id < $3)
    ORDER BY k.id DESC LIMIT $4`,
    [municipalityId, state, beforeId, limit],
  );
}

/** Every state has a figure, 0 included. */
export async function countByState(db: Sql, municipalityId: string): Promise<Record<ConsultationState, number>> {
  const row = await db.one<Record<ConsultationState, number>>(
    `
    SELECT count(*) FILTER (WHERE state = 'draft')::int AS draft, count(*) FILTER (WHERE state = 'published')::int AS published,
      count(*) FILTER (WHERE state = 'closed')::int AS closed, count(*) FILTER (WHERE state = 'archived')::int AS archived
    FROM consultations WHERE municipality_id = $1`,
    [municipalityId],
  );
  return row!;
}

/** What a copy takes over. */
export async function readSource(
  tx: Sql,
  municipalityId: string,
  id: string,
): Promise<(Omit<Presentation, 'title' | 'coverFileId' | 'coverAlt'> & { readonly areaIds: readonly string[] }) | null> {
  return tx.one(
    `
    SELECT question, summary, body_html AS "bodyHtml", body_text AS "bodyText", decided_by AS "decidedBy", decided_on::text AS "decidedOn", what_then AS "whatThen", contact,
      response_delay_days AS "responseDelayDays", territory, visibility,
      ARRAY(SELECT a.area_id FROM consultation_areas a WHERE a.municipality_id = k.municipality_id AND a.consultation_id = k.id) AS "areaIds"
    FROM consultations k WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, id],
  );
}
