import type { StatementView } from '@parvis/shared/contracts/moderation.ts';
import { appealDays } from '@parvis/shared/rules/moderation.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';
import { decisionJson } from './decision-json.ts';

/** Makes the one appeal against a decision (`appeals_once`); repeats who decided, who then may not settle it. */
export async function insertAppeal(
  tx: Tx,
  a: { municipalityId: string; id: string; decisionId: string; participantId: string; text: string },
): Promise<void> {
  await tx.run(
    `
    INSERT INTO appeals (municipality_id, id, decision_id, contested_by, contribution_id, participant_id, body)
    SELECT $1, $2, d.id, d.decided_by, d.contribution_id, $4, $5 FROM decisions d WHERE d.municipality_id = $1 AND d.id = $3`,
    [a.municipalityId, a.id, a.decisionId, a.participantId, a.text],
  );
}

export interface StatementRow extends Pick<StatementView, 'decision' | 'text' | 'followedFlags' | 'appeal' | 'appealUntil'> {
  readonly contribution_id: string;
}

/** A decision with what its author is owed: the words that were judged, how it came about, the appeal and its outcome. */
export async function readStatementRow(
  db: Sql,
  municipalityId: string,
  decisionId: string,
  language: string,
): Promise<StatementRow | null> {
  return db.one<StatementRow>(
    `
    SELECT d.contribution_id, ${decisionJson('d', false, '$3')} AS decision, coalesce(r.content->>'text', '') AS text,
      EXISTS (SELECT FROM flags f WHERE f.municipality_id = d.municipality_id AND f.settled_by = d.id) AS "followedFlags",
      d.decided_at + interval '${appealDays} days' AS "appealUntil",
      (SELECT jsonb_build_object('text', a.body, 'createdAt', a.created_at, 'outcome', (
          SELECT ${decisionJson('o', false, '$3')} FROM decisions o WHERE o.municipality_id = a.municipality_id AND o.id = a.settled_by))
        FROM appeals a WHERE a.municipality_id = d.municipality_id AND a.decision_id = d.id) AS appeal
    FROM decisions d
    LEFT JOIN revisions r ON r.municipality_id = d.municipality_id AND r.contribution_id = d.contribution_id AND r.revision = d.revision
    WHERE d.municipality_id = $1 AND d.id = $2`,
    [municipalityId, decisionId, language],
  );
}
