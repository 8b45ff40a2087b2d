import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, type TestConsultation } from '../../../test/support/consultations.ts';
import { aComment } from '../../../test/support/debates.ts';
import { aPerson, aTown, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal, type TestProposal } from '../../../test/support/proposals.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

let town: TestTown,
  consultation: TestConsultation,
  draft: TestConsultation,
  invited: TestConsultation,
  ines: Person,
  proposal: TestProposal;
beforeEach(async () => {
  town = await aTown(app);
  ines = await aPerson(app, town, { name: 'Inès Quiquampoix' });
  consultation = await aConsultation(app, town);
  draft = await aConsultation(app, town, { state: 'draft', title: 'Un secret bien gardé' });
  invited = await aConsultation(app, town, { visibility: 'invited', title: 'Entre nous seulement', invited: [ines] });
  proposal = await aProposal(app, town, consultation, ines, {
    title: 'Des arbres & de l’eau <vite>',
    text: 'Texte\u0001 ]]> & <b>fin</b>',
  });
  await aProposal(app, town, invited, ines, { title: 'Chut' });
  await aComment(app, consultation, ines, proposal.id);
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.origin}${town.base}${path}`, { headers, redirect: 'manual' });

test('each public page has a twin as JSON beside it, the same for everybody', async () => {
  const base = `/fr/consultations/${consultation.slug}`;
  for (const path of [
    '/fr/accueil',
    '/fr/consultations',
    '/en/engagements',
    '/fr/donnees',
    '/fr/moderation/registre',
    base,
    ...['historique', 'resultats', 'donnees', 'reponses', 'reponses/attendues', 'propositions'].map((end) => `${base}/${end}`),
  ]) {
    const answer = await get(`${path}.json`, { cookie: ines.cookie });
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'application/json; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
  }
  for (const key of [`${proposal.number}-des-arbres`, String(proposal.number)]) {
    const answer = await get(`/fr/p/${key}.json`);
    expect(await answer.json()).toMatchObject({ number: proposal.number, title: proposal.title });
    expect((await get(`/fr/p/${key}.json`, { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304);
  }
  const missing = await get('/fr/p/999999.json');
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  expect((await get('/fr/admin.json')).status).toBe(404);
});

test('drafts and invited consultations are in no twin, no feed and no sitemap, not even for those who may read them', async () => {
  const paths = [draft, invited].flatMap(({ slug }) => [
    `/fr/consultations/${slug}.json`,
    `/fr/consultations/${slug}/resultats.json`,
    `/fr/consultations/${slug}/propositions.json`,
    `/fr/consultations/${slug}.atom`,
  ]);
  for (const path of paths) expect([path, (await get(path, { cookie: ines.cookie })).status]).toEqual([path, 404]);
  for (const path of [
    '/fr/consultations.json',
    '/fr/consultations.atom',
    '/sitemap-pages.xml',
    '/sitemap-1.xml',
    '/fr/accueil.json',
    '/fr/donnees.json',
  ]) {
    const text = await (await get(path, { cookie: ines.cookie })).text();
    for (const secret of [draft.slug, draft.title, invited.slug, invited.title, 'Chut', 'chut'])
      expect([path, text.includes(secret)]).toEqual([path, false]);
  }
});

test('what is new can be followed as Atom, in both languages, without anybody’s name', async () => {
  for (const [language, path] of [
    ['fr', `/fr/consultations/${consultation.slug}.atom`],
    ['en', '/en/consultations.atom'],
  ] as const) {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const text = await answer.text();
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(text).toContain(`${town.base}/${language}/p/${proposal.number}`);
    expect(text).not.toContain('Quiquampoix');
    expect(text).not.toContain('\u0001');
    expect([...text.matchAll(/<entry>/g)]).toHaveLength(2);
  }
});

test('search engines find every public page from robots.txt on', async () => {
  expect(await (await get('/robots.txt')).text()).toContain(`${town.base}/sitemap.xml`);
  const index = await (await get('/sitemap.xml')).text();
  expect([...index.matchAll(/<loc>[^<]*\/(sitemap-\w+\.xml)</g)].map((found) => found[1])).toEqual(['sitemap-pages.xml', 'sitemap-1.xml']);
  expect(await (await get('/sitemap-pages.xml')).text()).toContain(`/fr/consultations/${consultation.slug}/propositions<`);
  expect(await (await get('/sitemap-1.xml')).text()).toContain(`/fr/p/${proposal.number}-des-arbres-de-l-eau-vite<`);
  expect((await get('/sitemap-tout.xml')).status).toBe(404);
});

test('whoever holds a draft’s preview link gets no twin of it: shared caches would keep the draft for everybody', async () => {
  const token = 'un-lien-secret-assez-long';
  await app.db.run(`UPDATE consultations SET preview_token_hash = sha256(convert_to($3, 'UTF8')) WHERE municipality_id = $1 AND id = $2`, [
    town.id,
    draft.id,
    token,
  ]);
  expect((await get(`/fr/consultations/${draft.slug}?apercu=${token}`)).status).toBe(200);
  for (const path of [
    `/fr/consultations/${draft.slug}.json?apercu=${token}`,
    `/fr/consultations/${draft.slug}.json`,
    `/fr/consultations/${draft.slug}/propositions.json`,
  ]) {
    const answer = await get(path, { cookie: `parvis_preview=${token}` });
    expect([path, answer.status, (await answer.text()).includes('secret bien gardé')]).toEqual([path, 404, false]);
  }
});
