import { z } from 'zod';
import { languages } from '../rules/words.ts';
import { displayName, newPassword, refuseOwnName } from './accounts.ts';
import { body, email, slug, text } from './fields.ts';
import { legalValues, rulesInput, RulesDraft } from './legal.ts';
import { hostName, timeZoneName, townLanguages } from './municipalities.ts';
import { route } from './route.ts';

/** What is done in the wizard, in its order; each may be done again until the administrator is made. */
export const setupSteps = ['town', 'legal', 'rules', 'mail', 'administrator'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** How a test mail fared: `waiting` until the mail server has spoken; `reply` is what it said last. */
export const TestMail = z
  .object({ state: z.enum(['waiting', 'sent', 'refused', 'suppressed']), address: z.string(), attempts: z.int(), reply: z.string() })
  .meta({ id: 'TestMail' });
export type TestMail = z.infer<typeof TestMail>;

/**
 * Where the installation stands. `isOpen`: this browser has opened the one-time link and may set the town up. Without it only
 * `isEmpty` (the installation has no town) says anything, and the rest is null.
 */
export const Installation = z
  .object({
    isEmpty: z.boolean(),
    isOpen: z.boolean(),
    publicUrl: z.string(),
    done: z.array(z.enum(setupSteps)),
    town: z
      .object({
        inseeCode: z.string().nullable(),
        name: z.string(),
        tagline: z.string(),
        slug: z.string(),
        host: z.string().nullable(),
        timeZone: z.string(),
        languages: z.array(z.enum(languages)),
        address: z.string(),
      })
      .nullable(),
    legal: z.record(z.string(), z.record(z.string(), z.string())).nullable(),
    missing: z.array(z.string()),
    rules: RulesDraft.nullable(),
    mail: TestMail.nullable(),
  })
  .meta({ id: 'Installation' });
export type Installation = z.infer<typeof Installation>;

const setupRefusals = ['setup-closed', 'setup-town-first'] as const;

export const readInstallation = route({
  method: 'GET',
  path: '/installation',
  summary: 'Where the setting up of the installation stands',
  response: Installation,
  refusals: [],
  installation: true,
});

/** Uses the one-time link up: this browser, and no other, may set the town up until it has an administrator, for a day at most. */
export const openInstallation = route({
  method: 'POST',
  path: '/installation/open',
  summary: 'Open the wizard with the one-time token that the start has printed',
  request: body({ token: z.string().min(1).max(100) }),
  response: Installation,
  refusals: ['setup-link-not-valid'],
  installation: true,
});

/** The town: from the official list by its INSEE code, which brings population and postal codes, or one of no list. */
export const setUpTown = route({
  method: 'PUT',
  path: '/installation/town',
  summary: 'Make the town, or change it while it has no administrator',
  request: body({
    inseeCode: z
      .string()
      .regex(/^\d[\dAB]\d{3}$/)
      .nullable(),
    name: text({ min: 1, max: 120 }),
    tagline: text({ max: 120 }),
    slug,
    host: hostName.nullable(),
    timeZone: timeZoneName,
    languages: townLanguages,
  }),
  response: Installation,
  refusals: setupRefusals,
  installation: true,
});

/** Blanks of the legal pages; what is left empty can be filled in later, and no consultation opens before. */
export const setUpLegal = route({
  method: 'PUT',
  path: '/installation/legal',
  summary: 'Fill the blanks of the legal pages',
  request: body(legalValues),
  response: Installation,
  refusals: setupRefusals,
  installation: true,
});

export const setUpRules = route({
  method: 'PUT',
  path: '/installation/rules',
  summary: 'Publish the rules of moderation',
  request: body({ rules: rulesInput }),
  response: Installation,
  refusals: setupRefusals,
  installation: true,
});

export const setUpMail = route({
  method: 'POST',
  path: '/installation/mail',
  summary: 'Send a test mail',
  request: body({ address: email }),
  response: Installation,
  refusals: setupRefusals,
  installation: true,
});

/** The last step: the account is confirmed at once, for whoever holds the link is trusted, and the wizard closes. */
export const setUpAdministrator = route({
  method: 'POST',
  path: '/installation/administrator',
  summary: 'Make the first administrator of the town',
  request: body({ displayName, email, password: newPassword, title: text({ max: 120 }) }).check(refuseOwnName),
  response: z.object({ signInUrl: z.string() }),
  refusals: [...setupRefusals, 'administrator-exists', 'link-not-valid'],
  installation: true,
});
