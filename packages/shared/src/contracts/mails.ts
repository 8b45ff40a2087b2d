import { z } from 'zod';
import { route } from './route.ts';

const token = z.object({ token: z.string().regex(/^[\w.-]{20,200}$/) });

/** What an unsubscribe link is about: the kind of mail, and whether it is still sent. Nothing of the reader. */
export const Subscription = z.object({ kind: z.string(), isOn: z.boolean() }).meta({ id: 'Subscription' });
export type Subscription = z.infer<typeof Subscription>;

export const readUnsubscription = route({
  method: 'GET',
  path: '/mails/unsubscribe/:token',
  params: token,
  response: Subscription,
  summary: 'What an unsubscribe link is about; reading it changes nothing, so that a mail scanner cannot unsubscribe anybody',
  refusals: ['unsubscribe-link-invalid'],
});

export const unsubscribe = route({
  method: 'POST',
  path: '/mails/unsubscribe/:token',
  params: token,
  response: Subscription,
  summary: 'Stops one kind of mail to one person (RFC 8058 one-click, whatever the body, which is not read)',
  refusals: ['unsubscribe-link-invalid'],
});

export const reportBounce = route({
  method: 'POST',
  path: '/mails/bounces/:token',
  params: token,
  upload: { maxBytes: 1_000_000 },
  response: z.object({ suppressed: z.int().nonnegative() }),
  summary:
    'A bounce report, as the mail server received it (RFC 3464, message/rfc822 or multipart/report) or as JSON {"address", "permanent"}; permanent ones stop mail to the address',
  refusals: ['bounce-address-invalid', 'bounce-not-readable'],
});

export const readBounceAddress = route({
  method: 'GET',
  path: '/mails/bounce-address',
  response: z.object({ url: z.string() }),
  summary: 'The signed address to which the town’s mail server posts bounce reports',
  refusals: ['sign-in-required', 'role-required', 'second-factor-required'],
});
