import type { ConsultationState, ConsultationVisibility, ModerationState, PublicationState } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

/** What policies judge a contribution by; one row whatever its kind. */
export interface ContributionFactsRow {
  readonly id: string;
  readonly kind: string;
  readonly consultation_id: string;
  readonly consultation_state: ConsultationState;
  readonly consultation_visibility: ConsultationVisibility;
  readonly is_invited: boolean;
  readonly activity_id: string;
  readonly activity_kind: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly number: number | null;
  readonly author_id: string;
  readonly publication: PublicationState;
  readonly moderation: ModerationState;
  readonly status: string;
  readonly revision: number;
  readonly published_at: string | null;
  readonly openings: readonly OpeningRow[];
  /** The reader holds the secret link of this draft. */
  readonly has_preview: boolean;
}

/** Facts as they are stored: with the digest of the preview link's secret instead of what it means for the reader. */
export type Stored<F extends { readonly has_preview: boolean }> = Omit<F, 'has_preview'> & { readonly preview_token_hash: Buffer | null };

export interface OpeningRow {
  readonly action: string;
  readonly opens_at: string;
  readonly closes_at: string | null;
  readonly min_level: number;
  /** Judged by the database's clock: opens_at ≤ now < closes_at. */
  readonly is_open: boolean;
}

const openingsOf = (activity: string) => `coalesce((
  SELECT jsonb_agg(jsonb_build_object('action', o.action, 'opens_at', o.opens_at, 'closes_at', o.closes_at, 'min_level', o.min_level,
    'is_open', o.opens_at <= statement_timestamp() AND (o.closes_at IS NULL OR o.closes_at > statement_timestamp())) ORDER BY o.opens_at)
  FROM openings o WHERE o.municipality_id = ${activity}.municipality_id AND o.activity_id = ${activity}.id), '[]')`;

/** Facts of one contribution, whatever its state; null when the town has no such id. The policy decides who may know of it. */
export async function readContributionFacts(
  db: Sql,
  municipalityId: string,
  id: string,
  accountId: string | null,
): Promise<Stored<ContributionFactsRow> | null> {
  return db.one<Stored<ContributionFactsRow>>(
    `
    SELECT c.id, c.kind, c.consultation_id, k.state AS consultation_state, k.visibility AS consultation_visibility, k.preview_token_hash,
      EXISTS (SELECT FROM rolls r WHERE r.municipality_id = c.municipality_id AND r.consultation_id = c.consultation_id AND r.account_id = $3) AS is_invited,
      c.activity_id, a.kind AS activity_kind, a.settings, c.number, c.participant_id AS author_id,
      c.publication, c.moderation, c.status, c.revision, c.published_at, ${openingsOf('a')} AS openings
    FROM contributions c
    JOIN consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id
    JOIN activities a ON a.municipality_id = c.municipality_id AND a.id = c.activity_id
    WHERE c.municipality_id = $1 AND c.id = $2`,
    [municipalityId, id, accountId],
  );
}

/** The id behind a number of the town; null when it was never given. */
export async function readIdOfNumber(db: Sql, municipalityId: string, number: number): Promise<string | null> {
  return (
    (await db.one<{ id: string }>('SELECT id FROM contributions WHERE municipality_id = $1 AND number = $2', [municipalityId, number]))
      ?.id ?? null
  );
}

export interface ActivityFactsRow {
  readonly id: string;
  readonly kind: string;
  readonly slug: string;
  readonly title: string;
  readonly consultation_id: string;
  readonly consultation_slug: string;
  readonly consultation_state: ConsultationState;
  readonly consultation_visibility: ConsultationVisibility;
  readonly is_invited: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly openings: readonly OpeningRow[];
  /** The reader holds the secret link of this draft. */
  readonly has_preview: boolean;
}

/** Facts of one activity, for acts that are not yet about a contribution (depositing one); null when the town has no such id. */
export async function readActivityFacts(
  db: Sql,
  municipalityId: string,
  id: string,
  accountId: string | null,
): Promise<Stored<ActivityFactsRow> | null> {
  return db.one<Stored<ActivityFactsRow>>(
    `
    SELECT a.id, a.kind, a.slug, a.title, a.consultation_id, k.slug AS consultation_slug, k.state AS consultation_state, k.visibility AS consultation_visibility, k.preview_token_hash,
      EXISTS (SELECT FROM rolls r WHERE r.municipality_id = a.municipality_id AND r.consultation_id = a.consultation_id AND r.account_id = $3) AS is_invited,
      a.settings, ${openingsOf('a')} AS openings
    FROM activities a JOIN consultations k ON k.municipality_id = a.municipality_id AND k.id = a.consultation_id
    WHERE a.municipality_id = $1 AND a.id = $2`,
    [municipalityId, id, accountId],
  );
}
