import type { Stance } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

export interface DecisionToInsert {
  readonly municipalityId: string;
  readonly id: string;
  readonly contributionId: string;
  readonly revision: number;
  readonly act: string;
  readonly ruleVersion: number;
  readonly ruleNumber: number;
  readonly reason: string;
  readonly decidedBy: string;
  readonly appealId: string | null;
}

/**
 * Writes a decision, unless the moderator wrote the content: then no row is made. With an appeal, the row repeats who made the contested
 * decision, and the constraint `decisions_by_another` refuses the same person.
 */
export async function insertDecision(tx: Tx, d: DecisionToInsert): Promise<boolean> {
  const made = await tx.run(
    `
    INSERT INTO decisions (municipality_id, id, contribution_id, revision, act, rule_version, rule_number, reason, decided_by, appeal_id, contested_by)
    SELECT $1, $2, c.id, $4, $5, $6, $7, $8, $9, $10, (SELECT a.contested_by FROM appeals a WHERE a.municipality_id = $1 AND a.id = $10)
    FROM contributions c WHERE c.municipality_id = $1 AND c.id = $3 AND c.participant_id <> $9`,
    [d.municipalityId, d.id, d.contributionId, d.revision, d.act, d.ruleVersion, d.ruleNumber, d.reason, d.decidedBy, d.appealId],
  );
  return made > 0;
}

/** Gives open flags and notes about a content their outcome, and lets go of it. */
export async function settleWaiting(tx: Tx, municipalityId: string, contributionId: string, decisionId: string): Promise<void> {
  await tx.run('UPDATE flags SET settled_by = $3 WHERE municipality_id = $1 AND contribution_id = $2 AND settled_by IS NULL', [
    municipalityId,
    contributionId,
    decisionId,
  ]);
  await tx.run(
    `UPDATE moderation_notes SET answered_at = statement_timestamp() WHERE municipality_id = $1 AND contribution_id = $2 AND asks_opinion AND answered_at IS NULL`,
    [municipalityId, contributionId],
  );
  await tx.run('DELETE FROM moderation_claims WHERE municipality_id = $1 AND contribution_id = $2', [municipalityId, contributionId]);
}

/** Open appeals about a content end with a decision that gives the author right; `onlyId` with one that does not. */
export async function settleAppeals(
  tx: Tx,
  municipalityId: string,
  contributionId: string,
  decisionId: string,
  onlyId: string | null,
): Promise<void> {
  await tx.run(
    'UPDATE appeals SET settled_by = $3 WHERE municipality_id = $1 AND contribution_id = $2 AND settled_by IS NULL AND ($4::uuid IS NULL OR id = $4)',
    [municipalityId, contributionId, decisionId, onlyId],
  );
}

export interface ContentRow {
  readonly id: string;
  readonly kind: string;
  readonly consultation_id: string;
  readonly participant_id: string;
  /** False for paper and imports: such an author reads no mail of ours and cannot correct. */
  readonly author_has_account: boolean;
  readonly subject_id: string | null;
  readonly parent_id: string | null;
  readonly stance: Stance | null;
  readonly content: Readonly<Record<string, unknown>>;
  /** Folded words, to find the same ones elsewhere. */
  readonly words: string;
}

/** What a decision is about: whose, where, and the current words. */
export async function readContent(db: Sql, municipalityId: string, id: string): Promise<ContentRow | null> {
  return db.one<ContentRow>(
    `
    SELECT c.id, c.kind, c.consultation_id, c.participant_id, p.account_id IS NOT NULL AS author_has_account, m.subject_id, m.parent_id, m.stance, r.content,
      md5(lower(regexp_replace(coalesce(r.content->>'text', ''), '\\s+', ' ', 'g'))) AS words
    FROM contributions c
    JOIN participants p ON p.municipality_id = c.municipality_id AND p.id = c.participant_id
    JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
    LEFT JOIN comments m ON m.municipality_id = c.municipality_id AND m.id = c.id
    WHERE c.municipality_id = $1 AND c.id = $2`,
    [municipalityId, id],
  );
}

/** The version of the rules that is in force, or null. */
export async function readCurrentVersion(db: Sql, municipalityId: string): Promise<number | null> {
  const row = await db.one<{ version: number | null }>(
    'SELECT max(version) AS version FROM moderation_rule_versions WHERE municipality_id = $1',
    [municipalityId],
  );
  return row?.version ?? null;
}

/** Whether this version of the rules has such a number; whether the version is in force is not looked at. */
export async function ruleExists(db: Sql, municipalityId: string, version: number, number: number): Promise<boolean> {
  return (
    (await db.one('SELECT FROM moderation_rules WHERE municipality_id = $1 AND version = $2 AND number = $3', [
      municipalityId,
      version,
      number,
    ])) !== null
  );
}
