import { z } from 'zod';
import { optionalNotices } from '../rules/notices.ts';
import { body } from './fields.ts';
import { route } from './route.ts';

/** Whether the reader follows a contribution. `byDefault` says that authors, commenters and supporters do so without asking. */
export const Follow = z.object({ contributionId: z.uuid(), isOn: z.boolean(), byDefault: z.boolean() }).meta({ id: 'Follow' });
export type Follow = z.infer<typeof Follow>;

export const readFollow = route({
  method: 'GET',
  path: '/contributions/:contributionId/follow',
  response: Follow,
  summary: 'Whether I follow a contribution',
  refusals: ['sign-in-required', 'contribution-not-found'],
});
export const follow = route({
  method: 'PUT',
  path: '/contributions/:contributionId/follow',
  response: Follow,
  summary: 'Be told of what becomes of a contribution; a repeat changes nothing',
  refusals: ['sign-in-required', 'contribution-not-found'],
});
export const unfollow = route({
  method: 'DELETE',
  path: '/contributions/:contributionId/follow',
  response: Follow,
  summary: 'Be told no more of a contribution, though its author, commenter or supporter',
  refusals: ['sign-in-required', 'contribution-not-found'],
});

/** Which mails a person wants. `daily`: what can wait comes in one mail a day. */
export const NoticePreferences = z.object({ daily: z.boolean(), off: z.array(z.enum(optionalNotices)) }).meta({ id: 'NoticePreferences' });
export type NoticePreferences = z.infer<typeof NoticePreferences>;

export const readNoticePreferences = route({
  method: 'GET',
  path: '/account/notifications',
  response: NoticePreferences,
  summary: 'Which mails I get',
  refusals: ['sign-in-required'],
});
export const writeNoticePreferences = route({
  method: 'PUT',
  path: '/account/notifications',
  request: body({ daily: z.boolean(), off: z.array(z.enum(optionalNotices)).max(optionalNotices.length) }),
  response: NoticePreferences,
  summary: 'Choose which mails I get',
  refusals: ['sign-in-required'],
});
