import { Controller, Inject } from '@nestjs/common';
import { readBounceAddress, readUnsubscription, reportBounce, unsubscribe, type Subscription } from '@parvis/shared/contracts/mails.ts';
import { Limit, Policy, Route, anyone, hasRole, type Call } from '../../platform/http/index.ts';
import { MailsService } from './mails.service.ts';

@Controller()
export class MailsController {
  constructor(@Inject(MailsService) private readonly mails: MailsService) {}

  @Route(readUnsubscription) @Policy(anyone)
  readSubscription(call: Call<typeof readUnsubscription>): Promise<Subscription> {
    return this.mails.readSubscription(call.town, call.params.token);
  }

  @Route(unsubscribe) @Policy(anyone)
  unsubscribe(call: Call<typeof unsubscribe>): Promise<Subscription> {
    return this.mails.unsubscribe(call.town, call.params.token);
  }

  @Route(reportBounce) @Policy(anyone) @Limit({ name: 'bounces', points: 600, seconds: 60, by: 'address' })
  takeBounce(call: Call<typeof reportBounce>): Promise<{ suppressed: number }> {
    return this.mails.takeBounce(call.town, call.params.token, call.upload!);
  }

  @Route(readBounceAddress) @Policy(hasRole('administrator'))
  bounceAddress(call: Call<typeof readBounceAddress>): { url: string } {
    return this.mails.bounceAddress(call.town);
  }
}
