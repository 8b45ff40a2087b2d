export { MailboxModule, MailsModule } from './mails.module.ts';
export { queueMail, type NewMail } from './queue-mail.ts';
export { readMailOutcome } from './mails.queries.ts';
