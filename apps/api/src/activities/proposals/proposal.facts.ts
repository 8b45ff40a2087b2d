import { ContributionNotFound, contributionFacts, type ContributionFactsRow } from '../../core/contributions/index.ts';
import type { FactsLoader } from '../../platform/http/index.ts';
import { readIdByNumber } from './proposals.queries.ts';

/** Facts of the proposal whose number stands in the address. @throws ContributionNotFound when the town has none */
export const proposalFacts: FactsLoader<ContributionFactsRow> = async (source, call) => {
  const contributionId = await readIdByNumber(source.db, call.town.id, Number(call.params['number']));
  if (contributionId === null) throw new ContributionNotFound();
  return contributionFacts(source, { ...call, params: { contributionId } });
};
