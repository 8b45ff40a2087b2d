import type { Sql } from '../../platform/database/index.ts';
import type { Language } from '../../platform/messages/index.ts';

/** Somebody to be told, where to write, and why; `contribution_ids` are those of the event that concern this person, 20 at most. */
export interface Recipient {
  readonly participant_id: string;
  readonly address: string;
  readonly language: Language;
  readonly why: 'author' | 'supporter' | 'commenter' | 'follower' | 'participant' | 'staff' | 'notifier';
  readonly contribution_ids: readonly string[];
  /** Whether this person wants one mail a day for what can wait. */
  readonly wants_daily: boolean;
}

/** One page of people, after a participant's id. */
export interface PageOfPeople {
  readonly municipalityId: string;
  readonly kind: string;
  readonly actorId: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/** Signed-in people with a confirmed address who have not switched the kind off, and who did not act themselves. */
const reachable = `
  JOIN participants p ON p.municipality_id = $1 AND p.id = people.participant_id AND p.erased_at IS NULL
  JOIN accounts a ON a.municipality_id = p.municipality_id AND a.id = p.account_id AND a.confirmed_at IS NOT NULL
  LEFT JOIN notice_settings s ON s.municipality_id = p.municipality_id AND s.participant_id = p.id
  WHERE ($3::uuid IS NULL OR people.participant_id > $3) AND people.participant_id IS DISTINCT FROM $4::uuid
    AND NOT EXISTS (SELECT FROM mail_optouts o WHERE o.municipality_id = p.municipality_id AND o.participant_id = p.id AND o.kind = $5)`;

/** Whoever has a stake in the contributions of the table `subjects`, with the strongest reason; 1 author … 4 follower. */
const concerned = `
  SELECT c.participant_id, c.id AS contribution_id, 1 AS rank FROM contributions c JOIN subjects ON c.id = subjects.id WHERE c.municipality_id = $1
  UNION ALL SELECT s.participant_id, s.contribution_id, 2 FROM supports s JOIN subjects ON s.contribution_id = subjects.id WHERE s.municipality_id = $1
  UNION ALL SELECT c.participant_id, m.subject_id, 3 FROM comments m JOIN subjects ON m.subject_id = subjects.id
    JOIN contributions c ON c.municipality_id = m.municipality_id AND c.id = m.id AND c.publication = 'published' WHERE m.municipality_id = $1
  UNION ALL SELECT f.participant_id, f.contribution_id, 4 FROM follows f JOIN subjects ON f.contribution_id = subjects.id WHERE f.municipality_id = $1 AND f.is_on`;

const choose = `
  SELECT people.participant_id, a.email AS address, a.language, coalesce(s.is_daily, true) AS wants_daily,
    (ARRAY['author', 'supporter', 'commenter', 'follower'])[min(people.rank)] AS why,
    (array_agg(DISTINCT people.contribution_id))[1:20] AS contribution_ids
  FROM (${concerned}) people ${reachable}
    AND NOT EXISTS (SELECT FROM follows f WHERE f.municipality_id = $1 AND f.contribution_id = people.contribution_id AND f.participant_id = people.participant_id AND NOT f.is_on)
  GROUP BY people.participant_id, a.email, a.language, s.is_daily ORDER BY people.participant_id LIMIT $6`;

const valuesOf = (page: PageOfPeople, subject: unknown): readonly unknown[] => [
  page.municipalityId,
  subject,
  page.after,
  page.actorId,
  page.kind,
  page.limit,
];

/** Authors, supporters, commenters and followers of some contributions. */
export async function readConcerned(db: Sql, page: PageOfPeople, contributionIds: readonly string[]): Promise<Recipient[]> {
  return db.rows<Recipient>(`WITH subjects AS (SELECT unnest($2::uuid[]) AS id) ${choose}`, valuesOf(page, contributionIds) as never);
}

/** The same of everything that a response answers: the contributions it names and, for a whole activity, its listed ones. */
export async function readConcernedByResponse(db: Sql, page: PageOfPeople, responseId: string): Promise<Recipient[]> {
  return db.rows<Recipient>(
    `
    WITH subjects AS MATERIALIZED (
      SELECT contribution_id AS id FROM response_subjects WHERE municipality_id = $1 AND response_id = $2::uuid
      UNION SELECT c.id FROM responses r JOIN contributions c ON c.municipality_id = r.municipality_id AND c.activity_id = r.activity_id
      WHERE r.municipality_id = $1 AND r.id = $2::uuid AND c.publication = 'published' AND c.number IS NOT NULL)
    ${choose}`,
    valuesOf(page, responseId) as never,
  );
}

/** Everybody who took part in a consultation: wrote, commented or supported. */
export async function readTakingPart(db: Sql, page: PageOfPeople, consultationId: string): Promise<Recipient[]> {
  return db.rows<Recipient>(
    `
    SELECT people.participant_id, a.email AS address, a.language, coalesce(s.is_daily, true) AS wants_daily, 'participant' AS why, '{}'::uuid[] AS contribution_ids
    FROM (
      SELECT participant_id FROM contributions WHERE municipality_id = $1 AND consultation_id = $2::uuid AND publication = 'published'
      UNION SELECT s.participant_id FROM supports s JOIN contributions c ON c.municipality_id = s.municipality_id AND c.id = s.contribution_id
      WHERE s.municipality_id = $1 AND c.consultation_id = $2::uuid) people ${reachable}
    ORDER BY people.participant_id LIMIT $6`,
    valuesOf(page, consultationId) as never,
  );
}

/** Named people: account holders, and those who wrote with an address only. Nobody is left out for switching a kind off. */
export async function readNamed(
  db: Sql,
  municipalityId: string,
  participantIds: readonly string[],
  why: Recipient['why'],
): Promise<Recipient[]> {
  return db.rows<Recipient>(
    `
    SELECT p.id AS participant_id, coalesce(a.email, k.email) AS address, coalesce(a.language, t.languages[1]) AS language,
      coalesce(s.is_daily, true) AS wants_daily, $3 AS why, '{}'::uuid[] AS contribution_ids
    FROM participants p JOIN municipalities t ON t.id = p.municipality_id
    LEFT JOIN accounts a ON a.municipality_id = p.municipality_id AND a.id = p.account_id AND a.confirmed_at IS NOT NULL
    LEFT JOIN contact_points k ON k.municipality_id = p.municipality_id AND k.participant_id = p.id
    LEFT JOIN notice_settings s ON s.municipality_id = p.municipality_id AND s.participant_id = p.id
    WHERE p.municipality_id = $1 AND p.id = ANY ($2::uuid[]) AND p.erased_at IS NULL AND coalesce(a.email, k.email) IS NOT NULL ORDER BY p.id`,
    [municipalityId, participantIds, why],
  );
}
