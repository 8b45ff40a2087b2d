import type { Database } from '../../platform/database/index.ts';
import type { MailState } from './mails.queries.ts';

export interface MailboxRow {
  readonly municipality_id: string;
  readonly id: string;
  readonly to_address: string;
  readonly subject: string;
  readonly kind: string;
  readonly state: MailState;
  readonly created_at: string;
  readonly body_text: string;
  readonly body_html: string;
  readonly unsubscribe_url: string | null;
  readonly mail_from: string | null;
}

/** The town's mails, newest first (ids are UUIDv7), before `beforeId` where given, to `address` where given. */
export async function readMailbox(
  db: Database,
  municipalityId: string,
  { beforeId, address, limit }: { beforeId: string | null; address: string | null; limit: number },
): Promise<MailboxRow[]> {
  return db.rows<MailboxRow>(
    `
    SELECT municipality_id, id, to_address, subject, kind, state, created_at FROM mails
    WHERE municipality_id = $1 AND ($2::uuid IS NULL OR id < $2) AND ($3::text IS NULL OR lower(to_address) = lower($3)) ORDER BY id DESC LIMIT $4`,
    [municipalityId, beforeId, address, limit],
  );
}

/** With both bodies; null when there is none. */
export async function readMailboxMail(db: Database, municipalityId: string, mailId: string): Promise<MailboxRow | null> {
  return db.one<MailboxRow>(
    `
    SELECT m.municipality_id, m.id, m.to_address, m.subject, m.kind, m.state, m.created_at, m.body_text, m.body_html, m.unsubscribe_url, t.mail_from
    FROM mails m JOIN municipalities t ON t.id = m.municipality_id WHERE m.municipality_id = $1 AND m.id = $2`,
    [municipalityId, mailId],
  );
}

/** Null on an empty installation. */
export async function readOldestSlug(db: Database): Promise<string | null> {
  return (await db.one<{ slug: string }>('SELECT slug FROM municipalities ORDER BY id LIMIT 1'))?.slug ?? null;
}
