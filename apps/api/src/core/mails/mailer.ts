import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import type { MailToSend } from './mails.queries.ts';

/** How a mail server answered: it took the mail, refused the address or the mail for good, or could not be asked. */
export type Verdict =
  | { readonly outcome: 'taken'; readonly reply: string }
  | { readonly outcome: 'address-refused' | 'mail-refused' | 'try-again'; readonly reply: string };

interface SmtpError {
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly code?: string;
  readonly message: string;
}

/** Speaks SMTP with the server of SMTP_URL; nothing else does. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(@Inject(CONFIG) config: Config) {
    // Whoever does not answer in these times is tried again later; a mail waits in the table meanwhile.
    this.transport =
      config.smtpUrl === null
        ? null
        : createTransport({
            url: config.smtpUrl,
            pool: true,
            maxConnections: 2,
            connectionTimeout: 10_000,
            greetingTimeout: 10_000,
            socketTimeout: 30_000,
            dnsTimeout: 10_000,
            disableFileAccess: true,
            disableUrlAccess: true,
          });
  }

  /** False in demo mode without SMTP_URL: mail stays in the mailbox on screen. */
  get canSend(): boolean {
    return this.transport !== null;
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  /** Hands one mail over. Never throws: every failure is a verdict. */
  async send(mail: MailToSend): Promise<Verdict> {
    if (!this.transport) return { outcome: 'try-again', reply: 'no SMTP_URL' };
    const host = new URL(mail.origin).hostname;
    const sender = senderOf(mail.mail_from, mail.origin);
    try {
      const taken = (await this.transport.sendMail({
        from: { name: mail.town_name, address: sender },
        ...(mail.mail_reply_to && { replyTo: { name: mail.town_name, address: mail.mail_reply_to } }),
        to: mail.to_address,
        envelope: { from: sender, to: mail.to_address },
        subject: mail.subject,
        text: mail.body_text,
        html: mail.body_html,
        messageId: `<${mail.id}@${host}>`, // the same at each try, so that a receiver can drop a double
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          ...(mail.unsubscribe_url && {
            'List-Unsubscribe': `<${oneClickUrl(mail.unsubscribe_url)}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
      })) as { response: string };
      return { outcome: 'taken', reply: taken.response.slice(0, 200) };
    } catch (error) {
      return verdictOf(error as SmtpError);
    }
  }
}

/** The address in From: the town's own, or one at its host that nobody reads. */
export function senderOf(mailFrom: string | null, origin: string): string {
  return mailFrom ?? `ne-pas-repondre@${new URL(origin).hostname}`;
}

/** RFC 8058: the address that mail programs POST to, without a page. The reader's link shows the page that asks first. */
function oneClickUrl(pageUrl: string): string {
  return pageUrl.replace(/\/(?:fr|en)\/desinscription\//, '/api/mails/unsubscribe/');
}

/**
 * RFC 5321, 4.2.1: 5yz is for good. Only an answer to RCPT speaks of the address, and enhanced codes X.7.z (RFC 3463) speak of policy,
 * such as a relay that is not allowed. A 5yz to the greeting, AUTH or MAIL is our own configuration: mended, the mail still leaves.
 */
function verdictOf({ responseCode = 0, response = '', command = '', code = '', message }: SmtpError): Verdict {
  const reply = (response || code || message).slice(0, 200);
  if (responseCode < 500) return { outcome: 'try-again', reply };
  if (command === 'RCPT TO') return { outcome: /^5\d\d[ -]5\.7\./.test(response) ? 'mail-refused' : 'address-refused', reply };
  return { outcome: command === 'DATA' ? 'mail-refused' : 'try-again', reply };
}
