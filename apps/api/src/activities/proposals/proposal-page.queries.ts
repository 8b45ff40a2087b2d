import { answerDueSql } from '../../core/contributions/index.ts';
import { ruleWords } from '../../core/legal/index.ts';
import type { AuthorView, ContributionStates, PlaceOnly } from '@parvis/shared/contracts/contributions.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { PictureRow } from './proposals.queries.ts';

export interface ProposalRow extends Omit<ContributionStates, 'publication' | 'moderation'> {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body_html: string;
  readonly body_text: string;
  readonly publication: ContributionStates['publication'];
  readonly moderation: ContributionStates['moderation'];
  readonly is_place_only: boolean;
  readonly category_id: string | null;
  readonly area_id: string | null;
  readonly area_name: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly address: string;
  readonly published_at: string;
  readonly updated_at: string;
  readonly withdrawn_reason: string;
  readonly author: AuthorView;
  readonly supports: number;
  readonly by_level: readonly number[];
  readonly comments: number;
  readonly pictures: readonly PictureRow[];
  readonly imported: readonly { label: string; count: number }[];
  readonly consultation: { readonly id: string; readonly slug: string; readonly title: string };
  readonly response_delay_days: number;
  readonly answer_due_on: string;
  readonly activity: { readonly id: string; readonly slug: string; readonly title: string };
}

// What nobody but its author (or, while it waits, the staff) may read has the same columns as the view, from the tables.
const own = `(
  SELECT c.municipality_id, c.id, c.kind, c.consultation_id, c.activity_id, c.number, c.participant_id, c.publication, c.moderation, false AS is_place_only,
    c.status, c.revision, c.channel, c.withdrawn_reason, coalesce(c.published_at, c.created_at) AS published_at, c.updated_at,
    p.title, p.body_html, p.body_text, p.category_id, p.area_id, p.lon, p.lat, p.address
  FROM contributions c JOIN proposals p ON p.municipality_id = c.municipality_id AND p.id = c.id WHERE c.publication NOT IN ('draft', 'erased'))`;

const page = (source: string, tables: 'visible_' | ''): string => `
  SELECT p.id, p.number, p.title, p.body_html, p.body_text, p.publication, p.moderation, p.status, p.revision, p.channel, p.is_place_only, p.category_id, p.area_id, q.name AS area_name,
    p.lon, p.lat, p.address, p.published_at, p.updated_at, p.withdrawn_reason,
    jsonb_build_object('name', CASE WHEN p.is_place_only THEN '' ELSE a.display_name END, 'level', a.level, 'source', a.source) AS author,
    coalesce(t.supports, 0) AS supports, coalesce(t.supports_by_level, '{0,0,0,0,0,0}') AS by_level, coalesce(t.comments, 0) AS comments,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'file_name', f.file_name, 'alt', s.alt, 'width', f.width, 'height', f.height) ORDER BY s.position)
      FROM ${tables}contribution_files s JOIN ${tables}files f ON f.municipality_id = s.municipality_id AND f.id = s.file_id
      WHERE s.municipality_id = p.municipality_id AND s.contribution_id = p.id), '[]') AS pictures,
    coalesce((SELECT jsonb_agg(jsonb_build_object('label', i.label, 'count', i.count) ORDER BY i.count DESC, i.label)
      FROM ${tables}imported_tallies i WHERE i.municipality_id = p.municipality_id AND i.contribution_id = p.id), '[]') AS imported,
    jsonb_build_object('id', k.id, 'slug', k.slug, 'title', k.title) AS consultation, k.response_delay_days,
    ((${answerDueSql({ contribution: 'p', consultation: 'k', sight: tables })} - interval '1 microsecond') AT TIME ZONE $3)::date::text AS answer_due_on,
    jsonb_build_object('id', v.id, 'slug', v.slug, 'title', v.title) AS activity
  FROM ${source} p
  JOIN visible_participants a ON a.municipality_id = p.municipality_id AND a.id = p.participant_id
  JOIN ${tables}consultations k ON k.municipality_id = p.municipality_id AND k.id = p.consultation_id
  JOIN ${tables}activities v ON v.municipality_id = p.municipality_id AND v.id = p.activity_id
  LEFT JOIN ${tables}tallies t ON t.municipality_id = p.municipality_id AND t.contribution_id = p.id
  LEFT JOIN visible_areas q ON q.municipality_id = p.municipality_id AND q.id = p.area_id
  WHERE p.municipality_id = $1 AND p.id = $2`;

/** A proposal as the reader's views show it. */
export async function readProposalRow(db: Sql, municipalityId: string, id: string, timeZone: string): Promise<ProposalRow | null> {
  return db.one<ProposalRow>(page('visible_proposals', 'visible_'), [municipalityId, id, timeZone]);
}

/** One that others do not read, or not yet: asked only for its author, and for the staff while it waits. `db` is the owner's. */
export async function readOwnRow(db: Sql, municipalityId: string, id: string, timeZone: string): Promise<ProposalRow | null> {
  return db.one<ProposalRow>(page(own, ''), [municipalityId, id, timeZone]);
}

export interface LinkRow {
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly link: string;
  readonly reason: string;
  readonly made_at: string;
  readonly is_from: boolean;
}

/** What a proposal was merged into or became, and what was merged into it; `is_from` says that the link starts here. */
export async function readLinks(db: Sql, municipalityId: string, id: string): Promise<LinkRow[]> {
  return db.rows<LinkRow>(
    `
    SELECT o.id, o.number, coalesce(r.content->>'title', '') AS title, l.link, l.reason, l.made_at, l.from_id = $2 AS is_from
    FROM visible_links l
    JOIN visible_contributions o ON o.municipality_id = l.municipality_id AND o.id = CASE WHEN l.from_id = $2 THEN l.to_id ELSE l.from_id END
    LEFT JOIN visible_revisions r ON r.municipality_id = o.municipality_id AND r.contribution_id = o.id AND r.revision = o.revision
    WHERE l.municipality_id = $1 AND (l.from_id = $2 OR l.to_id = $2) ORDER BY l.made_at, o.id LIMIT 100`,
    [municipalityId, id],
  );
}

/** The decision by which a text was taken away; null when none is known. */
export async function readHiding(db: Sql, municipalityId: string, id: string, language: string): Promise<PlaceOnly | null> {
  return db.one<PlaceOnly>(
    `
    SELECT d.rule_version AS "ruleVersion", d.rule_number AS "ruleNumber", coalesce(${ruleWords('m', '$3').title}, '') AS "ruleTitle", d.reason, d.decided_at AS "decidedAt"
    FROM visible_decisions d LEFT JOIN visible_moderation_rules m ON m.municipality_id = d.municipality_id AND m.version = d.rule_version AND m.number = d.rule_number
    WHERE d.municipality_id = $1 AND d.contribution_id = $2 AND d.act IN ('hide', 'ask-correction', 'refuse') ORDER BY d.id DESC LIMIT 1`,
    [municipalityId, id, language],
  );
}

export interface RevisionRow {
  readonly revision: number;
  readonly content: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly edited_at: string;
  readonly early: boolean;
}

/** Versions, newest first; `early` ones were written within an hour of the first. The views give no words of what only its place is shown of; its author reads the table. */
export async function readRevisions(
  db: Sql,
  municipalityId: string,
  id: string,
  source: 'visible_revisions' | 'revisions',
): Promise<RevisionRow[]> {
  return db.rows<RevisionRow>(
    `
    SELECT revision, content, reason, edited_at, edited_at < min(edited_at) OVER () + interval '1 hour' AS early
    FROM ${source} WHERE municipality_id = $1 AND contribution_id = $2 ORDER BY revision DESC LIMIT 100`,
    [municipalityId, id],
  );
}

export interface ProposalPlace {
  readonly consultation: { slug: string; title: string };
  readonly activity: { slug: string; title: string };
}

/** Names and addresses of an activity and its consultation, for crumbs; after a policy has admitted the reader. */
export async function readPlaceOf(db: Sql, municipalityId: string, activityId: string): Promise<ProposalPlace | null> {
  return db.one<ProposalPlace>(
    `
    SELECT jsonb_build_object('slug', k.slug, 'title', k.title) AS consultation, jsonb_build_object('slug', a.slug, 'title', a.title) AS activity
    FROM activities a JOIN consultations k ON k.municipality_id = a.municipality_id AND k.id = a.consultation_id WHERE a.municipality_id = $1 AND a.id = $2`,
    [municipalityId, activityId],
  );
}
