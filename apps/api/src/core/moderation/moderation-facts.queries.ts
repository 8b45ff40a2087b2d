import { appealDays } from '@parvis/shared/rules/moderation.ts';
import type { DecisionAct } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

/** What decides whether somebody may read or contest a decision. */
export interface DecisionFactsRow {
  readonly id: string;
  readonly contribution_id: string;
  readonly author_id: string;
  readonly act: DecisionAct;
  readonly decided_by: string;
  readonly has_appeal: boolean;
  readonly settles_appeal: boolean;
  readonly is_too_late: boolean;
  readonly appeal_days: number;
}

/** By the decision’s id, in its own town; whether it is too late is judged by the database’s clock. */
export async function readDecisionFacts(db: Sql, municipalityId: string, id: string): Promise<DecisionFactsRow | null> {
  return db.one<DecisionFactsRow>(
    `
    SELECT d.id, d.contribution_id, c.participant_id AS author_id, d.act, d.decided_by, d.appeal_id IS NOT NULL AS settles_appeal,
      EXISTS (SELECT FROM appeals a WHERE a.municipality_id = d.municipality_id AND a.decision_id = d.id) AS has_appeal,
      d.decided_at < statement_timestamp() - interval '${appealDays} days' AS is_too_late, ${appealDays} AS appeal_days
    FROM decisions d JOIN contributions c ON c.municipality_id = d.municipality_id AND c.id = d.contribution_id
    WHERE d.municipality_id = $1 AND d.id = $2`,
    [municipalityId, id],
  );
}

/** What decides who may settle an appeal. */
export interface AppealFactsRow {
  readonly id: string;
  readonly decision_id: string;
  readonly contribution_id: string;
  readonly author_id: string;
  readonly contested_by: string;
  readonly contested_act: DecisionAct;
  readonly settled_by: string | null;
}

/** By the appeal’s id, in its own town. */
export async function readAppealFacts(db: Sql, municipalityId: string, id: string): Promise<AppealFactsRow | null> {
  return db.one<AppealFactsRow>(
    `
    SELECT a.id, a.decision_id, a.contribution_id, c.participant_id AS author_id, a.contested_by, d.act AS contested_act, a.settled_by
    FROM appeals a JOIN decisions d ON d.municipality_id = a.municipality_id AND d.id = a.decision_id
    JOIN contributions c ON c.municipality_id = a.municipality_id AND c.id = a.contribution_id
    WHERE a.municipality_id = $1 AND a.id = $2`,
    [municipalityId, id],
  );
}
