import { Controller, Inject } from '@nestjs/common';
import {
  follow,
  readFollow,
  readNoticePreferences,
  unfollow,
  writeNoticePreferences,
  type Follow,
  type NoticePreferences,
} from '@parvis/shared/contracts/notifications.ts';
import { Policy, Route, signedIn, type ActorCall } from '../../platform/http/index.ts';
import { contributionFacts } from '../contributions/index.ts';
import { mayFollow } from './notifications.policy.ts';
import { NotificationsService } from './notifications.service.ts';

/** Follows and preferences of a person; unsubscribing by a mail's link is in core/mails. */
@Controller()
export class NotificationsController {
  constructor(@Inject(NotificationsService) private readonly notifications: NotificationsService) {}

  @Route(readFollow)
  @Policy(mayFollow, contributionFacts)
  readFollow(call: ActorCall<typeof readFollow>): Promise<Follow> {
    return this.notifications.readFollow(call.actor, call.params.contributionId);
  }

  @Route(follow)
  @Policy(mayFollow, contributionFacts)
  follow(call: ActorCall<typeof follow>): Promise<Follow> {
    return this.notifications.setFollow(call.actor, call.params.contributionId, true);
  }

  @Route(unfollow)
  @Policy(mayFollow, contributionFacts)
  unfollow(call: ActorCall<typeof unfollow>): Promise<Follow> {
    return this.notifications.setFollow(call.actor, call.params.contributionId, false);
  }

  @Route(readNoticePreferences)
  @Policy(signedIn)
  readPreferences(call: ActorCall<typeof readNoticePreferences>): Promise<NoticePreferences> {
    return this.notifications.readPreferences(call.actor);
  }

  @Route(writeNoticePreferences)
  @Policy(signedIn)
  writePreferences(call: ActorCall<typeof writeNoticePreferences>): Promise<NoticePreferences> {
    return this.notifications.writePreferences(call.actor, call.body);
  }
}
