import { z } from 'zod';
import { languages, levels, roles } from '../rules/words.ts';
import { SessionView, displayName, newPassword, sixDigits, typedPassword } from './accounts.ts';
import { body, email, languageCode } from './fields.ts';
import { route } from './route.ts';

/** The signed-in person's own account, as nobody else sees it. */
export const MyAccount = z
  .object({
    email: z.string(),
    displayName: z.string(),
    language: z.enum(languages),
    level: z.union(levels.map((level) => z.literal(level))),
    roles: z.array(z.object({ role: z.enum(roles), title: z.string() })),
    /** An address that waits to be confirmed. */
    pendingEmail: z.string().nullable(),
    /** `isAsked`: a role of this account asks for it on this installation, so that it cannot be taken away, only replaced. */
    secondFactor: z.object({ isOn: z.boolean(), isAsked: z.boolean(), hasPassed: z.boolean(), recoveryCodesLeft: z.int() }),
    createdAt: z.string(),
  })
  .meta({ id: 'MyAccount' });
export type MyAccount = z.infer<typeof MyAccount>;

/** A secret to be put into an authenticator. `qr.path` is the path of an SVG of `qr.size` modules a side: no image to load. */
export const SecondFactorSetup = z
  .object({
    secret: z.string(),
    uri: z.string(),
    qr: z.object({ size: z.int(), path: z.string() }),
  })
  .meta({ id: 'SecondFactorSetup' });
export type SecondFactorSetup = z.infer<typeof SecondFactorSetup>;

/** Ten codes that are shown once; each opens once, in place of the authenticator. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

const signedInOnly = ['sign-in-required'] as const;

export const readMyAccount = route({
  method: 'GET',
  path: '/account',
  summary: 'Read one’s own account',
  response: MyAccount,
  refusals: signedInOnly,
});

/** The name changes wherever the person is shown; the language is that of the mails. */
export const changeMyAccount = route({
  method: 'PATCH',
  path: '/account',
  summary: 'Change one’s name or language',
  request: body({ displayName: displayName.optional(), language: languageCode.optional() }),
  response: MyAccount,
  refusals: signedInOnly,
});

/** Ends every other session. */
export const changePassword = route({
  method: 'PUT',
  path: '/account/password',
  summary: 'Change one’s password',
  request: body({ currentPassword: typedPassword, password: newPassword }),
  refusals: signedInOnly,
});

/** Mails a link to the new address and a notice to the old one; the answer is the same when the new address has an account. */
export const askNewEmail = route({
  method: 'POST',
  path: '/account/email-changes',
  summary: 'Ask to change one’s address; the new one must confirm',
  request: body({ email, currentPassword: typedPassword }),
  refusals: signedInOnly,
});

export const listSessions = route({
  method: 'GET',
  path: '/account/sessions',
  summary: 'List where one is signed in',
  response: z.object({ items: z.array(SessionView) }),
  refusals: signedInOnly,
});

export const endSession = route({
  method: 'DELETE',
  path: '/account/sessions/:sessionId',
  summary: 'End one of one’s sessions',
  refusals: [...signedInOnly, 'session-not-found'],
});

export const endOtherSessions = route({
  method: 'DELETE',
  path: '/account/sessions',
  summary: 'End one’s sessions on every other device',
  refusals: signedInOnly,
});

/** Begins, or begins again: the former authenticator stays good until the new one is confirmed. */
export const beginSecondFactor = route({
  method: 'POST',
  path: '/account/second-factor',
  summary: 'Begin to set up an authenticator',
  request: body({ currentPassword: typedPassword }),
  response: SecondFactorSetup,
  refusals: signedInOnly,
});

export const confirmSecondFactor = route({
  method: 'POST',
  path: '/account/second-factor/confirmation',
  summary: 'Switch the second factor on by a first code; gives recovery codes',
  request: body({ code: sixDigits }),
  response: RecoveryCodes,
  refusals: [...signedInOnly, 'second-factor-not-begun'],
});

export const removeSecondFactor = route({
  method: 'POST',
  path: '/account/second-factor/removal',
  summary: 'Switch the second factor off',
  request: body({ currentPassword: typedPassword }),
  refusals: [...signedInOnly, 'second-factor-kept'],
});

/** The former codes stop opening. */
export const renewRecoveryCodes = route({
  method: 'POST',
  path: '/account/recovery-codes',
  summary: 'Make ten new recovery codes',
  request: body({ currentPassword: typedPassword }),
  response: RecoveryCodes,
  refusals: [...signedInOnly, 'second-factor-not-begun'],
});

/** Everything that the town keeps about the person, as one JSON file (GDPR, articles 15 and 20). */
export const exportMyData = route({
  method: 'GET',
  path: '/account/data',
  summary: 'Download everything kept about oneself',
  produces: 'application/json; charset=utf-8',
  refusals: signedInOnly,
});

/**
 * Deletes the account and what tells who it was. Supports and, unless `eraseTexts`, texts stay under a nameless participant.
 * Source: GDPR, article 17.
 */
export const eraseMyAccount = route({
  method: 'POST',
  path: '/account/erasure',
  summary: 'Delete one’s account for ever',
  request: body({ currentPassword: typedPassword, eraseTexts: z.boolean() }),
  refusals: [...signedInOnly, 'last-administrator'],
});
