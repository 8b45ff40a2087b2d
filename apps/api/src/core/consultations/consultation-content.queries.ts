import type { ConsultationContent } from '@parvis/shared/rules/calendar/changes.ts';
import type { Sql } from '../../platform/database/index.ts';

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What the public sees of a consultation at this moment, as the document that a version keeps. */
export async function readContent(tx: Sql, municipalityId: string, id: string): Promise<ConsultationContent> {
  const row = await tx.one<ConsultationContent>(
    `
    SELECT k.title, k.question, k.summary, k.body_text AS text, k.decided_by AS "decidedBy", k.decided_on::text AS "decidedOn", k.what_then AS "whatThen", k.contact,
      k.response_delay_days AS "responseDelayDays", CASE WHEN k.cover_file_id IS NOT NULL THEN k.cover_alt END AS "coverAlt",
      coalesce((SELECT jsonb_agg(d.title ORDER BY d.position) FROM consultation_documents d WHERE d.municipality_id = k.municipality_id AND d.consultation_id = k.id), '[]') AS documents,
      coalesce((SELECT jsonb_agg(coalesce(a.name, ka.area_id) ORDER BY ka.area_id) FROM consultation_areas ka
        LEFT JOIN areas a ON a.municipality_id = ka.municipality_id AND a.id = ka.area_id
        WHERE ka.municipality_id = k.municipality_id AND ka.consultation_id = k.id), '[]') AS areas,
      md5(k.territory::text) AS outline,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'description', p.description, 'startsAt', ${iso('p.starts_at')}, 'endsAt', ${iso('p.ends_at')},
          'opens', coalesce((SELECT jsonb_agg(a.title || ': ' || o.action || ' ' || o.min_level ORDER BY a.position, o.action) FROM phase_openings o
            JOIN activities a ON a.municipality_id = o.municipality_id AND a.id = o.activity_id
            WHERE o.municipality_id = p.municipality_id AND o.phase_id = p.id), '[]')) ORDER BY p.starts_at, p.position)
        FROM phases p WHERE p.municipality_id = k.municipality_id AND p.consultation_id = k.id), '[]') AS phases,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'slug', a.slug, 'title', a.title, 'intro', a.intro, 'settings', a.settings) ORDER BY a.position, a.id)
        FROM activities a WHERE a.municipality_id = k.municipality_id AND a.consultation_id = k.id), '[]') AS activities
    FROM consultations k WHERE k.municipality_id = $1 AND k.id = $2`,
    [municipalityId, id],
  );
  return row!;
}
