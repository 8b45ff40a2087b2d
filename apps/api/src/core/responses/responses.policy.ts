import { hasRole, type FactsLoader } from '../../platform/http/index.ts';
import { ResponseNotFound } from './responses.errors.ts';
import { readResponseFacts, type ResponseFactsRow } from './responses.queries.ts';

/** A policy: officials answer; administrators may prepare for them. */
export const mayAnswer = hasRole('official', 'administrator');

/** Facts of the response that `:responseId` names. @throws ResponseNotFound when the town has none */
export const responseFacts: FactsLoader<ResponseFactsRow> = async ({ db }, call) => {
  const found = await readResponseFacts(db, call.town.id, String(call.params['responseId']));
  if (!found) throw new ResponseNotFound();
  return found;
};
