import { ruleWords } from '../legal/index.ts';

/**
 * SQL that writes the row `alias` of decisions as a `DecisionView`.
 * @param withName for the staff; for authors and the public a decision has no name
 * @param language the statement's parameter that holds the reader's language, in which the rule is cited
 */
export function decisionJson(alias: string, withName: boolean, language: string): string {
  const rule = ruleWords('u', language);
  const name = withName
    ? `(SELECT p.display_name FROM participants p WHERE p.municipality_id = ${alias}.municipality_id AND p.id = ${alias}.decided_by)`
    : "''";
  return `jsonb_build_object('id', ${alias}.id, 'act', ${alias}.act, 'reason', ${alias}.reason, 'revision', ${alias}.revision, 'decidedAt', ${alias}.decided_at,
    'decidedBy', ${name}, 'isAppeal', ${alias}.appeal_id IS NOT NULL, 'rule', (
      SELECT jsonb_build_object('version', u.version, 'number', u.number, 'title', ${rule.title}, 'body', ${rule.body}) FROM moderation_rules u
      WHERE u.municipality_id = ${alias}.municipality_id AND u.version = ${alias}.rule_version AND u.number = ${alias}.rule_number))`;
}
