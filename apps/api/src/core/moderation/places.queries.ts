import type { PlaceOnly } from '@parvis/shared/contracts/contributions.ts';
import type { Sql } from '../../platform/database/index.ts';

/**
 * For contributions whose words moderation took away: the rule and the reason, by contribution id, from the latest decision that took
 * them. Through views; at most a page of ids.
 */
export async function readPlaces(views: Sql, municipalityId: string, contributionIds: readonly string[]): Promise<ReadonlyMap<string, PlaceOnly>> {
  const rows = await views.rows<PlaceOnly & { contribution_id: string }>(`
    SELECT DISTINCT ON (d.contribution_id) d.contribution_id, d.rule_version AS "ruleVersion", d.rule_number AS "ruleNumber", coalesce(r.title, '') AS "ruleTitle", d.reason, d.decided_at AS "decidedAt"
    FROM visible_decisions d LEFT JOIN visible_moderation_rules r ON r.municipality_id = d.municipality_id AND r.version = d.rule_version AND r.number = d.rule_number
    WHERE d.municipality_id = $1 AND d.contribution_id = ANY ($2) AND d.act IN ('hide', 'ask-correction') ORDER BY d.contribution_id, d.id DESC`, [municipalityId, contributionIds]);
  return new Map(rows.map(({ contribution_id, ...place }) => [contribution_id, place]));
}
