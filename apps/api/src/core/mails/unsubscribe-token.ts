import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Town } from '../../platform/http/index.ts';
import type { Language } from '../../platform/messages/index.ts';

/** What an unsubscribe link is good for, and for nothing else. */
export interface Unsubscription {
  readonly participantId: string;
  readonly kind: string;
}

const form = /^([0-9a-f-]{36})\.([a-z][a-z-]{0,40})\.([\w-]{43})$/;

/** HMAC over town, participant and kind. It never expires: an old mail must still stop the next one. */
function signatureOf(secret: string, municipalityId: string, { participantId, kind }: Unsubscription): string {
  return createHmac('sha256', secret).update(`unsubscribe:${municipalityId}:${participantId}:${kind}`).digest('base64url');
}

/** What a token asks for, or null when it was not made by this installation for this town. */
export function readUnsubscribeToken(secret: string, municipalityId: string, token: string): Unsubscription | null {
  const [, participantId, kind, signature] = form.exec(token) ?? [];
  if (!participantId || !kind || !signature) return null;
  const wanted = Buffer.from(signatureOf(secret, municipalityId, { participantId, kind }));
  return timingSafeEqual(wanted, Buffer.from(signature)) ? { participantId, kind } : null;
}

/**
 * The address of the page that unsubscribes, still without its signature, which `signMail` adds on the way out: the secret is not at
 * hand where mails are written, and nobody who reads the table or a backup finds links that work.
 */
export function openUnsubscribeUrl(town: Town, language: Language, participantId: string, kind: string): string {
  return `${town.origin}${town.base}/${language}/desinscription/${participantId}.${kind}.`;
}

/** The part of a stored mail that carries the link. */
export interface StoredMail {
  readonly municipality_id: string;
  readonly body_text: string;
  readonly body_html: string;
  readonly unsubscribe_url: string | null;
}

/** The same mail with the signature put at the end of its unsubscribe links. */
export function signMail<M extends StoredMail>(secret: string, mail: M): M {
  const url = mail.unsubscribe_url;
  const [, participantId, kind] = /([0-9a-f-]{36})\.([a-z-]+)\.$/.exec(url ?? '') ?? [];
  if (!url || !participantId || !kind) return mail;
  const signed = url + signatureOf(secret, mail.municipality_id, { participantId, kind });
  return {
    ...mail,
    unsubscribe_url: signed,
    body_text: mail.body_text.replaceAll(url, signed),
    body_html: mail.body_html.replaceAll(url, signed),
  };
}
