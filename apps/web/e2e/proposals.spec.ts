import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { editProposal, submitProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { aConsultation, closeOpening, type TestConsultation } from '../../api/test/support/consultations.ts';
import { projectRoot } from '../../api/src/platform/config/index.ts';
import { aPerson, as, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { aProposal, type TestProposal } from '../../api/test/support/proposals.ts';
import { aCallForProposals } from './support/call-for-proposals.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
let ines: Person;
let consultation: TestConsultation;
let trees: TestProposal;
let list: string;
beforeAll(async () => {
  site = await startSite();
  ({ town, ines, consultation, trees, list } = await aCallForProposals(site));
}, 60_000);
afterAll(() => site.stop());

test('the list is read, searched and walked without an accessibility fault', async () => {
  const page = await site.visit(visitor(town), list, { width: 360 });
  await page.getByRole('heading', { level: 1, name: '26 propositions' }).waitFor();
  await expectAccessible(page);
  await shoot(page, 'list');
  await page.getByRole('link', { name: 'Voir la suite' }).click();
  await page.getByRole('heading', { level: 3 }).nth(25).waitFor();
  expect(await page.getByRole('heading', { level: 3 }).count()).toBe(26);
  await page.getByLabel('Chercher', { exact: true }).fill('bancs gare');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('heading', { level: 1, name: '1 résultat' }).waitFor();
  expect(page.url()).toContain('?q=bancs+gare');
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '26 propositions' }).waitFor();
}, 60_000);

test('a page opened from far down a list begins at its top, and going back and forth returns to where one was', async () => {
  const page = await site.visit(visitor(town), list, { width: 360 });
  const link = page
    .getByRole('heading', { level: 3, name: /^Ralentir/ })
    .nth(10)
    .getByRole('link');
  await link.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(1_000);
  await link.click();
  await page.getByRole('heading', { level: 1, name: /^Ralentir/ }).waitFor();
  await page.waitForFunction(() => scrollY === 0 && document.activeElement?.tagName === 'H1');
  await page.evaluate(() => scrollTo(0, 300));
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '26 propositions' }).waitFor();
  await page.waitForFunction((before) => Math.abs(scrollY - before) < 50, left);
  await page.goForward();
  await page.getByRole('heading', { level: 1, name: /^Ralentir/ }).waitFor();
  await page.waitForFunction(() => scrollY === 300);
  const visits = await page.evaluate(() => history.length);
  for (let times = 0; times < 2; times += 1) {
    // the second leads to where one is
    await page.getByRole('banner').getByRole('link').first().click();
    await page.waitForURL(/\/fr\/$/);
  }
  expect(await page.evaluate(() => history.length)).toBe(visits + 1);
}, 60_000);

test('the list works without script, page after page', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${site.origin}${town.base}/fr${list}`);
  const read = () => page.getByRole('heading', { level: 3 }).allTextContents();
  const first = await read();
  await page.getByRole('link', { name: 'Voir la suite' }).click();
  const second = await read();
  expect(new Set([...first, ...second]).size).toBe(26);
  await page.getByLabel('Thème').selectOption('bus');
  await page.getByRole('button', { name: 'Chercher' }).click();
  expect(await read()).toEqual(['Un arrêt de bus abrité et éclairé au hameau de la Noue']);
  await context.close();
});

test('the map shows what has a place, and the same as a list', async () => {
  for (const width of [360, 1280]) {
    const page = await site.visit(visitor(town), `${list}?vue=carte`, { width });
    await page
      .getByText(/3 (lieux|propositions|points)|liste/i)
      .first()
      .waitFor();
    await expectAccessible(page);
    await shoot(page, 'map');
  }
});

test('the page of a proposal shows its answer, its people, its way and the debate', async () => {
  const page = await site.visit(ines, `/p/${trees.number}`, { width: 360 });
  await page.getByRole('heading', { level: 1, name: /Planter des arbres/ }).waitFor();
  await page.getByText('Sylvie Arnoux, adjointe aux mobilités').first().waitFor();
  await page.getByText('Étude des réseaux').first().waitFor();
  await page.getByText('J’ai 78 ans').waitFor();
  await expectAccessible(page);
  await shoot(page, 'proposal');
}, 60_000);

test('a support shows at once, moves on other open pages, and can be taken back', async () => {
  const [karim, other] = [
    await aPerson(site, town, { name: 'Nadia K.' }),
    await site.visit(visitor(town), `/p/${trees.number}`, { width: 1280 }),
  ];
  await other.getByText('4 personnes soutiennent').waitFor();
  const page = await site.visit(karim, `/p/${trees.number}`, { width: 1280 });
  const button = page.getByRole('complementary').getByRole('button', { name: /Soutenir/ });
  await button.click();
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /Soutenue/, pressed: true })
    .waitFor();
  await other.getByText('5 personnes soutiennent').waitFor({ timeout: 4_000 });
  await expectAccessible(page);
  await page.reload();
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /Soutenue/, pressed: true })
    .click();
  await other.getByText('4 personnes soutiennent').waitFor({ timeout: 4_000 });
});

test('a visitor writes, sees similar ones, is asked to sign in at the end, and loses nothing', async () => {
  const page = await site.visit(visitor(town), list, { width: 360 });
  await page.getByRole('link', { name: 'Déposer une proposition' }).click();
  await page.getByRole('textbox', { name: 'Titre' }).fill('Planter des arbres sur la place du Marché');
  await page.getByText('proche', { exact: false }).first().waitFor();
  await page.getByRole('link', { name: trees.title, exact: true }).waitFor();
  await expectAccessible(page);
  await shoot(page, 'write-similar');
  await page.getByLabel('Adresse ou lieu en mots').fill('rue Haute');
  await page.getByText('Texte gardé sur cet appareil.').waitFor();
  await page.getByRole('button', { name: 'Se connecter et déposer' }).click();
  await page.waitForURL(/compte\/connexion/);
  await page.goto(`${site.origin}${town.base}/fr${list}/proposer`);
  await page.getByText('Vous retrouvez le texte commencé sur cet appareil.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Titre' }).inputValue()).toBe('Planter des arbres sur la place du Marché');
  expect(await page.getByLabel('Adresse ou lieu en mots').inputValue()).toBe('rue Haute');
});

test.each([360, 1280])(
  'Inès deposits, edits, compares and withdraws at %i px',
  async (width) => {
    const page = await site.visit(ines, `${list}/proposer`, { width });
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await shoot(page, 'write-errors');
    await page.getByRole('textbox', { name: 'Titre' }).fill(`Une rue aux écoles, le matin (${width})`);
    const body = page.getByRole('textbox', { name: /Votre texte/ });
    await body.fill('Sans voitures de 8 h à 9 h.');
    await page.getByLabel('Thème').selectOption('rues');
    await page.getByText('Brouillon enregistré à').waitFor();
    await shoot(page, 'write');
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /Une rue aux écoles/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Modifier' }).click();
    await page.getByRole('textbox', { name: 'Titre' }).fill(`Une rue aux écoles, matin et soir (${width})`);
    await page.getByLabel('Pourquoi cette modification ?').fill('Le soir aussi');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Publier la nouvelle version' }).click();
    await page.getByRole('link', { name: '2 versions' }).click();
    await page.getByText('Le soir aussi').waitFor();
    await page.locator('ins').first().waitFor();
    await expectAccessible(page);
    await shoot(page, 'versions');
    await page.goBack();
    await page.getByRole('button', { name: 'Retirer' }).click();
    await page.getByLabel('Motif').fill('La mairie l’a déjà prévu.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Retirer définitivement' }).click();
    await page.getByRole('article').getByText('La mairie l’a déjà prévu.').waitFor();
    await expectAccessible(page);
    await shoot(page, 'withdrawn');
  },
  60_000,
);

test('two windows: the second edit is told, keeps its words, and can be compared', async () => {
  const made = await as(site, ines).call(submitProposal, {
    params: { activityId: consultation.activity.id },
    body: { title: 'Des arceaux à vélo', bodyHtml: '<p>Devant la gare.</p>', categoryId: 'rues' },
  });
  const page = await site.visit(ines, `/p/${made.body.number}-${made.body.slug}/modifier`);
  await page.getByRole('textbox', { name: 'Titre' }).fill('Des arceaux devant la gare');
  await as(site, ines).call(editProposal, {
    params: { contributionId: made.body.id },
    body: { title: 'Des arceaux partout', bodyHtml: '<p>Partout.</p>', categoryId: 'rues', revision: 1 },
  });
  await page.getByRole('button', { name: 'Publier la nouvelle version' }).click();
  await page.getByText('Modifiée entre-temps').waitFor();
  expect(await page.getByRole('textbox', { name: 'Titre' }).inputValue()).toBe('Des arceaux devant la gare');
  await expectAccessible(page);
});

test('after the close the page says why nothing can be supported or deposited', async () => {
  const where = await aConsultation(site, town, { slug: 'close' });
  await aProposal(site, town, where, ines);
  await closeOpening(site, town, where.activity.id);
  const page = await site.visit(ines, `/consultations/close/propositions`, { width: 1280 });
  await page.getByText('Le dépôt n’est pas ouvert en ce moment.').first().waitFor();
  await page.getByText('Les soutiens ne sont pas ouverts en ce moment.').first().waitFor();
  await expectAccessible(page);
});

test('each public page asks for at most 140 kB of compressed script', async () => {
  const here = `/consultations/${consultation.slug}`;
  const proposal = `/p/${trees.number}-planter-des-arbres-d-ombre-place-du-marche-cote-sud`;
  for (const path of [
    '/',
    '/consultations',
    here,
    list,
    proposal,
    `${here}/resultats`,
    `${here}/donnees`,
    `${here}/reponses`,
    `${here}/reponses/attendues`,
    '/engagements',
    '/donnees',
  ]) {
    const html = await (await fetch(`${site.origin}${town.base}/fr${path}`)).text();
    const scripts = [...html.matchAll(/(?:rel="modulepreload" href|type="module" src)="([^"]+\.js)"/g)].map((found) =>
      join(projectRoot, 'dist/web/client-fr', `${found[1]}.gz`),
    );
    expect(scripts.length).toBeGreaterThan(3);
    const bytes = scripts.filter((file) => existsSync(file)).reduce((sum, file) => sum + statSync(file).size, 0);
    expect([path, bytes <= 140_000 ? 'fits' : bytes]).toEqual([path, 'fits']);
  }
});
