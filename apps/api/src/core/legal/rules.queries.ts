import type { ModerationRule } from '@parvis/shared/contracts/legal.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';
import type { VersionRow } from './legal.queries.ts';

export interface RulesRow extends VersionRow {
  readonly rules: readonly ModerationRule[];
}

/** One version of the town's rules with its rules in order, the newest where `version` is null; null when there is none. */
export async function readRules(publicDb: Sql, municipalityId: string, version: number | null = null): Promise<RulesRow | null> {
  return publicDb.one<RulesRow>(`
    SELECT v.version, v.published_at,
      (SELECT jsonb_agg(jsonb_build_object('number', r.number, 'title', r.title, 'body', r.body) ORDER BY r.number)
        FROM visible_moderation_rules r WHERE r.municipality_id = v.municipality_id AND r.version = v.version) AS rules
    FROM visible_moderation_rule_versions v
    WHERE v.municipality_id = $1 AND ($2::integer IS NULL OR v.version = $2) ORDER BY v.version DESC LIMIT 1`, [municipalityId, version]);
}

/** The newest 50 versions. */
export async function readRuleVersions(publicDb: Sql, municipalityId: string): Promise<VersionRow[]> {
  return publicDb.rows<VersionRow>(
    'SELECT version, published_at FROM visible_moderation_rule_versions WHERE municipality_id = $1 ORDER BY version DESC LIMIT 50', [municipalityId]);
}

/** Publishes rules as the next version, numbered from 1 in their order; gives the version. The town's row is locked before. */
export async function insertRules(tx: Tx, municipalityId: string, accountId: string | null, rules: readonly { title: string; body: string }[]): Promise<number> {
  const made = await tx.one<{ version: number }>(`
    INSERT INTO moderation_rule_versions (municipality_id, version, published_by)
    SELECT $1, coalesce(max(version), 0) + 1, $2 FROM moderation_rule_versions WHERE municipality_id = $1 RETURNING version`, [municipalityId, accountId]);
  await tx.run(`
    INSERT INTO moderation_rules (municipality_id, version, number, title, body)
    SELECT $1, $2, r.number, r.title, r.body FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS r (title, body, number)`,
    [municipalityId, made!.version, rules.map((rule) => rule.title), rules.map((rule) => rule.body)]);
  return made!.version;
}
