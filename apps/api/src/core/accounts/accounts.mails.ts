import type { Tx } from '../../platform/database/index.ts';
import type { Town } from '../../platform/http/index.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import { queueMail } from '../mails/index.ts';

/** Who gets a mail, in which language. */
export interface Recipient {
  readonly address: string;
  readonly language: Language;
  readonly participantId?: string | null;
}

/** A page of the town's site, whole, as mails need it. */
function pageUrl(town: Town, language: Language, path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const search = new URLSearchParams(Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined));
  return `${town.origin}${town.base}/${language}${path}${search.size > 0 ? `?${search}` : ''}`;
}

interface Letter {
  readonly kind: string;
  readonly paragraphs: readonly string[];
  readonly path?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Every mail of this room: subject, paragraphs, button and reason stand under `accounts.mails.<kind>`. None can be switched off. */
async function send(tx: Tx, town: Town, to: Recipient, { kind, paragraphs, path, query, values = {} }: Letter): Promise<void> {
  const words = (key: string): string => say(to.language, `accounts.mails.${kind}.${key}`, { town: town.name, ...values });
  await queueMail(tx, {
    town,
    to,
    kind,
    subject: words('subject'),
    paragraphs: paragraphs.map(words),
    reason: words('reason'),
    optOutKind: null,
    ...(path && { button: { label: words('button'), url: pageUrl(town, to.language, path, query) } }),
  });
}

/** Link and code are two ways to the same act, for whoever reads mail on another device; `back` is where the person was reading. */
export function mailConfirmation(
  tx: Tx,
  town: Town,
  to: Recipient,
  { name, token, code, back }: { name: string; token: string; code: string; back: string | undefined },
): Promise<void> {
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  return send(tx, town, to, {
    kind: 'confirm-address',
    paragraphs: ['hello', 'code', 'ignore'],
    path: '/compte/confirmer',
    query: { jeton: token, retour: back },
    values: { name, code: spaced },
  });
}

/** To the owner of an address with which somebody asks for another account; the web's answer tells nothing. */
export function mailAccountExists(tx: Tx, town: Town, to: Recipient): Promise<void> {
  return send(tx, town, to, { kind: 'account-exists', paragraphs: ['exists', 'forgotten', 'ignore'], path: '/compte/connexion' });
}

/** `token` is the secret itself: the database holds only its hash, so that it cannot be mailed again. */
export function mailReset(tx: Tx, town: Town, to: Recipient, token: string): Promise<void> {
  return send(tx, town, to, {
    kind: 'reset-password',
    paragraphs: ['asked', 'ignore'],
    path: '/compte/reinitialiser',
    query: { jeton: token },
  });
}

/** After the fact, so that an owner who did not do it can act. */
export function mailPasswordChanged(tx: Tx, town: Town, to: Recipient): Promise<void> {
  return send(tx, town, to, { kind: 'password-changed', paragraphs: ['changed', 'notYou'], path: '/compte/mot-de-passe-oublie' });
}

/** Goes to the new address, which counts only once the link was opened. */
export function mailConfirmNewEmail(tx: Tx, town: Town, to: Recipient, token: string): Promise<void> {
  return send(tx, town, to, {
    kind: 'confirm-new-address',
    paragraphs: ['asked', 'ignore'],
    path: '/compte/confirmer',
    query: { adresse: token },
  });
}

/** To the address that is being left. */
export function mailEmailChanging(tx: Tx, town: Town, to: Recipient, newEmail: string): Promise<void> {
  return send(tx, town, to, { kind: 'address-changing', paragraphs: ['changing', 'notYou'], path: '/compte', values: { email: newEmail } });
}

/** A warning after the fact, to the account's address: whoever did not do it learns of it. */
export function mailSecondFactor(tx: Tx, town: Town, to: Recipient, what: 'on' | 'off'): Promise<void> {
  return send(tx, town, to, { kind: `second-factor-${what}`, paragraphs: ['done', 'notYou'], path: '/compte' });
}

/** `by` is the colleague's public name; `roles` are codes, put into the reader's words here. */
export function mailInvitation(
  tx: Tx,
  town: Town,
  to: Recipient,
  { token, by, roles }: { token: string; by: string; roles: readonly string[] },
): Promise<void> {
  const names = new Intl.ListFormat(to.language).format(roles.map((role) => say(to.language, `accounts.roles.${role}`)));
  return send(tx, town, to, {
    kind: 'invitation',
    paragraphs: ['invited', 'once'],
    path: `/invitation/${token}`,
    values: { by, roles: names },
  });
}

/** `roles` are all that the person has now, as codes; a person without any is told so. */
export function mailRolesChanged(tx: Tx, town: Town, to: Recipient, roles: readonly string[]): Promise<void> {
  const names = new Intl.ListFormat(to.language).format(roles.map((role) => say(to.language, `accounts.roles.${role}`)));
  return send(tx, town, to, {
    kind: roles.length > 0 ? 'roles-changed' : 'roles-taken',
    paragraphs: ['changed'],
    path: '/compte',
    values: { roles: names },
  });
}

/** The last mail of an account; its participant is nameless by then. */
export function mailErased(tx: Tx, town: Town, to: Recipient): Promise<void> {
  return send(tx, town, to, { kind: 'account-erased', paragraphs: ['erased', 'stays'] });
}
