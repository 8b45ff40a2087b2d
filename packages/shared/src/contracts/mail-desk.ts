import { z } from 'zod';
import { body, cursor, email, pageOf, timestamp } from './fields.ts';
import { route } from './route.ts';

const staff = ['sign-in-required', 'role-required', 'second-factor-required'] as const;
const count = z.int().nonnegative();

/** Mails written on one day of the town's calendar: `refused` by a mail server for good, `suppressed` never tried (stopped or switched off). */
export const MailDay = z
  .object({ day: z.string(), waiting: count, sent: count, refused: count, suppressed: count })
  .meta({ id: 'MailDay' });
export type MailDay = z.infer<typeof MailDay>;

/** An address to which the town sends nothing more: its mail server refused it for good, or a bounce report came back. */
export const MailStop = z
  .object({ address: z.string(), reason: z.enum(['refused', 'bounced']), diagnostic: z.string(), at: timestamp })
  .meta({ id: 'MailStop' });
export type MailStop = z.infer<typeof MailStop>;

/** How the town's mail fares. `test` is the reader's last test mail; `canSend` is false in a demonstration without a mail server. */
export const MailDesk = z
  .object({
    days: z.array(MailDay),
    canSend: z.boolean(),
    ownAddress: z.string(),
    bounceUrl: z.string(),
    test: z
      .object({ address: z.string(), state: z.enum(['waiting', 'sent', 'refused', 'suppressed']), reply: z.string(), at: timestamp })
      .nullable(),
  })
  .meta({ id: 'MailDesk' });
export type MailDesk = z.infer<typeof MailDesk>;

export const readMailDesk = route({
  method: 'GET',
  path: '/mails/desk',
  summary: 'How the town’s mail fared in the last seven days',
  response: MailDesk,
  refusals: staff,
});
export const listMailStops = route({
  method: 'GET',
  path: '/mails/stops',
  summary: 'Addresses to which mail stopped, latest first',
  query: z.object({ cursor: cursor.optional() }),
  response: pageOf(MailStop),
  refusals: staff,
});
export const releaseMailStop = route({
  method: 'POST',
  path: '/mails/stops/release',
  summary: 'Let mail to an address go again, once the person has confirmed it',
  request: body({ address: email, isConfirmed: z.literal(true) }),
  response: z.object({ address: z.string() }),
  refusals: [...staff, 'mail-stop-not-found'],
});
export const sendTestMail = route({
  method: 'POST',
  path: '/mails/test',
  summary: 'Send a test mail to one’s own address',
  response: MailDesk,
  refusals: staff,
});
