import type { ConsultationState, ConsultationVisibility } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

/** What policies judge a consultation by. */
export interface ConsultationFactsRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly consultation_state: ConsultationState;
  readonly consultation_visibility: ConsultationVisibility;
  readonly is_invited: boolean;
  /** SHA-256 of the preview link's secret; null when there is no link. */
  readonly preview_token_hash: Buffer | null;
}

const columns = `k.id, k.slug, k.title, k.version, k.state AS consultation_state, k.visibility AS consultation_visibility, k.preview_token_hash,
  EXISTS (SELECT FROM rolls r WHERE r.municipality_id = k.municipality_id AND r.consultation_id = k.id AND r.account_id = $3) AS is_invited`;

/** Facts of a consultation whatever its state; null when the town has no such id. The policy decides who may know of it. */
export async function readConsultationFacts(
  db: Sql,
  municipalityId: string,
  id: string,
  accountId: string | null,
): Promise<ConsultationFactsRow | null> {
  return db.one<ConsultationFactsRow>(`SELECT ${columns} FROM consultations k WHERE k.municipality_id = $1 AND k.id = $2`, [
    municipalityId,
    id,
    accountId,
  ]);
}

/** As above, by a present or an older slug. */
export async function readConsultationFactsBySlug(
  db: Sql,
  municipalityId: string,
  slug: string,
  accountId: string | null,
): Promise<ConsultationFactsRow | null> {
  return db.one<ConsultationFactsRow>(
    `
    SELECT ${columns} FROM consultation_slugs s JOIN consultations k ON k.municipality_id = s.municipality_id AND k.id = s.consultation_id
    WHERE s.municipality_id = $1 AND s.slug = $2`,
    [municipalityId, slug, accountId],
  );
}
