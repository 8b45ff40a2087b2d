import type { OptionalNotice } from '@parvis/shared/rules/notices.ts';
import { personalData } from '../participants/index.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

export interface PreferencesRow {
  readonly daily: boolean;
  readonly off: readonly string[];
}

/** Whoever never chose is told daily and of everything. */
export async function readPreferences(db: Sql, municipalityId: string, participantId: string): Promise<PreferencesRow> {
  return (await db.one<PreferencesRow>(
    `
    SELECT coalesce((SELECT is_daily FROM notice_settings WHERE municipality_id = $1 AND participant_id = $2), true) AS daily,
      ARRAY(SELECT kind FROM mail_optouts WHERE municipality_id = $1 AND participant_id = $2 ORDER BY kind) AS off`,
    [municipalityId, participantId],
  ))!;
}

/** Replaces the switches of a person by these. */
export async function writePreferences(
  tx: Tx,
  municipalityId: string,
  participantId: string,
  { daily, off }: { daily: boolean; off: readonly OptionalNotice[] },
): Promise<void> {
  await tx.run(
    `
    INSERT INTO notice_settings (municipality_id, participant_id, is_daily) VALUES ($1, $2, $3)
    ON CONFLICT (municipality_id, participant_id) DO UPDATE SET is_daily = excluded.is_daily`,
    [municipalityId, participantId, daily],
  );
  await tx.run('DELETE FROM mail_optouts WHERE municipality_id = $1 AND participant_id = $2 AND kind <> ALL ($3::text[])', [
    municipalityId,
    participantId,
    off,
  ]);
  await tx.run(
    `
    INSERT INTO mail_optouts (municipality_id, participant_id, kind) SELECT $1, $2, kind FROM unnest($3::text[]) AS kind ON CONFLICT DO NOTHING`,
    [municipalityId, participantId, off],
  );
}

personalData({
  name: 'notifications',
  async read(db, { municipalityId, participantId }) {
    return db.rows(
      `
      SELECT 'follow' AS what, contribution_id::text AS about, is_on::text AS value, since AS at FROM follows WHERE municipality_id = $1 AND participant_id = $2
      UNION ALL SELECT 'mail switched off', kind, '', at FROM mail_optouts WHERE municipality_id = $1 AND participant_id = $2
      UNION ALL SELECT 'told of', kind, array_to_string(contribution_ids, ' '), created_at FROM notices WHERE municipality_id = $1 AND participant_id = $2
      ORDER BY at`,
      [municipalityId, participantId],
    );
  },
  async erase(tx, { municipalityId, participantId }) {
    for (const table of ['follows', 'mail_optouts', 'notices', 'notice_settings'])
      await tx.run(`DELETE FROM ${table} WHERE municipality_id = $1 AND participant_id = $2`, [municipalityId, participantId]);
  },
});
