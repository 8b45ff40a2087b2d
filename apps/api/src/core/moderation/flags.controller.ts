import { Controller, Inject } from '@nestjs/common';
import { flagContribution, readFlagSubject, type FlagSubject } from '@parvis/shared/contracts/flags.ts';
import { Limit, Policy, Route, type Call } from '../../platform/http/index.ts';
import { contributionFacts, maySee, shownTo, type ContributionFactsRow } from '../contributions/index.ts';
import { FlagsService } from './flags.service.ts';
import { mayFlag } from './moderation.policy.ts';

/** What readers tell about a contribution that they see. */
@Controller()
export class FlagsController {
  constructor(@Inject(FlagsService) private readonly flags: FlagsService) {}

  @Route(readFlagSubject)
  @Policy(maySee, contributionFacts)
  async subject(call: Call<typeof readFlagSubject, ContributionFactsRow>): Promise<FlagSubject> {
    return shownTo(call, await this.flags.subject(call));
  }

  @Route(flagContribution)
  @Policy(mayFlag, contributionFacts)
  @Limit({ name: 'flag', points: 30, seconds: 3_600, by: 'address' }, { name: 'flag-mail', points: 10, seconds: 86_400, by: 'body.email' })
  flag(call: Call<typeof flagContribution, ContributionFactsRow>): Promise<void> {
    return this.flags.flag(call);
  }
}
