import type { Language, LegalPage } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

export interface OverviewRow {
  readonly drafts: number;
  readonly published: number;
  readonly closed: number;
  readonly accounts: number;
  readonly staff: number;
  readonly invited: number;
  readonly flagged: number;
  readonly pending: number;
  readonly appeals: number;
  readonly unanswered: number;
  readonly prepared: number;
  readonly imports: number;
  readonly mails_waiting: number;
  readonly mails_refused: number;
}

/** Counts what waits, in one statement. Contributions wait for an answer from the close of their consultation's contributing on, so all published ones count. */
export async function readOverviewRow(db: Sql, municipalityId: string): Promise<OverviewRow> {
  return (await db.one<OverviewRow>(
    `
    SELECT c.*, p.*, m.*,
      (SELECT count(*)::int FROM tallies t JOIN consultations k ON k.municipality_id = t.municipality_id AND k.id = t.consultation_id
        JOIN contributions x ON x.municipality_id = t.municipality_id AND x.id = t.contribution_id
        WHERE t.municipality_id = $1 AND NOT t.is_answered AND k.state IN ('published', 'closed') AND x.publication = 'published' AND x.moderation <> 'hidden') AS unanswered,
      (SELECT count(*)::int FROM responses WHERE municipality_id = $1 AND state = 'ready') AS prepared,
      (SELECT count(*)::int FROM imports WHERE municipality_id = $1 AND state IN ('staging', 'checked', 'publishing')) AS imports
    FROM (SELECT count(*) FILTER (WHERE state = 'draft')::int AS drafts, count(*) FILTER (WHERE state = 'published')::int AS published,
        count(*) FILTER (WHERE state IN ('closed', 'archived'))::int AS closed FROM consultations WHERE municipality_id = $1) c,
      (SELECT (SELECT count(*)::int FROM accounts WHERE municipality_id = $1 AND confirmed_at IS NOT NULL) AS accounts,
        (SELECT count(DISTINCT account_id)::int FROM account_roles WHERE municipality_id = $1) AS staff,
        (SELECT count(*)::int FROM staff_invitations WHERE municipality_id = $1 AND used_at IS NULL AND expires_at > statement_timestamp()) AS invited,
        (SELECT count(*)::int FROM mails WHERE municipality_id = $1 AND state = 'waiting') AS mails_waiting,
        (SELECT count(*)::int FROM mails WHERE municipality_id = $1 AND state = 'refused') AS mails_refused) p,
      (SELECT (SELECT count(DISTINCT contribution_id)::int FROM flags WHERE municipality_id = $1 AND settled_by IS NULL) AS flagged,
        (SELECT count(*)::int FROM contributions WHERE municipality_id = $1 AND publication = 'pending') AS pending,
        (SELECT count(*)::int FROM appeals WHERE municipality_id = $1 AND settled_by IS NULL) AS appeals) m`,
    [municipalityId],
  ))!;
}

export interface JournalRow {
  readonly seq: number;
  readonly at: string;
  readonly topic: string;
  readonly who: string;
  readonly consultation_title: string | null;
  readonly consultation_slug: string | null;
  readonly number: number | null;
  readonly kind: string | null;
  readonly page: LegalPage | null;
  readonly language: Language | null;
}

/** A page of the town's journal, newest first, one row more than asked. `before` is the last seq of the page before. */
export async function readJournalRows(db: Sql, municipalityId: string, before: number | null, limit: number): Promise<JournalRow[]> {
  return db.rows<JournalRow>(
    `
    SELECT o.seq, o.at, o.topic, CASE WHEN p.erased_at IS NULL THEN coalesce(p.display_name, '') ELSE '' END AS who,
      k.title AS consultation_title, k.slug AS consultation_slug, c.number, c.kind,
      CASE WHEN o.topic = 'legal-page.published' THEN o.subject ->> 'page' END AS page, CASE WHEN o.topic = 'legal-page.published' THEN o.subject ->> 'language' END AS language
    FROM outbox o
    LEFT JOIN participants p ON p.municipality_id = o.municipality_id AND p.id = o.participant_id
    LEFT JOIN consultations k ON k.municipality_id = o.municipality_id AND k.id = o.consultation_id
    LEFT JOIN contributions c ON c.municipality_id = o.municipality_id AND c.id = o.contribution_id
    WHERE o.municipality_id = $1 AND o.topic NOT LIKE 'support.%' AND o.topic NOT LIKE '%.imported' AND ($2::bigint IS NULL OR o.seq < $2)
    ORDER BY o.seq DESC LIMIT $3`,
    [municipalityId, before, limit + 1],
  );
}
