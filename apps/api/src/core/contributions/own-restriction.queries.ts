import type { OwnRestriction } from '@parvis/shared/contracts/moderation.ts';
import { appealDays, restrictingActs } from '@parvis/shared/rules/moderation.ts';
import type { Sql } from '../../platform/database/index.ts';
import { ruleWords } from '../legal/index.ts';

const acts = restrictingActs.map((act) => `'${act}'`).join(', ');

/**
 * SQL that joins, as `x`, what restricts the contribution `c` at present: the latest restricting decision with its rule, the appeal
 * against it, and whether one is still possible; columns `decision`, `appeal`, `may_appeal`. For its author and nobody else.
 * @param language the statement's parameter that holds the reader's language
 */
export function restrictionJoin(language: string): string {
  const rule = ruleWords('u', language);
  return `LEFT JOIN LATERAL (
    SELECT jsonb_build_object('id', d.id, 'act', d.act, 'reason', d.reason, 'revision', d.revision, 'decidedAt', d.decided_at, 'decidedBy', '', 'isAppeal', d.appeal_id IS NOT NULL,
        'rule', jsonb_build_object('version', u.version, 'number', u.number, 'title', ${rule.title}, 'body', ${rule.body})) AS decision,
      CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('createdAt', a.created_at, 'settledAt', o.decided_at) END AS appeal,
      d.appeal_id IS NULL AND a.id IS NULL AND d.decided_at > statement_timestamp() - interval '${appealDays} days' AS may_appeal
    FROM decisions d
    JOIN moderation_rules u ON u.municipality_id = d.municipality_id AND u.version = d.rule_version AND u.number = d.rule_number
    LEFT JOIN appeals a ON a.municipality_id = d.municipality_id AND a.decision_id = d.id
    LEFT JOIN decisions o ON o.municipality_id = a.municipality_id AND o.id = a.settled_by
    WHERE c.moderation IN ('hidden', 'correction-asked', 'locked') AND d.municipality_id = c.municipality_id AND d.contribution_id = c.id AND d.act IN (${acts})
    ORDER BY d.id DESC LIMIT 1) AS x ON true`;
}

/** What restricts one's own contribution, for its page; null when nothing does. Ask for the author only. */
export async function readOwnRestriction(db: Sql, municipalityId: string, id: string, language: string): Promise<OwnRestriction | null> {
  return db.one<OwnRestriction>(
    `
    SELECT x.decision, x.appeal, x.may_appeal AS "mayAppeal" FROM contributions c ${restrictionJoin('$3')}
    WHERE c.municipality_id = $1 AND c.id = $2 AND x.decision IS NOT NULL`,
    [municipalityId, id, language],
  );
}
