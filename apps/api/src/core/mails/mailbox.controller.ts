import { Controller, Inject } from '@nestjs/common';
import { listMailbox, readMailboxHtml, readMailboxMail, type MailboxEntry, type MailboxMail } from '@parvis/shared/contracts/mailbox.ts';
import { Policy, Route, anyone, type Call } from '../../platform/http/index.ts';
import { MailboxService } from './mailbox.service.ts';

@Controller()
export class MailboxController {
  constructor(@Inject(MailboxService) private readonly mailbox: MailboxService) {}

  @Route(listMailbox) @Policy(anyone)
  list(call: Call<typeof listMailbox>): Promise<{ items: MailboxEntry[]; nextCursor: string | null }> {
    return this.mailbox.list(call.town, call.query);
  }

  @Route(readMailboxMail) @Policy(anyone)
  read(call: Call<typeof readMailboxMail>): Promise<MailboxMail> {
    return this.mailbox.read(call.town, call.params.mailId);
  }

  @Route(readMailboxHtml) @Policy(anyone)
  readHtml(call: Call<typeof readMailboxHtml>): Promise<string> {
    // A mail's styles stand on its elements; nothing else of it may load or run.
    call.reply.headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-top-navigation-by-user-activation; frame-ancestors 'self'");
    return this.mailbox.readHtml(call.town, call.params.mailId);
  }
}
