import { personalData } from '../participants/index.ts';
import type { Language } from '../../platform/messages/index.ts';
import type { Database, Sql, Tx } from '../../platform/database/index.ts';

/** Life of a mail: `refused` was refused for good by a mail server, `suppressed` was never tried. */
export type MailState = 'waiting' | 'sent' | 'refused' | 'suppressed';

/** The SHA-256 under which a town remembers an address that refuses mail, without keeping the address. */
export const addressHash = (municipality: string, address: string): string =>
  `sha256(convert_to(${municipality}::uuid::text || ':' || lower(${address}::text), 'UTF8'))`;

export interface MailToKeep {
  readonly municipalityId: string;
  readonly id: string;
  readonly participantId: string | null;
  readonly address: string;
  readonly kind: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribeUrl: string | null;
  readonly optOutKind: string | null;
}

/** Keeps a mail; it is `suppressed` from the start where the address refuses mail or the reader switched this kind off. */
export async function insertMail(tx: Tx, mail: MailToKeep): Promise<MailState> {
  const row = await tx.one<{ state: MailState }>(
    `
    INSERT INTO mails (municipality_id, id, participant_id, to_address, kind, language, subject, body_text, body_html, unsubscribe_url, state)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, CASE
      WHEN EXISTS (SELECT FROM mail_suppressions s WHERE s.municipality_id = $1 AND s.address_hash = ${addressHash('$1', '$4')}) THEN 'suppressed'
      WHEN EXISTS (SELECT FROM mail_optouts o WHERE o.municipality_id = $1 AND o.participant_id = $3 AND o.kind = $11) THEN 'suppressed'
      ELSE 'waiting' END
    RETURNING state`,
    [
      mail.municipalityId,
      mail.id,
      mail.participantId,
      mail.address,
      mail.kind,
      mail.language,
      mail.subject,
      mail.text,
      mail.html,
      mail.unsubscribeUrl,
      mail.optOutKind,
    ],
  );
  return row!.state;
}

/** What the sender needs of a mail and of its town. */
export interface MailToSend {
  readonly municipality_id: string;
  readonly id: string;
  readonly to_address: string;
  readonly kind: string;
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string;
  readonly unsubscribe_url: string | null;
  readonly town_name: string;
  readonly origin: string;
  readonly mail_from: string | null;
  readonly mail_reply_to: string | null;
}

/** A mail that still waits, or null. One that was refused between its writing and now is `suppressed` here. */
export async function readMailToSend(db: Database, municipalityId: string, mailId: string): Promise<MailToSend | null> {
  await db.run(
    `
    UPDATE mails m SET state = 'suppressed' WHERE m.municipality_id = $1 AND m.id = $2 AND m.state = 'waiting'
      AND EXISTS (SELECT FROM mail_suppressions s WHERE s.municipality_id = $1 AND s.address_hash = ${addressHash('$1', 'm.to_address')})`,
    [municipalityId, mailId],
  );
  return db.one<MailToSend>(
    `
    SELECT m.municipality_id, m.id, m.to_address, m.kind, m.subject, m.body_text, m.body_html, m.unsubscribe_url, t.name AS town_name, t.origin, t.mail_from, t.mail_reply_to
    FROM mails m JOIN municipalities t ON t.id = m.municipality_id
    WHERE m.municipality_id = $1 AND m.id = $2 AND m.state = 'waiting'`,
    [municipalityId, mailId],
  );
}

/** Notes that the mail server took the mail. The texts go: they may hold a link that signs in, and nobody needs them any more. */
export async function markSent(db: Sql, municipalityId: string, mailId: string, reply: string): Promise<void> {
  await db.run(
    `
    UPDATE mails SET state = 'sent', sent_at = statement_timestamp(), attempts = attempts + 1, last_reply = $3, body_text = '', body_html = '', unsubscribe_url = NULL
    WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, mailId, reply],
  );
}

/** Notes a try that failed and will be repeated. */
export async function noteFailedTry(db: Sql, municipalityId: string, mailId: string, reply: string): Promise<void> {
  await db.run('UPDATE mails SET attempts = attempts + 1, last_reply = $3 WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    mailId,
    reply,
  ]);
}

/** Notes a refusal that no repetition will change. */
export async function markRefused(db: Sql, municipalityId: string, mailId: string, reply: string): Promise<void> {
  await db.run(`UPDATE mails SET state = 'refused', attempts = attempts + 1, last_reply = $3 WHERE municipality_id = $1 AND id = $2`, [
    municipalityId,
    mailId,
    reply,
  ]);
}

/** Switches one kind of mail off for a person; a repeat, or a person who is gone, changes nothing. */
export async function insertOptOut(db: Sql, municipalityId: string, participantId: string, kind: string): Promise<void> {
  await db.run(
    `
    INSERT INTO mail_optouts (municipality_id, participant_id, kind)
    SELECT municipality_id, id, $3 FROM participants WHERE municipality_id = $1 AND id = $2 ON CONFLICT DO NOTHING`,
    [municipalityId, participantId, kind],
  );
}

/** `kind` is what a mail names as `optOutKind`. Opting out lasts until the person opts in again. */
export async function isOptedOut(db: Sql, municipalityId: string, participantId: string, kind: string): Promise<boolean> {
  return (
    (await db.one('SELECT FROM mail_optouts WHERE municipality_id = $1 AND participant_id = $2 AND kind = $3', [
      municipalityId,
      participantId,
      kind,
    ])) !== null
  );
}

/** Forgets mails that were settled more than 30 days ago: they hold addresses. Those that wait stay. */
export async function deleteOldMails(db: Sql): Promise<number> {
  return db.run(`DELETE FROM mails WHERE state <> 'waiting' AND created_at < statement_timestamp() - interval '30 days'`);
}

personalData({
  name: 'mails',
  async read(db, { municipalityId, participantId, email }) {
    return db.rows(
      `
      SELECT kind, subject, to_address AS "to", state, created_at AS "writtenAt", sent_at AS "sentAt" FROM mails
      WHERE municipality_id = $1 AND (participant_id = $2 OR lower(to_address) = lower($3)) ORDER BY id`,
      [municipalityId, participantId, email],
    );
  },
  async erase(tx, { municipalityId, participantId, email }) {
    await tx.run('DELETE FROM mails WHERE municipality_id = $1 AND (participant_id = $2 OR lower(to_address) = lower($3))', [
      municipalityId,
      participantId,
      email,
    ]);
  },
});

/** How a mail fared so far, for whoever asked for it as a test; null when it is forgotten. */
export async function readMailOutcome(
  db: Sql,
  municipalityId: string,
  mailId: string,
): Promise<{ readonly state: MailState; readonly to_address: string; readonly attempts: number; readonly last_reply: string } | null> {
  return db.one('SELECT state, to_address, attempts, last_reply FROM mails WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    mailId,
  ]);
}
