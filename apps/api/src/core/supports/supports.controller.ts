import { Controller, Inject } from '@nestjs/common';
import { addSupport, removeSupport, type Support } from '@parvis/shared/contracts/supports.ts';
import { LimitedBy, Policy, Route, signedIn, type ActorCall } from '../../platform/http/index.ts';
import { SupportsService } from './supports.service.ts';

const paces = 'the statement that decides, from what support-paces.ts counted';

/** The policy asks for an account only: everything else is decided by the one statement that makes the support. */
@Controller()
export class SupportsController {
  constructor(@Inject(SupportsService) private readonly supports: SupportsService) {}

  @Route(addSupport)
  @Policy(signedIn)
  @LimitedBy(paces)
  add({ actor, params }: ActorCall<typeof addSupport>): Promise<Support> {
    return this.supports.add(actor, params.contributionId);
  }

  @Route(removeSupport)
  @Policy(signedIn)
  @LimitedBy(paces)
  remove({ actor, params }: ActorCall<typeof removeSupport>): Promise<Support> {
    return this.supports.remove(actor, params.contributionId);
  }
}
