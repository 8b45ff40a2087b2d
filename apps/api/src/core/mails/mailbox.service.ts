import { Inject, Injectable } from '@nestjs/common';
import type { MailboxEntry, MailboxMail } from '@parvis/shared/contracts/mailbox.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Town } from '../../platform/http/index.ts';
import { readMailbox, readMailboxMail, readOldestSlug, type MailboxRow } from './mailbox.queries.ts';
import { senderOf } from './mailer.ts';
import { MailNotFound } from './mails.errors.ts';
import { signMail } from './unsubscribe-token.ts';

const pageLength = 50;

/** Reads the mails of the demonstration. */
@Injectable()
export class MailboxService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(
    town: Town,
    { cursor, to }: { cursor?: string | undefined; to?: string | undefined },
  ): Promise<{ items: MailboxEntry[]; nextCursor: string | null }> {
    const rows = await readMailbox(this.db, town.id, { beforeId: cursor ?? null, address: to ?? null, limit: pageLength + 1 });
    const items = rows.slice(0, pageLength).map(entryOf);
    return { items, nextCursor: rows.length > pageLength ? items.at(-1)!.id : null };
  }

  async read(town: Town, mailId: string): Promise<MailboxMail> {
    const mail = await this.find(town, mailId);
    return {
      ...entryOf(mail),
      from: `${town.name} <${senderOf(mail.mail_from, town.origin)}>`,
      text: mail.body_text,
      htmlUrl: `/api/dev/mails/${mailId}/html`,
    };
  }

  /** The HTML body; its links leave the frame in which it is shown. */
  async readHtml(town: Town, mailId: string): Promise<string> {
    return (await this.find(town, mailId)).body_html.replace('<head>', '<head>\n<base target="_top">');
  }

  /** What the addresses of the installation's oldest town begin with; '' while there is none. */
  async oldestBase(): Promise<string> {
    const slug = await readOldestSlug(this.db);
    return slug ? `/t/${slug}` : '';
  }

  private async find(town: Town, mailId: string): Promise<MailboxRow> {
    const mail = await readMailboxMail(this.db, town.id, mailId);
    if (!mail) throw new MailNotFound();
    return signMail(this.config.secret, mail);
  }
}

function entryOf(row: MailboxRow): MailboxEntry {
  return { id: row.id, to: row.to_address, subject: row.subject, kind: row.kind, state: row.state, createdAt: row.created_at };
}
