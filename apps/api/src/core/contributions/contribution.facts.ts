import type { AnyCall, FactsLoader } from '../../platform/http/index.ts';
import {
  readActivityFacts,
  readContributionFacts,
  readIdOfNumber,
  type ActivityFactsRow,
  type ContributionFactsRow,
  type Stored,
} from './contribution-facts.queries.ts';
import { ActivityNotFound, ContributionNotFound } from './contributions.errors.ts';
import { holdsPreview } from './preview.ts';

/** Facts of the contribution that `:contributionId` names. @throws ContributionNotFound when the town has no such id */
export const contributionFacts: FactsLoader<ContributionFactsRow> = async ({ db }, call) => {
  const found = await readContributionFacts(db, call.town.id, String(call.params['contributionId']), accountOf(call));
  if (!found) throw new ContributionNotFound();
  return judged(call, found);
};

/** Facts of the contribution whose number, or identifier, is `:number`. @throws ContributionNotFound when the town has none */
export const contributionFactsByNumber: FactsLoader<ContributionFactsRow> = async ({ db }, call) => {
  const key = String(call.params['number']);
  const id = /^\d+$/.test(key) ? await readIdOfNumber(db, call.town.id, Number(key)) : key;
  const found = id && (await readContributionFacts(db, call.town.id, id, accountOf(call)));
  if (!found) throw new ContributionNotFound();
  return judged(call, found);
};

/** Facts of the activity that `:activityId` names. @throws ActivityNotFound when the town has no such id */
export const activityFacts: FactsLoader<ActivityFactsRow> = async ({ db }, call) => {
  const found = await readActivityFacts(db, call.town.id, String(call.params['activityId']), accountOf(call));
  if (!found) throw new ActivityNotFound();
  return judged(call, found);
};

function accountOf(call: AnyCall): string | null {
  return call.actor?.accountId ?? null;
}

function judged<F extends { readonly has_preview: boolean }>(call: AnyCall, { preview_token_hash: hash, ...facts }: Stored<F>): F {
  return { ...facts, has_preview: holdsPreview(call, hash) } as unknown as F;
}
