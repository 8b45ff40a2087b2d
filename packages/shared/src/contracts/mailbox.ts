import { z } from 'zod';
import { pageOf, timestamp, uuid } from './fields.ts';
import { route } from './route.ts';

/** A mail of the demonstration's mailbox, in a list. */
export const MailboxEntry = z
  .object({
    id: z.string(),
    to: z.string(),
    subject: z.string(),
    kind: z.string(),
    state: z.enum(['waiting', 'sent', 'refused', 'suppressed']),
    createdAt: timestamp,
  })
  .meta({ id: 'MailboxEntry' });
export type MailboxEntry = z.infer<typeof MailboxEntry>;

/** The same, opened: its plain text, and where its HTML stands (an address below the town's base). */
export const MailboxMail = MailboxEntry.extend({ from: z.string(), text: z.string(), htmlUrl: z.string() }).meta({ id: 'MailboxMail' });
export type MailboxMail = z.infer<typeof MailboxMail>;

const mailId = z.object({ mailId: z.uuid() });

export const listMailbox = route({
  method: 'GET',
  path: '/dev/mails',
  query: z.object({ cursor: uuid.optional(), to: z.string().max(254).optional() }),
  response: pageOf(MailboxEntry),
  summary: 'Mails that the town wrote, newest first; demonstration only',
  refusals: [],
});
export const readMailboxMail = route({
  method: 'GET',
  path: '/dev/mails/:mailId',
  params: mailId,
  response: MailboxMail,
  summary: 'One mail; demonstration only',
  refusals: ['mail-not-found'],
});
export const readMailboxHtml = route({
  method: 'GET',
  path: '/dev/mails/:mailId/html',
  params: mailId,
  produces: 'text/html; charset=utf-8',
  summary: 'The HTML body, under a policy that lets nothing run; demonstration only',
  refusals: ['mail-not-found'],
});
