import type { AnswerStatus, CommitmentState, DecisionAct, FlagGround } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

export interface ResponseFacts {
  readonly status: AnswerStatus;
  readonly signed_as: string;
  readonly body_text: string;
  readonly activity_title: string | null;
}

/** A published response, or null. */
export async function readResponse(db: Sql, municipalityId: string, responseId: string): Promise<ResponseFacts | null> {
  return db.one<ResponseFacts>(
    `
    SELECT r.status, r.signed_as, r.body_text, a.title AS activity_title FROM responses r
    LEFT JOIN activities a ON a.municipality_id = r.municipality_id AND a.id = r.activity_id
    WHERE r.municipality_id = $1 AND r.id = $2 AND r.state = 'published'`,
    [municipalityId, responseId],
  );
}

export interface CommentFacts {
  readonly author_id: string;
  readonly subject_author_id: string;
  readonly parent_author_id: string | null;
  readonly subject_id: string;
}

/** A comment that everybody sees, or null. */
export async function readComment(db: Sql, municipalityId: string, commentId: string): Promise<CommentFacts | null> {
  return db.one<CommentFacts>(
    `
    SELECT c.participant_id AS author_id, s.participant_id AS subject_author_id, p.participant_id AS parent_author_id, m.subject_id
    FROM comments m
    JOIN contributions c ON c.municipality_id = m.municipality_id AND c.id = m.id AND c.publication = 'published' AND c.moderation IN ('none', 'locked')
    JOIN contributions s ON s.municipality_id = m.municipality_id AND s.id = m.subject_id
    LEFT JOIN contributions p ON p.municipality_id = m.municipality_id AND p.id = m.parent_id
    WHERE m.municipality_id = $1 AND m.id = $2`,
    [municipalityId, commentId],
  );
}

/** Who wrote a contribution; null when there is none. */
export async function readAuthor(db: Sql, municipalityId: string, contributionId: string): Promise<string | null> {
  return (
    (
      await db.one<{ participant_id: string }>('SELECT participant_id FROM contributions WHERE municipality_id = $1 AND id = $2', [
        municipalityId,
        contributionId,
      ])
    )?.participant_id ?? null
  );
}

export interface DecisionFacts {
  readonly contribution_id: string;
  readonly author_id: string;
  readonly act: DecisionAct;
  readonly rule_number: number;
  readonly rule_title: string;
  /** The title in each language in which the rule is written. */
  readonly rule_titles: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly appellant_id: string | null;
  /** Of a decision on an appeal: whether it repeats the contested one. */
  readonly upholds: boolean;
  /** Whoever flagged and got this decision as the outcome. */
  readonly notifiers: readonly string[];
}

/** With up to 500 of those whose flags it settled; null when there is no such decision. */
export async function readDecision(db: Sql, municipalityId: string, decisionId: string): Promise<DecisionFacts | null> {
  return db.one<DecisionFacts>(
    `
    SELECT d.contribution_id, c.participant_id AS author_id, d.act, d.rule_number, r.title AS rule_title, coalesce((SELECT jsonb_object_agg(t.key, t.value->'title') FROM jsonb_each(r.texts) AS t), '{}') AS rule_titles, d.reason, a.participant_id AS appellant_id, coalesce(d.act = x.act, false) AS upholds,
      ARRAY(SELECT DISTINCT f.participant_id FROM flags f WHERE f.municipality_id = d.municipality_id AND f.settled_by = d.id LIMIT 500) AS notifiers
    FROM decisions d
    JOIN contributions c ON c.municipality_id = d.municipality_id AND c.id = d.contribution_id
    JOIN moderation_rules r ON r.municipality_id = d.municipality_id AND r.version = d.rule_version AND r.number = d.rule_number
    LEFT JOIN appeals a ON a.municipality_id = d.municipality_id AND a.id = d.appeal_id
    LEFT JOIN decisions x ON x.municipality_id = a.municipality_id AND x.id = a.decision_id
    WHERE d.municipality_id = $1 AND d.id = $2`,
    [municipalityId, decisionId],
  );
}

export interface FlagFacts {
  readonly participant_id: string;
  readonly contribution_id: string;
  readonly ground: FlagGround;
}

/** Null when retention has removed it. */
export async function readFlag(db: Sql, municipalityId: string, flagId: string): Promise<FlagFacts | null> {
  return db.one<FlagFacts>('SELECT participant_id, contribution_id, ground FROM flags WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    flagId,
  ]);
}

export interface CommitmentFacts {
  readonly response_id: string;
  readonly title: string;
  readonly state: CommitmentState;
  readonly due_on: string;
  readonly milestone: string | null;
  readonly note: string;
}

/** A commitment of a published response, with the milestone that moved. */
export async function readCommitment(
  db: Sql,
  municipalityId: string,
  commitmentId: string,
  milestoneId: string | null,
): Promise<CommitmentFacts | null> {
  return db.one<CommitmentFacts>(
    `
    SELECT c.response_id, c.title, c.state, c.due_on::text AS due_on, m.title AS milestone, coalesce(m.note, c.note) AS note FROM commitments c
    JOIN responses r ON r.municipality_id = c.municipality_id AND r.id = c.response_id AND r.state = 'published'
    LEFT JOIN milestones m ON m.municipality_id = c.municipality_id AND m.commitment_id = c.id AND m.id = $3
    WHERE c.municipality_id = $1 AND c.id = $2`,
    [municipalityId, commitmentId, milestoneId],
  );
}

export interface PhaseFacts {
  readonly id: string;
  readonly consultation_id: string;
  readonly title: string;
  readonly consultation_title: string;
  readonly consultation_slug: string;
  readonly starts_at: string;
  readonly ends_at: string | null;
}

const phases = `
  SELECT p.id, p.consultation_id, p.title, k.title AS consultation_title, k.slug AS consultation_slug, p.starts_at, p.ends_at
  FROM phases p JOIN consultations k ON k.municipality_id = p.municipality_id AND k.id = p.consultation_id AND k.state = 'published'
  WHERE p.municipality_id = $1 AND EXISTS (SELECT FROM phase_openings o WHERE o.municipality_id = p.municipality_id AND o.phase_id = p.id)`;

/** Phases that open an act and began in the last 24 hours. */
export async function readPhasesOpened(db: Sql, municipalityId: string): Promise<PhaseFacts[]> {
  return db.rows<PhaseFacts>(
    `${phases} AND p.starts_at <= statement_timestamp() AND p.starts_at > statement_timestamp() - interval '24 hours' ORDER BY p.id LIMIT 100`,
    [municipalityId],
  );
}

/** Phases that open an act and end within 72 hours. */
export async function readPhasesClosing(db: Sql, municipalityId: string): Promise<PhaseFacts[]> {
  return db.rows<PhaseFacts>(
    `${phases} AND p.starts_at <= statement_timestamp() AND p.ends_at > statement_timestamp() AND p.ends_at <= statement_timestamp() + interval '72 hours' ORDER BY p.id LIMIT 100`,
    [municipalityId],
  );
}
