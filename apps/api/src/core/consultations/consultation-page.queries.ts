import type { Level, PhaseKind } from '@parvis/shared/rules/words.ts';
import type { Territory } from '@parvis/shared/rules/territory.ts';
import type { Sql } from '../../platform/database/index.ts';
import { cardColumns, cardJoins, type CardRow } from './consultation-cards.queries.ts';
import type { ActivityEditRow } from './activities.queries.ts';

/** Everything of a consultation's page but its activities' figures. */
export interface PageRow extends CardRow {
  readonly body_html: string;
  readonly contact: string;
  readonly what_then: string;
  readonly response_delay_days: number;
  readonly territory: Territory | null;
  readonly version: number;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly archived_at: string | null;
  readonly by_level: readonly number[] | null;
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly documents: readonly {
    readonly file_id: string;
    readonly title: string;
    readonly name: string;
    readonly media_type: string;
    readonly bytes: number;
    readonly pages: number | null;
  }[];
  readonly phases: readonly PhaseRow[];
  readonly activities: readonly ActivityRow[];
  readonly now: string;
}

interface PhaseRow {
  readonly id: string;
  readonly kind: PhaseKind;
  readonly title: string;
  readonly description: string;
  readonly starts_at: string;
  readonly ends_at: string | null;
}

export interface ActivityRow extends ActivityEditRow {
  readonly former_slugs: readonly string[];
  readonly openings: readonly {
    readonly action: string;
    readonly phase_id: string;
    readonly opens_at: string;
    readonly closes_at: string | null;
    readonly min_level: Level;
    readonly is_open: boolean;
  }[];
}

/** Moments inside JSON, in the same form as those of columns. */
const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** One consultation through the views of `db`; null when they do not show it. One statement. */
export async function readPage(db: Sql, municipalityId: string, id: string): Promise<PageRow | null> {
  return db.one<PageRow>(
    `
    SELECT ${cardColumns}, '' AS sort, k.body_html, k.contact, k.what_then, k.response_delay_days, k.territory, k.version, k.updated_at, k.closed_at, k.archived_at,
      w.by_level, statement_timestamp() AS now,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) ORDER BY a.position, a.id)
        FROM visible_consultation_areas ka JOIN visible_areas a ON a.municipality_id = ka.municipality_id AND a.id = ka.area_id
        WHERE ka.municipality_id = k.municipality_id AND ka.consultation_id = k.id), '[]') AS areas,
      coalesce((SELECT jsonb_agg(jsonb_build_object('file_id', d.file_id, 'title', d.title, 'name', df.file_name, 'media_type', df.media_type, 'bytes', df.bytes, 'pages', df.pages) ORDER BY d.position)
        FROM visible_consultation_documents d JOIN visible_files df ON df.municipality_id = d.municipality_id AND df.id = d.file_id
        WHERE d.municipality_id = k.municipality_id AND d.consultation_id = k.id), '[]') AS documents,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'description', p.description, 'starts_at', ${iso('p.starts_at')}, 'ends_at', ${iso('p.ends_at')})
          ORDER BY p.starts_at, p.position)
        FROM visible_phases p WHERE p.municipality_id = k.municipality_id AND p.consultation_id = k.id), '[]') AS phases,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'slug', a.slug, 'title', a.title, 'intro', a.intro, 'settings', a.settings, 'former_slugs',
          ARRAY(SELECT s.slug FROM visible_former_activity_slugs s WHERE s.municipality_id = a.municipality_id AND s.activity_id = a.id ORDER BY s.slug), 'openings',
          coalesce((SELECT jsonb_agg(jsonb_build_object('action', o.action, 'phase_id', o.phase_id, 'opens_at', ${iso('o.opens_at')}, 'closes_at', ${iso('o.closes_at')}, 'min_level', o.min_level,
              'is_open', o.opens_at <= statement_timestamp() AND (o.closes_at IS NULL OR o.closes_at > statement_timestamp())) ORDER BY o.opens_at, o.action)
            FROM visible_openings o WHERE o.municipality_id = a.municipality_id AND o.activity_id = a.id), '[]')) ORDER BY a.position, a.id)
        FROM visible_activities a WHERE a.municipality_id = k.municipality_id AND a.consultation_id = k.id), '[]') AS activities
    FROM visible_consultations k ${cardJoins}
    WHERE k.municipality_id = $1 AND k.id = $2`,
    [municipalityId, id],
  );
}
