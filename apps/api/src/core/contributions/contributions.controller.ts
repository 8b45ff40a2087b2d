import { Controller, Inject } from '@nestjs/common';
import { locateContribution, type ContributionPlace } from '@parvis/shared/contracts/contributions.ts';
import { slugOf } from '@parvis/shared/rules/slug.ts';
import { Database } from '../../platform/database/index.ts';
import { Policy, Route, type Call } from '../../platform/http/index.ts';
import type { ContributionFactsRow } from './contribution-facts.queries.ts';
import { readPlace } from './contribution-place.queries.ts';
import { contributionFactsByNumber } from './contribution.facts.ts';
import { maySee } from './contribution.policy.ts';
import { ContributionNotFound } from './contributions.errors.ts';

/** What can be asked of any contribution, whatever its kind. */
@Controller()
export class ContributionsController {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Route(locateContribution)
  @Policy(maySee, contributionFactsByNumber)
  async locate({ town, facts }: Call<typeof locateContribution, ContributionFactsRow>): Promise<ContributionPlace> {
    const place = await readPlace(this.db, town.id, facts.id);
    if (!place) throw new ContributionNotFound();
    return { ...place, canonicalKey: place.number === null ? place.id : `${place.number}-${slugOf(place.title)}` };
  }
}
