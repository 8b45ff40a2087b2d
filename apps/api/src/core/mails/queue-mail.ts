import type { Tx } from '../../platform/database/index.ts';
import type { Town } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import type { Language } from '../../platform/messages/index.ts';
import { insertMail } from './mails.queries.ts';
import { htmlOf, textOf } from './mail-body.ts';
import { openUnsubscribeUrl } from './unsubscribe-token.ts';

/** A mail to one person. Every text is already in the reader's language and is plain: markup in it is shown, not followed. */
export interface NewMail {
  readonly town: Town;
  readonly to: { readonly address: string; readonly language: Language; readonly participantId?: string | null };
  /** What sort of mail this is, as a code: `confirm-address`, `response-published` … */
  readonly kind: string;
  /** Names the object; the town's name stands in From. */
  readonly subject: string;
  /** The first says what happened. A line break inside a paragraph is kept. */
  readonly paragraphs: readonly string[];
  /** The one thing to do; `url` is absolute (`town.origin + town.base + path`). */
  readonly button?: { readonly label: string; readonly url: string };
  /** Why the reader gets this mail: one sentence, at the foot. */
  readonly reason: string;
  /** The kind that the reader may switch off; needs `participantId`. Null for mails that everybody must get. */
  readonly optOutKind?: string | null;
}

/**
 * Writes a mail and the job that sends it, in the act's own transaction: it leaves if, and only if, the act commits. Addresses that
 * refused mail for good and kinds that the reader switched off are written as `suppressed` and never sent.
 * @returns the mail's id
 */
export async function queueMail(
  tx: Tx,
  { town, to, kind, subject, paragraphs, button, reason, optOutKind = null }: NewMail,
): Promise<string> {
  const id = newId();
  const participantId = to.participantId ?? null;
  const unsubscribeUrl = optOutKind && participantId ? openUnsubscribeUrl(town, to.language, participantId, optOutKind) : null;
  const letter = { town, language: to.language, subject: oneLine(subject), paragraphs, button, reason, unsubscribeUrl };
  const state = await insertMail(tx, {
    municipalityId: town.id,
    id,
    participantId,
    address: to.address,
    kind,
    language: to.language,
    subject: letter.subject,
    text: textOf(letter),
    html: htmlOf(letter),
    unsubscribeUrl,
    optOutKind,
  });
  if (state === 'waiting') await addJob(tx, 'send-mail', { municipalityId: town.id, mailId: id });
  return id;
}

function oneLine(subject: string): string {
  return subject.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
