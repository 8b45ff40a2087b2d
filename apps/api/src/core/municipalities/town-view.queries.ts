import { conformities, footerPages, type Conformity, type FooterPage, type TownView } from '@parvis/shared/contracts/site.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Town } from '../../platform/http/index.ts';
import { fileUrl } from '../files/index.ts';

interface TownViewRow {
  readonly tagline: string;
  readonly population: number | null;
  readonly arms_id: string | null;
  readonly arms_name: string | null;
  readonly conformity: string | null;
  readonly pages: readonly string[];
}

/**
 * The town as every page shows it, in one statement over the public views. Only legal pages that are complete stand in the footer;
 * without a published accessibility statement nothing is claimed: conformity is 'none'.
 */
export async function readTownView(publicDb: Sql, town: Town): Promise<TownView> {
  const row = await publicDb.one<TownViewRow>(
    `
    SELECT m.tagline, m.population, f.id AS arms_id, f.file_name AS arms_name,
      (SELECT l.fields ->> 'conformity' FROM visible_legal_pages l
        WHERE l.municipality_id = m.municipality_id AND l.page = 'accessibility' ORDER BY l.version DESC LIMIT 1) AS conformity,
      ARRAY(SELECT DISTINCT l.page FROM visible_legal_pages l WHERE l.municipality_id = m.municipality_id
        UNION ALL SELECT 'moderation-rules' WHERE EXISTS (SELECT FROM visible_moderation_rule_versions r WHERE r.municipality_id = m.municipality_id)) AS pages
    FROM visible_municipalities m
    LEFT JOIN visible_files f ON f.municipality_id = m.municipality_id AND f.id = m.arms_file_id
    WHERE m.municipality_id = $1`,
    [town.id],
  );
  return {
    slug: town.slug,
    name: town.name,
    accent: town.accent,
    languages: [...town.languages],
    timeZone: town.timeZone,
    tagline: row?.tagline ?? '',
    population: row?.population ?? null,
    armsUrl: row?.arms_id ? fileUrl(town, { id: row.arms_id, file_name: row.arms_name ?? '' }) : null,
    conformity: conformityOf(row?.conformity ?? null),
    footer: footerPages.filter((page: FooterPage) => row?.pages.includes(page)),
  };
}

function conformityOf(word: string | null): Conformity {
  return conformities.find((one) => one === word) ?? 'none';
}
