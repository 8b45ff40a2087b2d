import type { AnswerStatus, CommitmentState, ResponseState } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { FileRow } from '../files/index.ts';

interface MilestoneRow {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly note: string;
}

export interface CommitmentRow {
  readonly id: string;
  readonly responseId: string;
  readonly title: string;
  readonly dueOn: string;
  readonly state: CommitmentState;
  readonly progress: number;
  readonly costCents: number | null;
  readonly votedCents: number | null;
  readonly note: string;
  readonly updatedAt: string;
  readonly isLate: boolean;
  readonly milestones: readonly MilestoneRow[];
}

export interface ResponseRow {
  readonly id: string;
  readonly consultation_id: string;
  readonly activity_id: string | null;
  readonly activity_title: string | null;
  readonly state: ResponseState;
  readonly status: AnswerStatus;
  readonly body_html: string;
  readonly signed_as: string;
  readonly published_at: string | null;
  readonly updated_at: string;
  readonly documents: readonly (FileRow & { readonly title: string })[];
  readonly commitments: readonly CommitmentRow[];
  readonly subject_ids: readonly string[];
  readonly subject_count: number;
}

/** `visible_` reads what the public may see, '' what the desk prepares. */
export type Sight = 'visible_' | '';

/** A commitment as one JSON object; `c` names its row. A commitment is late once its day has passed in the database's time zone of the town. */
export const commitmentJson = (
  sight: Sight,
): string => `jsonb_build_object('id', c.id, 'responseId', c.response_id, 'title', c.title, 'dueOn', c.due_on, 'state', c.state,
  'progress', c.progress, 'costCents', c.cost_cents, 'votedCents', c.voted_cents, 'note', c.note, 'updatedAt', c.updated_at,
  'isLate', c.state IN ('planned', 'under-way') AND c.due_on < (statement_timestamp() AT TIME ZONE (SELECT time_zone FROM ${sight}municipalities z WHERE z.${sight ? 'municipality_id' : 'id'} = c.municipality_id))::date,
  'milestones', coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'dueOn', s.due_on, 'doneOn', s.done_on, 'note', s.note) ORDER BY s.due_on, s.position, s.id)
    FROM ${sight}milestones s WHERE s.municipality_id = c.municipality_id AND s.commitment_id = c.id), '[]'))`;

/**
 * SQL that gives, as a list, the ids of at most three subjects of the response whose id is `response`. In public only those whose words
 * everybody may read: a text may be hidden, withdrawn from sight or back with the moderators after it was answered.
 */
export const namedSubjects = (
  sight: Sight,
  from: string,
  response: string,
): string => `ARRAY(SELECT s.contribution_id FROM ${sight}response_subjects s ${sight && `JOIN visible_contributions v ON v.municipality_id = s.municipality_id AND v.id = s.contribution_id AND NOT v.is_place_only`}
  WHERE s.municipality_id = ${from}.municipality_id AND s.response_id = ${response} ORDER BY s.contribution_id LIMIT 3)`;

/** The columns of a ResponseRow; `r` names the response's row. At most three subjects are named, all are counted. */
const responseColumns = (
  sight: Sight,
): string => `r.id, r.consultation_id, r.activity_id, r.status, r.body_html, r.signed_as, r.published_at,
  (SELECT a.title FROM ${sight}activities a WHERE a.municipality_id = r.municipality_id AND a.id = r.activity_id) AS activity_title,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'media_type', f.media_type, 'file_name', f.file_name, 'bytes', f.bytes, 'width', f.width, 'height', f.height, 'pages', f.pages, 'title', d.title) ORDER BY d.position)
    FROM ${sight}response_files d JOIN ${sight}files f ON f.municipality_id = d.municipality_id AND f.id = d.file_id WHERE d.municipality_id = r.municipality_id AND d.response_id = r.id), '[]') AS documents,
  coalesce((SELECT jsonb_agg(${commitmentJson(sight)} ORDER BY c.due_on, c.id) FROM ${sight}commitments c WHERE c.municipality_id = r.municipality_id AND c.response_id = r.id), '[]') AS commitments,
  ${namedSubjects(sight, 'r', 'r.id')} AS subject_ids,
  (SELECT count(*)::int FROM ${sight}response_subjects s WHERE s.municipality_id = r.municipality_id AND s.response_id = r.id) AS subject_count`;

/** One response in any state, for the desk; all its subjects are named, up to 200. */
export async function readResponse(db: Sql, municipalityId: string, id: string): Promise<ResponseRow | null> {
  return db.one<ResponseRow>(
    `SELECT ${responseColumns('').replace('LIMIT 3', 'LIMIT 200')}, r.state, r.updated_at FROM responses r WHERE r.municipality_id = $1 AND r.id = $2`,
    [municipalityId, id],
  );
}

/** Responses in preparation, latest change first. */
export async function readPreparedResponses(
  db: Sql,
  municipalityId: string,
  consultationId: string,
  after: readonly [string, string] | null,
  limit: number,
): Promise<ResponseRow[]> {
  return db.rows<ResponseRow>(
    `
    SELECT ${responseColumns('')}, r.state, r.updated_at FROM responses r
    WHERE r.municipality_id = $1 AND r.consultation_id = $2 AND r.state <> 'published' AND ($3::timestamptz IS NULL OR (r.updated_at, r.id) < ($3, $4::uuid))
    ORDER BY r.updated_at DESC, r.id DESC LIMIT $5`,
    [municipalityId, consultationId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

type PublishedRow = Omit<ResponseRow, 'state' | 'updated_at'>;

/** Published responses of a consultation, latest first. */
export async function readAnswers(
  db: Sql,
  municipalityId: string,
  consultationId: string,
  status: string | null,
  after: readonly [string, string] | null,
  limit: number,
): Promise<PublishedRow[]> {
  return db.rows<PublishedRow>(
    `
    SELECT ${responseColumns('visible_')} FROM visible_responses r
    WHERE r.municipality_id = $1 AND r.consultation_id = $2 AND ($3::text IS NULL OR r.status = $3) AND ($4::timestamptz IS NULL OR (r.published_at, r.id) < ($4, $5::uuid))
    ORDER BY r.published_at DESC, r.id DESC LIMIT $6`,
    [municipalityId, consultationId, status, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** Published responses to one contribution, latest first. */
export async function readAnswersTo(db: Sql, municipalityId: string, contributionId: string): Promise<PublishedRow[]> {
  return db.rows<PublishedRow>(
    `
    SELECT ${responseColumns('visible_')} FROM visible_response_subjects x JOIN visible_responses r ON r.municipality_id = x.municipality_id AND r.id = x.response_id
    WHERE x.municipality_id = $1 AND x.contribution_id = $2 ORDER BY r.published_at DESC, r.id DESC LIMIT 50`,
    [municipalityId, contributionId],
  );
}
