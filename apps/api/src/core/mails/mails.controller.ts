import { Controller, Inject } from '@nestjs/common';
import {
  listMailStops,
  readMailDesk,
  releaseMailStop,
  sendTestMail,
  type MailDesk,
  type MailStop,
} from '@parvis/shared/contracts/mail-desk.ts';
import { readBounceAddress, readUnsubscription, reportBounce, unsubscribe, type Subscription } from '@parvis/shared/contracts/mails.ts';
import { Limit, Policy, Route, anyone, hasRole, type ActorCall, type Call } from '../../platform/http/index.ts';
import { MailDeskService } from './mail-desk.service.ts';
import { MailsService } from './mails.service.ts';

/** Routes of unsubscribing, which need no account but a mail's token, and of the administrator's desk of mails. */
@Controller()
export class MailsController {
  constructor(
    @Inject(MailsService) private readonly mails: MailsService,
    @Inject(MailDeskService) private readonly desk: MailDeskService,
  ) {}

  @Route(readUnsubscription)
  @Policy(anyone)
  readSubscription(call: Call<typeof readUnsubscription>): Promise<Subscription> {
    return this.mails.readSubscription(call.town, call.params.token);
  }

  @Route(unsubscribe)
  @Policy(anyone)
  unsubscribe(call: Call<typeof unsubscribe>): Promise<Subscription> {
    return this.mails.unsubscribe(call.town, call.params.token);
  }

  @Route(reportBounce)
  @Policy(anyone)
  @Limit({ name: 'bounces', points: 600, seconds: 60, by: 'address' })
  takeBounce(call: Call<typeof reportBounce>): Promise<{ suppressed: number }> {
    return this.mails.takeBounce(call.town, call.params.token, call.upload!);
  }

  @Route(readBounceAddress)
  @Policy(hasRole('administrator'))
  bounceAddress(call: Call<typeof readBounceAddress>): { url: string } {
    return this.mails.bounceAddress(call.town);
  }

  @Route(readMailDesk)
  @Policy(hasRole('administrator'))
  readDesk(call: ActorCall<typeof readMailDesk>): Promise<MailDesk> {
    return this.desk.read(call);
  }

  @Route(listMailStops)
  @Policy(hasRole('administrator'))
  stops(call: ActorCall<typeof listMailStops>): Promise<{ items: MailStop[]; nextCursor: string | null }> {
    return this.desk.stops(call);
  }

  @Route(releaseMailStop)
  @Policy(hasRole('administrator'))
  @Limit({ name: 'mail-release', points: 60, seconds: 3_600, by: 'account' })
  release(call: ActorCall<typeof releaseMailStop>): Promise<{ address: string }> {
    return this.desk.release(call);
  }

  @Route(sendTestMail)
  @Policy(hasRole('administrator'))
  @Limit({ name: 'mail-test', points: 10, seconds: 3_600, by: 'account' })
  test(call: ActorCall<typeof sendTestMail>): Promise<MailDesk> {
    return this.desk.test(call);
  }
}
