import { z } from 'zod';
import { languages, legalPages } from '../rules/words.ts';
import { body, email, languageCode, plainDate, richText, text, timestamp } from './fields.ts';
import { fieldIssue, type FieldCode } from './issues.ts';
import { route } from './route.ts';
import { conformities } from './site.ts';

const staffRefusals = ['sign-in-required', 'role-required', 'second-factor-required'] as const;

/** A version of a public page, newest first in lists. */
export const PublishedVersion = z.object({ version: z.int().positive(), publishedAt: timestamp }).meta({ id: 'PublishedVersion' });
export type PublishedVersion = z.infer<typeof PublishedVersion>;

/** One version of a legal page as everybody reads it: blanks filled, headings from h2. `versions` are the newest 50. */
export const LegalPageView = z
  .object({
    page: z.enum(legalPages),
    language: z.enum(languages),
    title: z.string(),
    html: z.string(),
    version: z.int().positive(),
    publishedAt: timestamp,
    versions: z.array(PublishedVersion),
  })
  .meta({ id: 'LegalPageView' });
export type LegalPageView = z.infer<typeof LegalPageView>;

const versionQuery = z.object({ version: z.coerce.number().int().positive().max(1_000_000).optional() });

/** A legal page in the reader's language, or in the town's where it is not written in that; the newest version when none is named. */
export const readLegalPage = route({
  method: 'GET',
  path: '/legal-pages/:page',
  summary: 'Read a legal page, or an older version of it',
  params: z.object({ page: z.enum(legalPages) }),
  query: versionQuery,
  response: LegalPageView,
  refusals: ['legal-page-not-found'],
});

/** A numbered rule of moderation: decisions cite its version and number. `body` is plain text. */
export const ModerationRule = z.object({ number: z.int().positive(), title: z.string(), body: z.string() }).meta({ id: 'ModerationRule' });
export type ModerationRule = z.infer<typeof ModerationRule>;

/** `language` of each rule is the reader's, or the town's first where the rule is not written in that. */
export const ModerationRulesView = PublishedVersion.extend({
  rules: z.array(ModerationRule.extend({ language: z.enum(languages) })),
  versions: z.array(PublishedVersion),
}).meta({ id: 'ModerationRulesView' });
export type ModerationRulesView = z.infer<typeof ModerationRulesView>;

export const readModerationRules = route({
  method: 'GET',
  path: '/moderation-rules',
  summary: 'Read the rules of moderation, or an older version of them',
  query: versionQuery,
  response: ModerationRulesView,
  refusals: ['moderation-rules-not-found'],
});

/** Where a required blank stays empty, or rules are not published, no consultation opens. Codes as `missingForOpening` gives them. */
export const LegalState = z
  .object({
    pages: z.array(
      z.object({
        page: z.enum(legalPages),
        version: z.int().positive().nullable(),
        publishedAt: timestamp.nullable(),
        missing: z.array(z.string()),
      }),
    ),
    rules: PublishedVersion.nullable(),
  })
  .meta({ id: 'LegalState' });
export type LegalState = z.infer<typeof LegalState>;

export const readLegalState = route({
  method: 'GET',
  path: '/admin/legal-pages',
  summary: 'What the legal pages still lack',
  response: LegalState,
  refusals: staffRefusals,
});

/** Longest text of a legal page, in characters without markup. */
export const maxLegalText = 60_000;

const LegalText = z.object({ language: z.enum(languages), title: z.string(), html: z.string() });

/** A legal page as its administrator writes it: text with `{{blanks}}`, and what fills them. The template where nothing was saved. */
export const LegalDraft = z
  .object({
    page: z.enum(legalPages),
    values: z.record(z.string(), z.string()),
    texts: z.array(LegalText),
    version: z.int().positive().nullable(),
    missing: z.array(z.string()),
  })
  .meta({ id: 'LegalDraft' });
export type LegalDraft = z.infer<typeof LegalDraft>;

export const readLegalDraft = route({
  method: 'GET',
  path: '/admin/legal-pages/:page',
  summary: 'Read a legal page for editing',
  params: z.object({ page: z.enum(legalPages) }),
  response: LegalDraft,
  refusals: staffRefusals,
});

const line = text({ max: 300 });
const address = text({ max: 600, lines: 'many' });

/** A field that may stay empty; what is typed must be what `schema` takes. A union would lose the reason of the refusal. */
function emptyOr(schema: z.ZodType<string>, code: FieldCode): z.ZodString {
  return z.string().check((context) => {
    const typed = context.value.trim();
    const parsed = typed === '' ? null : schema.safeParse(typed);
    if (parsed && !parsed.success) context.issues.push(fieldIssue(context.value, code));
    else context.value = parsed ? parsed.data : '';
  });
}

const mail = emptyOr(email, 'not-an-email');

/** The blanks of each page; each may stay empty while the page was never complete. */
export const legalValues = {
  'legal-notice': body({
    publisher: line,
    publisherAddress: address,
    publisherPhone: line,
    publisherEmail: mail,
    director: line,
    host: line,
    hostAddress: address,
    hostPhone: line,
  }),
  privacy: body({ controller: line, dpo: address, retention: line }),
  accessibility: body({
    conformity: z.union([z.literal(''), z.enum(conformities)]),
    accessibilityContact: mail,
    auditor: line,
    auditedOn: emptyOr(plainDate, 'not-a-date'),
  }),
  terms: body({ termsContact: mail, minimumAge: line }),
} as const;

const texts = z
  .array(body({ language: languageCode, title: text({ min: 1, max: 120 }), html: richText({ min: 1, max: maxLegalText }) }))
  .min(1)
  .max(languages.length);

/**
 * Saves a legal page. While required blanks are empty nothing is public and saving replaces; once complete, every save is a new public
 * version, and a required blank can no longer be emptied.
 */
export const saveLegalPage = route({
  method: 'PUT',
  path: '/admin/legal-pages',
  summary: 'Save a legal page; publishes a version when its required fields are filled',
  request: z.discriminatedUnion('page', [
    body({ page: z.literal('legal-notice'), values: legalValues['legal-notice'], texts }),
    body({ page: z.literal('privacy'), values: legalValues.privacy, texts }),
    body({ page: z.literal('accessibility'), values: legalValues.accessibility, texts }),
    body({ page: z.literal('terms'), values: legalValues.terms, texts }),
  ]),
  response: LegalDraft,
  refusals: staffRefusals,
});

/** A rule as the administrator edits it: `title` and `body` in the town's first language, `translations` in each other one, '' where nothing is written yet. */
export const EditedRule = z.object({
  title: z.string(),
  body: z.string(),
  translations: z.array(z.object({ language: z.enum(languages), title: z.string(), body: z.string() })),
});
export type EditedRule = z.infer<typeof EditedRule>;

/** Rules as the administrator edits them: the last published ones, or the template. `languages` are the town's, its first one first. */
export const RulesDraft = z
  .object({ version: z.int().positive().nullable(), languages: z.array(z.enum(languages)), rules: z.array(EditedRule) })
  .meta({ id: 'RulesDraft' });
export type RulesDraft = z.infer<typeof RulesDraft>;

export const readRulesDraft = route({
  method: 'GET',
  path: '/admin/moderation-rules',
  summary: 'Read the rules of moderation for editing',
  response: RulesDraft,
  refusals: staffRefusals,
});

const ruleText = { title: { max: 120 }, body: { max: 2_000, lines: 'many' } } as const;

/** A translation is written whole or left out whole: a rule half in one language would be cited half. */
const ruleTranslation = body({ language: languageCode, title: text(ruleText.title), body: text(ruleText.body) }).check((context) => {
  const { title, body: words } = context.value;
  if ((title === '') === (words === '')) return;
  context.issues.push(fieldIssue(context.value, 'required', {}, [title === '' ? 'title' : 'body']));
});

/** `title` and `body` are in the town's first language; a language without a translation reads them. */
export const rulesInput = z
  .array(
    body({
      title: text({ ...ruleText.title, min: 1 }),
      body: text({ ...ruleText.body, min: 1 }),
      translations: z
        .array(ruleTranslation)
        .max(languages.length - 1)
        .default([]),
    }),
  )
  .min(1)
  .max(40);
export type RulesInput = z.input<typeof rulesInput>;

export const publishModerationRules = route({
  method: 'POST',
  path: '/admin/moderation-rules',
  summary: 'Publish the rules of moderation as a new version, numbered in their order',
  request: body({ rules: rulesInput }),
  response: ModerationRulesView,
  refusals: staffRefusals,
});
