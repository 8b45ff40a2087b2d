import {
  publishModerationRules,
  readLegalDraft,
  readLegalPage,
  readLegalState,
  readModerationRules,
  readRulesDraft,
  saveLegalPage,
} from '@parvis/shared/contracts/legal.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { legalPages } from '@parvis/shared/rules/words.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aPerson, aTown, as, visitor } from '../../../test/support/people.ts';
import { missingForOpening, requireLegalPages } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

type Saved = Extract<RequestOf<typeof saveLegalPage>, { page: 'legal-notice' }>;
const notice: Saved['values'] = {
  publisher: 'Commune de Saint-Aubin-sur-Lisse',
  publisherAddress: '1 place de la Mairie\n49000 Saint-Aubin',
  publisherPhone: '02 41 00 00 00',
  publisherEmail: 'mairie@saint-aubin.fr',
  director: 'Mme Claire Delmas, maire',
  host: 'Syndicat numérique de la Lisse',
  hostAddress: '3 rue du Port',
  hostPhone: '02 41 11 11 11',
};
const texts: Saved['texts'] = [
  { language: 'fr', title: 'Mentions légales', html: '<h3>Éditeur</h3><p>{{publisher}}</p><p>{{publisherAddress}}</p><script>x</script>' },
];
/** A text without blanks, for any page. */
const plain: Saved['texts'] = [{ language: 'fr', title: 'Une page', html: '<p>Son texte</p>' }];
const rules = [
  { title: 'Respecter les personnes', body: 'Pas d’insulte.' },
  { title: 'Rester dans le sujet', body: 'Autre chose, ailleurs.' },
];

test('a new town has templates to fill in, nothing public, and no consultation may open', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  expect((await as(app, visitor(town)).call(readLegalPage, { params: { page: 'privacy' } })).problem.code).toBe('legal-page-not-found');
  expect((await as(app, visitor(town)).call(readModerationRules)).problem.code).toBe('moderation-rules-not-found');
  for (const page of legalPages) {
    const { body: draft } = await as(app, claire).call(readLegalDraft, { params: { page } });
    expect(draft).toMatchObject({ version: null, texts: [{ language: 'fr' }, { language: 'en' }] });
    expect(draft.texts.every((one) => one.html.length > 400)).toBe(true);
  }
  expect((await as(app, claire).call(readRulesDraft)).body).toMatchObject({
    version: null,
    rules: expect.arrayContaining([expect.objectContaining({ title: 'Respecter les personnes' })]) as unknown,
  });
  const missing = await missingForOpening(app.db, town.id);
  expect(missing).toEqual(
    expect.arrayContaining(['legal-notice.director', 'privacy.dpo', 'accessibility.conformity', 'terms.termsContact', 'moderation-rules']),
  );
  await expect(requireLegalPages(app.db, town.id, 'fr')).rejects.toMatchObject({
    code: 'legal-pages-incomplete',
    values: { missing: expect.stringMatching(/^Mentions légales \(.*directeur de la publication.*; Règles de modération/) as unknown },
  });
});

test('a page becomes public when its blanks are filled, and each later change is a version that stays readable', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const half = await as(app, claire).call(saveLegalPage, { body: { page: 'legal-notice', values: { ...notice, director: ' ' }, texts } });
  expect(half.body).toMatchObject({ version: null, missing: ['director'] });
  expect((await as(app, visitor(town)).call(readLegalPage, { params: { page: 'legal-notice' } })).status).toBe(404);

  expect((await as(app, claire).call(saveLegalPage, { body: { page: 'legal-notice', values: notice, texts } })).body).toMatchObject({
    version: 1,
    missing: [],
  });
  const first = await as(app, visitor(town)).call(readLegalPage, { params: { page: 'legal-notice' } });
  expect(first.body).toMatchObject({
    version: 1,
    html: '<h2>Éditeur</h2><p>Commune de Saint-Aubin-sur-Lisse</p><p>1 place de la Mairie<br />49000 Saint-Aubin</p>',
  });

  await as(app, claire).call(saveLegalPage, {
    body: { page: 'legal-notice', values: { ...notice, publisher: 'Ville <b>nouvelle</b>' }, texts },
  });
  const second = await as(app, visitor(town)).call(readLegalPage, { params: { page: 'legal-notice' } });
  expect(second.body).toMatchObject({ version: 2, versions: [{ version: 2 }, { version: 1 }] });
  expect(second.body.html).toContain('Ville &lt;b&gt;nouvelle&lt;/b&gt;');
  expect((await as(app, visitor(town)).call(readLegalPage, { params: { page: 'legal-notice' }, query: { version: 1 } })).body.html).toBe(
    first.body.html,
  );
  expect((await as(app, visitor(town)).call(readLegalPage, { params: { page: 'legal-notice' }, query: { version: 9 } })).status).toBe(404);

  const emptied = await as(app, claire).call(saveLegalPage, { body: { page: 'legal-notice', values: { ...notice, host: '' }, texts } });
  expect(emptied).toMatchObject({ status: 422, problem: { errors: [{ pointer: '#/values/host', code: 'required' }] } });
  expect((await as(app, claire).call(readLegalState)).body.pages[0]).toMatchObject({ page: 'legal-notice', version: 2, missing: [] });
  expect(await app.db.rows('SELECT FROM outbox WHERE municipality_id = $1 AND topic = $2', [town.id, 'legal-page.published'])).toHaveLength(
    4,
  ); // two versions in two languages
});

test('saves at the same moment make a version each, none lost', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      as(app, claire).call(saveLegalPage, {
        body: { page: 'terms', values: { termsContact: 'mairie@saint-aubin.fr', minimumAge: '15' }, texts: plain },
      }),
    ),
  );
  expect(answers.map((one) => one.status)).toEqual(Array(6).fill(200));
  const { body } = await as(app, visitor(town)).call(readLegalPage, { params: { page: 'terms' } });
  expect(body.versions.map((one) => one.version)).toEqual([6, 5, 4, 3, 2, 1]);
});

test('rules of moderation are numbered and published as versions; older ones stay readable', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  expect((await as(app, claire).call(publishModerationRules, { body: { rules } })).body).toMatchObject({
    version: 1,
    rules: [{ number: 1 }, { number: 2, title: 'Rester dans le sujet' }],
  });
  await as(app, claire).call(publishModerationRules, { body: { rules: rules.slice(1) } });
  expect((await as(app, visitor(town)).call(readModerationRules)).body).toMatchObject({
    version: 2,
    rules: [{ number: 1, title: 'Rester dans le sujet' }],
    versions: [{ version: 2 }, { version: 1 }],
  });
  expect((await as(app, visitor(town)).call(readModerationRules, { query: { version: 1 } })).body.rules).toHaveLength(2);
  const wrong = await as(app, claire).call(publishModerationRules, { body: { rules: [{ title: '', body: 'x' }] } });
  expect(wrong).toMatchObject({ status: 422, problem: { errors: [{ pointer: '#/rules/0/title', code: 'required' }] } });
});

test('rules are written in each language of the town; readers get theirs, or the first where a rule is not written in it, and every version keeps its words', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const draft = (await as(app, claire).call(readRulesDraft)).body;
  expect(draft).toMatchObject({
    languages: ['fr', 'en'],
    rules: expect.arrayContaining([
      {
        title: 'Respecter les personnes',
        body: expect.any(String) as string,
        translations: [{ language: 'en', title: expect.any(String) as string, body: expect.any(String) as string }],
      },
    ]) as unknown,
  });
  const english = { language: 'en' as const, title: 'Respect people', body: 'No insults.' };
  await as(app, claire).call(publishModerationRules, {
    body: {
      rules: [
        { ...rules[0]!, translations: [english] },
        { ...rules[1]!, translations: [{ language: 'en', title: '', body: '' }] },
      ],
    },
  });
  await as(app, claire).call(publishModerationRules, {
    body: { rules: [{ ...rules[0]!, translations: [{ ...english, title: 'Be kind' }] }] },
  });
  const read = (language: 'fr' | 'en', version: number) =>
    as(app, visitor(town)).call(readModerationRules, { query: { version }, headers: { 'accept-language': language } });
  expect((await read('en', 1)).body.rules).toEqual([
    { number: 1, title: 'Respect people', body: 'No insults.', language: 'en' },
    { number: 2, ...rules[1], language: 'fr' },
  ]);
  expect((await read('fr', 1)).body.rules[0]).toEqual({ number: 1, ...rules[0], language: 'fr' });
  expect((await read('en', 2)).body.rules[0]!.title).toBe('Be kind');
  expect((await as(app, claire).call(readRulesDraft)).body.rules).toEqual([
    { ...rules[0], translations: [{ ...english, title: 'Be kind' }] },
  ]);
  const half = await as(app, claire).call(publishModerationRules, {
    body: { rules: [{ ...rules[0]!, translations: [{ ...english, body: '' }] }] },
  });
  expect(half).toMatchObject({ status: 422, problem: { errors: [{ pointer: '#/rules/0/translations/0/body', code: 'required' }] } });
  const twice = await as(app, claire).call(publishModerationRules, {
    body: { rules: [{ ...rules[0]!, translations: [{ ...english, language: 'fr' }] }] },
  });
  expect(twice).toMatchObject({ status: 422, problem: { errors: [{ pointer: '#/rules/0/translations/0/language', code: 'not-found' }] } });
});

test('a text whose blank was misspelt or half deleted is refused: the public never reads braces', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const save = (title: string, html: string) =>
    as(app, claire).call(saveLegalPage, { body: { page: 'legal-notice', values: notice, texts: [{ language: 'fr', title, html }] } });
  expect(await save('Mentions de {{publisher}}', '<p>{{publisher}</p>')).toMatchObject({
    status: 422,
    problem: {
      errors: [
        { pointer: '#/texts/0/title', code: 'broken-blank' },
        { pointer: '#/texts/0/html', code: 'broken-blank' },
      ],
    },
  });
  expect((await save('Mentions', '<p>Chez {{dpo}}</p>')).status).toBe(422);
  expect((await save('Mentions', '<p>Chez {{publisher}}</p>')).status).toBe(200);
  expect((await as(app, visitor(town)).call(readLegalPage, { params: { page: 'legal-notice' } })).text).not.toContain('{{');
});

test('once every blank is filled and rules are published, consultations may open', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const save = (body: RequestOf<typeof saveLegalPage>) => as(app, claire).call(saveLegalPage, { body });
  await save({ page: 'legal-notice', values: notice, texts });
  await save({ page: 'privacy', values: { controller: 'La commune', dpo: 'dpo@saint-aubin.fr', retention: 'trois ans' }, texts: plain });
  await save({
    page: 'accessibility',
    values: { conformity: 'partial', accessibilityContact: 'mairie@saint-aubin.fr', auditor: '', auditedOn: '' },
    texts: [
      { language: 'fr', title: 'Accessibilité', html: '<p>Ce site est {{conformity}}.</p><p>Audit : {{auditor}}, {{auditedOn}}</p>' },
    ],
  });
  await save({ page: 'terms', values: { termsContact: 'mairie@saint-aubin.fr', minimumAge: '15' }, texts: plain });
  expect(await missingForOpening(app.db, town.id)).toEqual(['moderation-rules']);
  await as(app, claire).call(publishModerationRules, { body: { rules } });
  await expect(requireLegalPages(app.db, town.id, 'fr')).resolves.toBeUndefined();
  expect((await as(app, visitor(town)).call(readLegalPage, { params: { page: 'accessibility' } })).body.html).toBe(
    '<p>Ce site est partiellement conforme.</p>',
  );
});

test('nobody but an administrator of this town reads or writes the drafts', async () => {
  const town = await aTown(app);
  const other = await aTown(app);
  const moderator = await aPerson(app, town, { roles: ['moderator', 'official', 'facilitator'] });
  const stranger = await aPerson(app, other, { roles: ['administrator'] });
  for (const [who, code] of [
    [visitor(town), 'sign-in-required'],
    [moderator, 'role-required'],
    [{ ...stranger, town }, 'sign-in-required'],
  ] as const) {
    expect((await as(app, who).call(readLegalDraft, { params: { page: 'terms' } })).problem.code).toBe(code);
    expect((await as(app, who).call(publishModerationRules, { body: { rules } })).problem.code).toBe(code);
  }
});
