import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { listMailbox, readMailboxHtml, readMailboxMail, type MailboxEntry, type MailboxMail } from '@parvis/shared/contracts/mailbox.ts';
import { Policy, Route, anyone, type Call, type PreparedRequest } from '../../platform/http/index.ts';
import { MailboxService } from './mailbox.service.ts';

/** The caught mails of demo mode; in production these addresses do not exist (app.module.ts). */
@Controller()
export class MailboxController {
  constructor(@Inject(MailboxService) private readonly mailbox: MailboxService) {}

  /** The address that operators remember, on every host: the mailbox of the address's town, or of the oldest. */
  @Get('/dev/mail')
  async open(@Req() { context }: PreparedRequest, @Res() response: Response): Promise<void> {
    response.redirect(302, `${context.town?.base ?? (await this.mailbox.oldestBase())}/${context.language}/dev/mail`);
  }

  @Route(listMailbox)
  @Policy(anyone)
  list(call: Call<typeof listMailbox>): Promise<{ items: MailboxEntry[]; nextCursor: string | null }> {
    return this.mailbox.list(call.town, call.query);
  }

  @Route(readMailboxMail)
  @Policy(anyone)
  read(call: Call<typeof readMailboxMail>): Promise<MailboxMail> {
    return this.mailbox.read(call.town, call.params.mailId);
  }

  @Route(readMailboxHtml)
  @Policy(anyone)
  readHtml(call: Call<typeof readMailboxHtml>): Promise<string> {
    // A mail's styles stand on its elements; nothing else of it may load, and no script may run. Its origin is nobody's.
    call.reply.headers.set(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-scripts allow-top-navigation-by-user-activation; frame-ancestors 'self'",
    );
    return this.mailbox.readHtml(call.town, call.params.mailId);
  }
}
