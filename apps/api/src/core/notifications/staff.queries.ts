import type { Role } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';
import { answerDueSql } from '../contributions/index.ts';
import type { Language } from '../../platform/messages/index.ts';

/** What waits on the desks of a town, and what came in since a moment. */
export interface DeskCounts {
  readonly pending: number;
  readonly flagged: number;
  readonly appeals: number;
  readonly unanswered: number;
  readonly late: number;
  readonly arrived: number;
  /** Pending, flags and appeals that came since. */
  readonly to_moderate_since: number;
  /** Unanswered ones that came, or became late, since. */
  readonly to_answer_since: number;
}

/** Counted at once from the rows, `since` included: one statement for the morning mail of a town's staff. */
export async function readDeskCounts(db: Sql, municipalityId: string, since: string): Promise<DeskCounts> {
  return (await db.one<DeskCounts>(
    `
    WITH waiting AS (
      SELECT c.published_at, ${answerDueSql({ contribution: 'c', consultation: 'k', sight: '' })} AS due
      FROM tallies t JOIN contributions c ON c.municipality_id = t.municipality_id AND c.id = t.contribution_id AND c.publication = 'published' AND c.moderation IN ('none', 'locked')
      JOIN consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id AND k.state IN ('published', 'closed')
      WHERE t.municipality_id = $1 AND NOT t.is_answered),
    desk AS (
      SELECT (SELECT count(*) FROM contributions WHERE municipality_id = $1 AND publication = 'pending')::int AS pending,
        (SELECT count(*) FROM contributions WHERE municipality_id = $1 AND publication = 'pending' AND updated_at >= $2)::int AS pending_since,
        (SELECT count(DISTINCT contribution_id) FROM flags WHERE municipality_id = $1 AND settled_by IS NULL)::int AS flagged,
        (SELECT count(*) FROM flags WHERE municipality_id = $1 AND settled_by IS NULL AND created_at >= $2)::int AS flagged_since,
        (SELECT count(*) FROM appeals WHERE municipality_id = $1 AND settled_by IS NULL)::int AS appeals,
        (SELECT count(*) FROM appeals WHERE municipality_id = $1 AND settled_by IS NULL AND created_at >= $2)::int AS appeals_since,
        (SELECT count(*) FROM waiting)::int AS unanswered,
        (SELECT count(*) FROM waiting WHERE due < statement_timestamp())::int AS late,
        (SELECT count(*) FROM waiting WHERE published_at >= $2 OR (due < statement_timestamp() AND due >= $2))::int AS to_answer_since,
        (SELECT count(*) FROM contributions WHERE municipality_id = $1 AND publication = 'published' AND published_at >= $2)::int AS arrived)
    SELECT pending, flagged, appeals, unanswered, late, arrived, pending_since + flagged_since + appeals_since AS to_moderate_since, to_answer_since FROM desk`,
    [municipalityId, since],
  ))!;
}

export interface StaffReader {
  readonly participant_id: string;
  readonly address: string;
  readonly language: Language;
  readonly roles: readonly Role[];
}

/** Moderators, officials and administrators who have not switched the digest off. */
export async function readStaff(db: Sql, municipalityId: string): Promise<StaffReader[]> {
  return db.rows<StaffReader>(
    `
    SELECT p.id AS participant_id, a.email AS address, a.language, array_agg(r.role ORDER BY r.role) AS roles
    FROM account_roles r JOIN accounts a ON a.municipality_id = r.municipality_id AND a.id = r.account_id AND a.confirmed_at IS NOT NULL
    JOIN participants p ON p.municipality_id = a.municipality_id AND p.account_id = a.id
    WHERE r.municipality_id = $1 AND r.role IN ('moderator', 'official', 'administrator')
      AND NOT EXISTS (SELECT FROM mail_optouts o WHERE o.municipality_id = p.municipality_id AND o.participant_id = p.id AND o.kind = 'staff-digest')
    GROUP BY p.id, a.email, a.language ORDER BY p.id LIMIT 1000`,
    [municipalityId],
  );
}
