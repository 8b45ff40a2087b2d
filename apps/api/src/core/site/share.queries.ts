import type { Sql } from '../../platform/database/index.ts';

/** The file of the town's arms; null without any. */
export async function readArmsFile(publicDb: Sql, municipalityId: string): Promise<string | null> {
  const row = await publicDb.one<{ id: string }>(
    `
    SELECT f.id FROM visible_municipalities m JOIN visible_files f ON f.municipality_id = m.municipality_id AND f.id = m.arms_file_id WHERE m.municipality_id = $1`,
    [municipalityId],
  );
  return row?.id ?? null;
}
