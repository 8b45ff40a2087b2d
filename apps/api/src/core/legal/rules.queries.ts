import type { ModerationRule } from '@parvis/shared/contracts/legal.ts';
import type { Language } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';
import type { VersionRow } from './legal.queries.ts';
import { ruleWords } from './rule-words.queries.ts';

/** What a rule says in one language. */
interface RuleText {
  readonly title: string;
  readonly body: string;
}
export type RuleTexts = Readonly<Partial<Record<Language, RuleText>>>;

export interface RulesRow extends VersionRow {
  /** In the asked language; `language` is null for a rule that is not written in it. */
  readonly rules: readonly (ModerationRule & { readonly language: Language | null })[];
}

/** One version of the town's rules in the reader's language with its rules in order, the newest where `version` is null; null when there is none. */
export async function readRules(
  publicDb: Sql,
  municipalityId: string,
  language: Language,
  version: number | null = null,
): Promise<RulesRow | null> {
  const words = ruleWords('r', '$3');
  return publicDb.one<RulesRow>(
    `
    SELECT v.version, v.published_at,
      (SELECT jsonb_agg(jsonb_build_object('number', r.number, 'title', ${words.title}, 'body', ${words.body}, 'language', CASE WHEN r.texts ? $3 THEN $3 END) ORDER BY r.number)
        FROM visible_moderation_rules r WHERE r.municipality_id = v.municipality_id AND r.version = v.version) AS rules
    FROM visible_moderation_rule_versions v
    WHERE v.municipality_id = $1 AND ($2::integer IS NULL OR v.version = $2) ORDER BY v.version DESC LIMIT 1`,
    [municipalityId, version, language],
  );
}

export interface WrittenRule extends RuleText {
  readonly texts: RuleTexts;
}

/** The newest version with each rule in every language it is written in; null when none was published. */
export async function readWrittenRules(
  publicDb: Sql,
  municipalityId: string,
): Promise<{ readonly version: number; readonly rules: readonly WrittenRule[] } | null> {
  return publicDb.one(
    `
    SELECT r.version, jsonb_agg(jsonb_build_object('title', r.title, 'body', r.body, 'texts', r.texts) ORDER BY r.number) AS rules
    FROM visible_moderation_rules r WHERE r.municipality_id = $1 AND r.version = (SELECT max(v.version) FROM visible_moderation_rule_versions v WHERE v.municipality_id = $1)
    GROUP BY r.version`,
    [municipalityId],
  );
}

/** The newest 50 versions. */
export async function readRuleVersions(publicDb: Sql, municipalityId: string): Promise<VersionRow[]> {
  return publicDb.rows<VersionRow>(
    'SELECT version, published_at FROM visible_moderation_rule_versions WHERE municipality_id = $1 ORDER BY version DESC LIMIT 50',
    [municipalityId],
  );
}

/** Publishes rules as the next version, numbered from 1 in their order; gives the version. The town's row is locked before. */
export async function insertRules(
  tx: Tx,
  municipalityId: string,
  accountId: string | null,
  rules: readonly WrittenRule[],
): Promise<number> {
  const made = await tx.one<{ version: number }>(
    `
    INSERT INTO moderation_rule_versions (municipality_id, version, published_by)
    SELECT $1, coalesce(max(version), 0) + 1, $2 FROM moderation_rule_versions WHERE municipality_id = $1 RETURNING version`,
    [municipalityId, accountId],
  );
  await tx.run(
    `
    INSERT INTO moderation_rules (municipality_id, version, number, title, body, texts)
    SELECT $1, $2, r.number, r.title, r.body, r.texts FROM unnest($3::text[], $4::text[], $5::jsonb[]) WITH ORDINALITY AS r (title, body, texts, number)`,
    [
      municipalityId,
      made!.version,
      rules.map((rule) => rule.title),
      rules.map((rule) => rule.body),
      rules.map((rule) => JSON.stringify(rule.texts)),
    ],
  );
  return made!.version;
}
