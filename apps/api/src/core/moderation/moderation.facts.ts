import type { FactsLoader } from '../../platform/http/index.ts';
import { AppealNotFound, DecisionNotFound } from './moderation.errors.ts';
import { readAppealFacts, readDecisionFacts, type AppealFactsRow, type DecisionFactsRow } from './moderation-facts.queries.ts';

/** Facts of the decision that `:decisionId` names. @throws DecisionNotFound */
export const decisionFacts: FactsLoader<DecisionFactsRow> = async ({ db }, call) => {
  const found = await readDecisionFacts(db, call.town.id, String(call.params['decisionId']));
  if (!found) throw new DecisionNotFound();
  return found;
};

/** Facts of the appeal that `:appealId` names. @throws AppealNotFound */
export const appealFacts: FactsLoader<AppealFactsRow> = async ({ db }, call) => {
  const found = await readAppealFacts(db, call.town.id, String(call.params['appealId']));
  if (!found) throw new AppealNotFound();
  return found;
};
