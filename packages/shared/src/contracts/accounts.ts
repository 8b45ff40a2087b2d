import { z } from 'zod';
import { isGuessable, maxPasswordLength, minPasswordLength } from '../rules/password.ts';
import { codePoints } from '../rules/plain-text.ts';
import { body, email, text, uuid } from './fields.ts';
import { fieldIssue } from './issues.ts';
import { route } from './route.ts';

/** A password as it is typed to sign in: only what could never be one is refused, so that nothing is said about the rules. */
export const typedPassword = z
  .string()
  .min(1)
  .max(4 * maxPasswordLength)
  .normalize('NFC');

/** A password that is being chosen: 12 to 200 characters, spaces welcome, easy ones refused with `too-weak` (rules/password.ts). */
export const newPassword = z
  .string()
  .meta({ minLength: minPasswordLength, maxLength: maxPasswordLength, format: 'password' })
  .check((context) => {
    const value = context.value.isWellFormed() ? context.value.normalize('NFC') : null;
    const refuse = (code: 'not-well-formed' | 'control-character' | 'too-short' | 'too-long' | 'too-weak', limit?: number): void => {
      context.issues.push(fieldIssue(context.value, code, limit === undefined ? {} : { limit }));
    };
    if (value === null) return refuse('not-well-formed');
    context.value = value;
    if (/\p{Cc}/u.test(value)) return refuse('control-character');
    const length = codePoints(value);
    if (length < minPasswordLength) return refuse('too-short', minPasswordLength);
    if (length > maxPasswordLength) return refuse('too-long', maxPasswordLength);
    if (isGuessable(value)) refuse('too-weak');
  });

/** Refuses, with `too-weak`, a password made of what the same body says about its owner. */
export function refuseOwnName(context: z.core.ParsePayload<{ password: string; email?: string; displayName?: string }>): void {
  const { password, email: address = '', displayName: name = '' } = context.value;
  if (isGuessable(password, [address, name])) context.issues.push(fieldIssue(password, 'too-weak', {}, ['password']));
}

/** The name under which a person takes part; others see it. */
export const displayName = text({ min: 2, max: 60 });

/** A path below the language to come back to, such as `/consultations/centre`; never another site. */
export const backPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/)
  .meta({ description: 'A path of this site, below the language' });

/** Six digits, typed from a mail or from an authenticator; spaces are let pass. */
export const sixDigits = z
  .string()
  .max(20)
  .transform((typed) => typed.replace(/\s/g, ''))
  .refine((code) => /^\d{6}$/.test(code), { params: { code: 'wrong-form' } });

/** A random token of a mailed link. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/);

/** What signing in leads to: done, or a second factor to be given, or to be set up (asked of every staff role in production). */
export const SignedIn = z.object({ next: z.enum(['done', 'second-factor', 'second-factor-setup']) }).meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

/**
 * Asks for an account. The answer is the same whether the address has one or not; the mail tells. The account exists once the link's
 * button or the code has confirmed it.
 */
export const register = route({
  method: 'POST',
  path: '/registrations',
  summary: 'Ask for an account; a mail asks to confirm',
  request: body({ email, displayName, password: newPassword, back: backPath.optional() }).check(refuseOwnName),
  response: z.object({ registrationId: z.string() }),
  refusals: [],
});

/** The button behind the mailed link; following the link alone changes nothing, so that mail scanners confirm nothing. */
export const confirmByLink = route({
  method: 'POST',
  path: '/registrations/confirmation',
  summary: 'Confirm an account by the mailed link, and sign in',
  request: body({ token: linkToken }),
  response: SignedIn,
  refusals: ['link-not-valid'],
});

/** The second way: the code of the same mail, typed where the account was asked for. Five wrong codes end it. */
export const confirmByCode = route({
  method: 'POST',
  path: '/registrations/:registrationId/confirmation',
  summary: 'Confirm an account by the mailed code, and sign in',
  request: body({ code: sixDigits }),
  response: SignedIn,
  refusals: ['link-not-valid'],
});

/** Signs in; wrong address, wrong password and unconfirmed account are one answer. */
export const signIn = route({
  method: 'POST',
  path: '/sessions',
  summary: 'Sign in with e-mail and password',
  request: body({ email: z.string().max(254), password: typedPassword }),
  response: SignedIn,
  refusals: ['wrong-credentials'],
});

/** The second step of signing in, for accounts that have a second factor: a code of the authenticator or a recovery code. */
export const passSecondFactor = route({
  method: 'POST',
  path: '/sessions/current/second-factor',
  summary: 'Give the second factor of a session that waits for it',
  request: body({ code: z.string().min(1).max(40) }),
  response: SignedIn,
  refusals: ['sign-in-required'],
});

/** Ends the session of this browser; also when there is none. */
export const signOut = route({ method: 'DELETE', path: '/sessions/current', summary: 'Sign out', refusals: [] });

/** Asks for a link to choose another password. The answer is the same for every address. */
export const askReset = route({
  method: 'POST',
  path: '/password-resets',
  summary: 'Ask for a link to choose another password',
  request: body({ email }),
  refusals: [],
});

/** Chooses the new password; every session ends. */
export const resetPassword = route({
  method: 'POST',
  path: '/password-resets/completion',
  summary: 'Choose another password by the mailed link',
  request: body({ token: linkToken, password: newPassword }),
  refusals: ['link-not-valid'],
});

/** Makes the new address the account's; the old one was told when it was asked. */
export const confirmNewEmail = route({
  method: 'POST',
  path: '/email-changes/confirmation',
  summary: 'Confirm a new address by the mailed link',
  request: body({ token: linkToken }),
  response: z.object({ email: z.string() }),
  refusals: ['link-not-valid'],
});

/** An invitation as its holder sees it: `account` says whether the invited address has an account, and whether it is the reader's. */
export const InvitationView = z
  .object({
    email: z.string(),
    roles: z.array(z.string()),
    title: z.string(),
    invitedBy: z.string().nullable(),
    expiresAt: z.string(),
    account: z.enum(['none', 'other', 'mine']),
  })
  .meta({ id: 'InvitationView' });
export type InvitationView = z.infer<typeof InvitationView>;

const invitationParams = z.object({ token: linkToken });

export const readInvitation = route({
  method: 'GET',
  path: '/invitations/:token',
  summary: 'Read an invitation to work here',
  params: invitationParams,
  response: InvitationView,
  refusals: ['link-not-valid'],
});

/** Takes an invitation, once. Name and password make an account where the address has none; otherwise its owner must be signed in. */
export const acceptInvitation = route({
  method: 'POST',
  path: '/invitations/:token/acceptance',
  summary: 'Take an invitation, once',
  params: invitationParams,
  request: body({ displayName: displayName.optional(), password: newPassword.optional() }),
  response: SignedIn,
  refusals: ['link-not-valid', 'other-account'],
});

/** One entry of the list of sessions: where the account is signed in. */
export const SessionView = z
  .object({
    id: uuid,
    device: z.string(),
    createdAt: z.string(),
    seenAt: z.string(),
    expiresAt: z.string(),
    isThisOne: z.boolean(),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof SessionView>;
