import type { Register, RegisterEntry } from '@parvis/shared/contracts/moderation-register.ts';
import type { Sql } from '../../platform/database/index.ts';
import { ruleWords } from '../legal/index.ts';

/** Public decisions, newest first: through views, so without anything that the public may not know. */
export async function readRegisterEntries(
  views: Sql,
  municipalityId: string,
  filter: { act: string | null; consultation: string | null; beforeId: string | null; language: string },
  limit: number,
): Promise<RegisterEntry[]> {
  return views.rows<RegisterEntry>(
    `
    SELECT d.id, d.act, v.kind, jsonb_build_object('version', d.rule_version, 'number', d.rule_number, 'title', coalesce(${ruleWords('r', '$6').title}, '')) AS rule, d.reason,
      d.decided_at AS "decidedAt", d.appeal_id IS NOT NULL AS "isAppeal", v.publication,
      CASE WHEN m.subject_id IS NULL THEN '/p/' || coalesce(v.number::text, v.id::text) ELSE '/p/' || coalesce(s.number::text, s.id::text) || '?commentaire=' || v.id || '#c-' || v.id END AS path,
      coalesce(w.content->>'title', '') AS "subjectTitle", jsonb_build_object('slug', k.slug, 'title', k.title) AS consultation
    FROM visible_decisions d
    JOIN visible_contributions v ON v.municipality_id = d.municipality_id AND v.id = d.contribution_id
    JOIN visible_consultations k ON k.municipality_id = v.municipality_id AND k.id = v.consultation_id
    LEFT JOIN visible_moderation_rules r ON r.municipality_id = d.municipality_id AND r.version = d.rule_version AND r.number = d.rule_number
    LEFT JOIN visible_comments m ON m.municipality_id = v.municipality_id AND m.id = v.id
    LEFT JOIN visible_contributions s ON s.municipality_id = m.municipality_id AND s.id = m.subject_id
    LEFT JOIN visible_revisions w ON w.municipality_id = v.municipality_id AND w.contribution_id = coalesce(s.id, v.id) AND w.revision = coalesce(s.revision, v.revision)
    WHERE d.municipality_id = $1 AND ($2::text IS NULL OR d.act = $2) AND ($3::uuid IS NULL OR v.consultation_id = $3) AND ($4::uuid IS NULL OR d.id < $4)
    ORDER BY d.id DESC LIMIT $5`,
    [municipalityId, filter.act, filter.consultation, filter.beforeId, limit, filter.language],
  );
}

/** Figures over every decision about public consultations, those before publication included; 10,000 decisions take some 60 ms, so the answer is cached. */
export async function readFigures(
  views: Sql,
  municipalityId: string,
  consultation: string | null,
  language: string,
): Promise<Register['figures']> {
  const row = await views.one<Register['figures']>(
    `
    WITH acts AS (
      SELECT a.*, round(extract(epoch FROM a.decided_at - a.waited_since) / 3600, 1)::float8 AS hours FROM visible_moderation_acts a
      WHERE a.municipality_id = $1 AND ($2::uuid IS NULL OR a.consultation_id = $2))
    SELECT count(*)::int AS decisions,
      (SELECT count(*)::int FROM visible_contributions v WHERE v.municipality_id = $1 AND ($2::uuid IS NULL OR v.consultation_id = $2)) AS contributions,
      coalesce((SELECT jsonb_agg(jsonb_build_object('act', act, 'count', n) ORDER BY n DESC, act) FROM (SELECT act, count(*)::int AS n FROM acts GROUP BY act) AS a), '[]') AS "byAct",
      coalesce((SELECT jsonb_agg(jsonb_build_object('number', rule_number, 'title', title, 'count', n) ORDER BY n DESC, rule_number) FROM (
        SELECT x.rule_number, max(${ruleWords('r', '$3').title}) AS title, count(*)::int AS n FROM acts x
        JOIN visible_moderation_rules r ON r.municipality_id = x.municipality_id AND r.version = x.rule_version AND r.number = x.rule_number
        WHERE x.act IN ('hide', 'ask-correction', 'lock', 'refuse') AND NOT x.is_appeal GROUP BY x.rule_number) AS a), '[]') AS "byRule",
      round((percentile_cont(0.5) WITHIN GROUP (ORDER BY hours))::numeric, 1)::float8 AS "medianHours",
      (count(*) FILTER (WHERE hours <= 24))::int AS "within24Hours", count(hours)::int AS timed,
      jsonb_build_object('settled', count(*) FILTER (WHERE is_appeal), 'overturned', count(*) FILTER (WHERE is_appeal AND act <> contested_act)) AS appeals
    FROM acts`,
    [municipalityId, consultation, language],
  );
  return row!;
}
