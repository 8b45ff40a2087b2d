import { aConsultation } from '../../api/test/support/consultations.ts';
import { aPerson, aTown, visitor } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { addressOf, expectAccessible, live, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test('an address that nobody has shows the designed page, in the town’s name, with status 404', async () => {
  const town = await aTown(site);
  const answer = await fetch(addressOf(site, town, '/nulle-part'));
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  const html = await answer.text();
  expect(html).toContain('Cette page n’existe pas');
  expect(html).toContain('Saint-Aubin-sur-Lisse');
  const page = await site.visit(visitor(town), '/nulle-part', { width: 320 });
  await expectAccessible(page);
});

test('a link that a mail program cut leads to that page too, or to the page without its tail; a former address leads on', async () => {
  const town = await aTown(site);
  const draft = await aConsultation(site, town, { state: 'draft' });
  const live = await aConsultation(site, town, { title: 'La place du Marché' });
  const ask = async (path: string): Promise<[number, string | null]> => {
    const answer = await fetch(addressOf(site, town, `/consultations/${path}`), { redirect: 'manual' });
    return [answer.status, answer.headers.get('location')?.replace(/^.*\/consultations\//, '') ?? null];
  };
  expect(await ask(`${draft.slug}?apercu=abc`)).toEqual([404, null]);
  expect(await ask(`${live.slug}?apercu=abc`)).toEqual([200, null]);
  expect(await ask(`${live.slug}/propositions?suite=abc`)).toEqual([404, null]);
  await site.db.run('INSERT INTO former_activity_slugs (municipality_id, consultation_id, slug, activity_id) VALUES ($1, $2, $3, $4)', [
    town.id,
    live.id,
    'idees',
    live.activity.id,
  ]);
  expect(await ask(`${live.slug}/idees?q=velo`)).toEqual([301, `${live.slug}/propositions?q=velo`]);
  expect(await ask(`${live.slug}/idees/proposer`)).toEqual([301, `${live.slug}/propositions/proposer`]);
  expect(await ask(`${live.slug}/nulle-part/proposer`)).toEqual([404, null]);
});

test('the page is read before any script runs, hydrates without complaint, and speaks English too', async () => {
  const town = await aTown(site);
  const page = await site.visit(visitor(town), '/nulle-part', { width: 1280 });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(addressOf(site, town, '/nowhere', 'en'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('link', { name: 'Français' }).first().waitFor();
  expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
});

test('the bare address leads to the reader’s language', async () => {
  const town = await aTown(site);
  const answer = await fetch(`${site.origin}${town.base}/`, { redirect: 'manual', headers: { 'accept-language': 'en-GB,en;q=0.9' } });
  expect(answer.headers.get('location')).toBe(`${town.base}/en/`);
});

test('an address that a guide writes without a language leads to its page in the reader’s; one that nobody has does not', async () => {
  const town = await aTown(site);
  const ask = (path: string) => fetch(`${site.origin}${town.base}${path}`, { redirect: 'manual', headers: { 'accept-language': 'fr' } });
  const led = await Promise.all(['/consultations?etat=ouvertes', '/guichet', '/nulle-part', '//exemple.fr/consultations'].map(ask));
  expect(led.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
    [302, `${town.base}/fr/consultations?etat=ouvertes`],
    [302, `${town.base}/fr/guichet`],
    [404, null],
    [404, null],
  ]);
});

test('a page that gets no stream of counts, for too many are open, asks for them slowly instead, without a complaint on screen', async () => {
  const town = await aTown(site);
  const consultation = await aConsultation(site, town);
  const proposal = await aProposal(site, town, consultation, await aPerson(site, town));
  const page = await site.visit(visitor(town), '/nulle-part');
  await page.route('**/live?*', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'retry-after': '60' },
      contentType: 'application/problem+json',
      body: '{"code":"too-many-own-watchers"}',
    }),
  );
  const asked = page.waitForRequest('**/counts?*', { timeout: 45_000 });
  await page.goto(addressOf(site, town, `/p/${proposal.number}`));
  await live(page);
  expect(new URL((await asked).url()).searchParams.get('ids')).toBe(proposal.id);
  expect(await page.getByRole('alert').count()).toBe(0);
}, 60_000);

test('every page of staff begins at the left edge of the header, whatever it holds', async () => {
  const town = await aTown(site);
  const helene = await aPerson(site, town, { name: 'Hélène V.', roles: ['administrator', 'moderator', 'official', 'facilitator'] });
  const page = await site.visit(helene, '/admin', { width: 1280 });
  const paths = [
    '',
    '/consultations',
    '/consultations/nouvelle',
    '/personnes',
    '/imports',
    '/commune',
    '/pages-legales',
    '/pages-legales/terms',
    '/regles',
    '/courriels',
    '/journal',
  ].map((path) => `/admin${path}`);
  for (const path of [...paths, '/moderation', '/reponses', '/guichet']) {
    await page.goto(addressOf(site, town, path));
    const [title, header] = [
      await page.getByRole('heading', { level: 1 }).boundingBox(),
      await page.getByRole('banner').getByRole('link').first().boundingBox(),
    ];
    expect([path, Math.round(title!.x)]).toEqual([path, Math.round(header!.x)]);
  }
}, 60_000);
