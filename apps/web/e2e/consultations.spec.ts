import { createConsultation, makePreviewLink } from '@parvis/shared/contracts/consultation-admin.ts';
import { aConsultation } from '../../api/test/support/consultations.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { completeLegalPages } from '../../api/test/support/legal.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { addressOf, expectAccessible, live, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
beforeAll(async () => {
  site = await startSite();
});
beforeEach(async () => {
  town = await aTown(site);
});
afterAll(() => site.stop());

const widths = [320, 360, 1280] as const;

/** Looks at one page at three widths with axe, and leaves a picture. */
async function look(
  path: string,
  name: string,
  who: Pick<Person, 'town' | 'cookie'> = visitor(town),
  scheme: 'light' | 'dark' = 'light',
): Promise<void> {
  const page = await site.visit(who, path, { width: widths[0], scheme });
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    if (width !== 320) await shoot(page, name);
    await expectAccessible(page);
  }
  await page.close();
}

async function words(consultationId: string): Promise<void> {
  await site.db.run(
    `
    UPDATE consultations SET title = 'Comment se déplacer dans le centre demain ?', question = 'Que faut-il changer dans la Grande-Rue et sur la place du Marché ?',
      summary = 'La Grande-Rue et la place du Marché seront refaites en 2027. Trottoirs, arbres, stationnement, bus, vélos : dites ce qui compte pour vous, avant que les plans soient dessinés.',
      body_html = '<p>La Grande-Rue relie la gare au pont Vieux. Elle date de 1962.</p><h3>Ce qui est déjà décidé</h3><ul><li>Les réseaux d’eau sont refaits.</li><li>Le marché reste sur la place.</li></ul>',
      territory = '{"type":"MultiPolygon","coordinates":[[[[-0.56,47.46],[-0.54,47.46],[-0.53,47.48],[-0.56,47.48],[-0.56,47.46]]]]}',
      contact = 'Service des mobilités, 02 41 00 00 00' WHERE municipality_id = $1 AND id = $2`,
    [town.id, consultationId],
  );
}

test('before any consultation, the front page says what this place will be', async () => {
  await look('/', 'front-first');
  await look('/consultations', 'list-none');
});

test('a visitor reads above the fold what is decided, until when, who decides and what happens then', async () => {
  const { id, slug } = await aConsultation(site, town, {
    phases: [
      { kind: 'information', actions: [], from: -86_400 * 20, to: null, title: 'S’informer' },
      { to: 86_400 * 22 },
      { kind: 'response', actions: [], from: 86_400 * 22, to: 86_400 * 60, title: 'Réponses' },
      { kind: 'follow-up', actions: [], from: 86_400 * 100, to: null, title: 'Travaux et suivi' },
    ],
  });
  await words(id);
  await aConsultation(site, town, { title: 'Le jardin des Lavandières', phases: [{ from: 86_400 * 9, to: 86_400 * 40 }] });
  await aConsultation(site, town, { title: 'Les horaires de la médiathèque', state: 'closed' });
  await look(`/consultations/${slug}`, 'consultation');
  await look(`/consultations/${slug}`, 'consultation-dark', visitor(town), 'dark');
  await look('/', 'front');
  await look('/consultations', 'list');
  await look('/consultations?etat=a-venir', 'list-upcoming');
  await look(`/consultations/${slug}/historique`, 'history');
  const html = await (await fetch(addressOf(site, town, `/consultations/${slug}`))).text();
  const missing = [
    '<meta property="og:title" content="Comment se déplacer dans le centre demain ?">',
    'Le conseil municipal',
    'Chaque proposition reçoit une réponse motivée',
    'S’informer',
  ].filter((fact) => !html.includes(fact));
  expect(missing).toEqual([]);
});

test('before the first act everybody, the clerk too, reads on which day it opens and what opens then, not the day of its first information', async () => {
  const { id, slug } = await aConsultation(site, town, {
    title: 'Le jardin des Lavandières',
    phases: [
      { kind: 'information', actions: [], from: 86_400 * 2, to: null, title: 'S’informer' },
      { from: 86_400 * 9, to: 86_400 * 40, title: 'Proposer au jardin' },
    ],
  });
  const page = await site.visit(visitor(town), `/consultations/${slug}`);
  const chip = /^Ouvre le \d+/;
  const told = await page.getByText(chip).first().innerText();
  await page.getByRole('listitem').filter({ hasText: /^Du / }).getByText('Proposer au jardin').waitFor();
  const desk = await site.visit(await aPerson(site, town, { roles: ['administrator'] }), `/admin/consultations/${id}/publication`, {
    width: 1280,
  });
  expect(await desk.getByText(chip).first().innerText()).toBe(told);
});

test('a consultation for invited people is a page that does not exist for others', async () => {
  const ines = await aPerson(site, town);
  const { slug } = await aConsultation(site, town, { title: 'La cour de l’école', visibility: 'invited', invited: [ines] });
  expect((await fetch(addressOf(site, town, `/consultations/${slug}`))).status).toBe(404);
  await look(`/consultations/${slug}`, 'invited', ines);
  await look('/', 'front-invited', ines);
});

test('a clerk prepares a consultation step by step, previews it, publishes it, and a visitor reads it', async () => {
  await completeLegalPages(site, town);
  const clerk = await aPerson(site, town, { name: 'Claire Delmas', roles: ['administrator'] });
  const page = await site.visit(clerk, '/admin/consultations/nouvelle', { width: 1280 });
  await page.getByRole('button', { name: 'Créer le brouillon' }).click();
  await page.getByRole('alert').waitFor(); // an empty title is refused in words, beside the field
  await page.getByLabel('Titre').fill('Quel avenir pour la place du Marché ?');
  await page.getByRole('button', { name: 'Créer le brouillon' }).click();

  await page.getByRole('link', { name: 'Voir l’aperçu' }).waitFor();
  await page.getByLabel('Question posée').fill('Que voulez-vous y faire, et y voir ?');
  await page.getByLabel('Qui décide').fill('Le conseil municipal');
  await page.getByLabel('Date de la décision').fill('2027-03-04');
  await page.getByLabel('Ce qui se passera ensuite').fill('Chaque proposition reçoit une réponse avant le 31 janvier.');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();

  await page.waitForURL(/demarches$/);
  await page.getByRole('link', { name: 'Continuer avec le calendrier' }).click();
  await page.getByRole('heading', { name: 'Vue d’ensemble' }).waitFor();
  await page.getByLabel('Premier jour').nth(1).fill('2026-01-05');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.waitForURL(/public$/);
  await page.getByRole('link', { name: 'Continuer avec la publication' }).click();

  await page.getByRole('button', { name: 'Créer un lien secret' }).click();
  const secret = new URL(await page.getByText(/apercu=/).innerText());
  const preview = await site.visit(visitor(town), secret.pathname.replace(/^.*\/fr/, '') + secret.search);
  await preview.getByText('Aperçu d’un brouillon.').waitFor();
  await page.getByRole('button', { name: 'Publier la consultation' }).click();
  await page.getByRole('button', { name: 'Oui, publier' }).click();
  await page.getByRole('heading', { name: 'La consultation est publiée' }).waitFor();

  const reader = await site.visit(visitor(town), '/consultations', { width: 360 });
  await reader.getByRole('link', { name: 'Quel avenir pour la place du Marché ?' }).click();
  await reader.getByText('Le conseil municipal décide').first().waitFor();
  await reader.getByText('Ouverte, encore').first().waitFor();
});

test('every part of the preparation can be seen, heard and reached on a phone', async () => {
  const clerk = await aPerson(site, town, { name: 'Claire Delmas', roles: ['administrator'] });
  const {
    body: { id },
  } = await as(site, clerk).call(createConsultation, {
    body: { title: 'Quel avenir pour la place du Marché ?', question: 'Que voulez-vous y voir ?' },
  });
  for (const [part, name] of [
    ['', 'presentation'],
    ['/demarches', 'activities'],
    ['/calendrier', 'calendar'],
    ['/public', 'people'],
    ['/publication', 'publish'],
  ])
    await look(`/admin/consultations/${id}${part}`, `admin-${name}`, clerk);
});

test('the list of consultations, an empty one too, and a draft behind its secret link', async () => {
  const clerk = await aPerson(site, town, { name: 'Claire Delmas', roles: ['administrator'] });
  await look('/admin/consultations', 'admin-list-empty', clerk);
  await look('/admin/consultations/nouvelle', 'admin-new', clerk);
  const {
    body: { id },
  } = await as(site, clerk).call(createConsultation, {
    body: { title: 'Quel avenir pour la place du Marché ?', question: 'Que voulez-vous y voir ?' },
  });
  const {
    body: { path },
  } = await as(site, clerk).call(makePreviewLink, { params: { consultationId: id } });
  await look(path, 'preview');
  for (const width of [360, 1280]) {
    const page = await site.visit(visitor(town), path, { width });
    await page
      .getByRole('link', { name: /Tout voir/ })
      .first()
      .click();
    await page.getByText('Aperçu d’un brouillon.').waitFor();
    await page.getByRole('link', { name: 'Voir le formulaire' }).first().waitFor();
    await expectAccessible(page);
    await shoot(page, 'preview-list');
    await page.getByRole('link', { name: 'Voir le formulaire' }).first().click();
    await page.getByText('Le formulaire tel qu’il sera').waitFor();
    expect(await page.getByRole('button', { name: /Publier|Déposer/ }).count()).toBe(0); // inert: nothing in it can be reached
    await expectAccessible(page);
    await shoot(page, 'preview-form');
    const answer = await page.reload();
    expect(answer!.headers()).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' });
    await page.getByText('Le formulaire tel qu’il sera').waitFor();
  }
  await look('/admin/consultations', 'admin-list', clerk);
});

test('every page of a draft that is seen by its secret link says that it is a preview, the imported proposals too', async () => {
  const clerk = await aPerson(site, town, { name: 'Claire Delmas', roles: ['administrator'] });
  const draft = await aConsultation(site, town, { state: 'draft' });
  const proposal = await aProposal(site, town, draft, clerk);
  const {
    body: { path },
  } = await as(site, clerk).call(makePreviewLink, { params: { consultationId: draft.id } });
  const page = await site.visit(visitor(town), path);
  const here = `/consultations/${draft.slug}`;
  const pages = [
    '/propositions',
    '/propositions/proposer',
    '/reponses',
    '/reponses/attendues',
    '/resultats',
    '/historique',
    '/donnees',
  ].map((part) => here + part);
  for (const one of [here, ...pages, `/p/${proposal.number}`, `/p/${proposal.number}/versions`, `/p/${proposal.id}/signaler`]) {
    await page.goto(addressOf(site, town, one));
    await page.getByText('Aperçu d’un brouillon.').waitFor();
    expect([one, await page.getByText('Vous le voyez grâce à un lien secret').count()]).toEqual([one, 1]);
  }
  await page.goto(addressOf(site, town, here));
  await live(page);
  await page
    .getByRole('link', { name: /Tout voir/ })
    .first()
    .click();
  await page.getByRole('link', { name: proposal.title, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: proposal.title }).waitFor();
  await page.getByText('Aperçu d’un brouillon.').waitFor();
  await look(`/p/${proposal.number}`, 'preview-proposal', clerk);
  const open = await aConsultation(site, town);
  const published = await aProposal(site, town, open, clerk);
  await page.goto(addressOf(site, town, `/p/${published.number}`));
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('Aperçu d’un brouillon.').count()).toBe(0);
});

test('a change after publication says why, and everybody reads what stood there before', async () => {
  const clerk = await aPerson(site, town, { name: 'Claire Delmas', roles: ['administrator'] });
  const { id, slug } = await aConsultation(site, town);
  const page = await site.visit(clerk, `/admin/consultations/${id}`, { width: 1280 });
  await page.getByLabel('Résumé').fill('La place sera refaite en 2028.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Ce champ est obligatoire.').first().waitFor(); // a public change says why
  await page.getByLabel('Raison du changement').fill('Le calendrier des travaux est connu.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('C’est enregistré.').waitFor();
  await page.getByLabel('Résumé').fill('La place sera refaite en 2029.');
  await page.getByLabel('Raison du changement').fill('Les travaux commencent plus tard.');
  const saved = page.waitForResponse((response) => response.request().method() !== 'GET' && response.url().includes('/api/'));
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  expect((await saved).ok()).toBe(true);
  const history = await site.visit(visitor(town), `/consultations/${slug}/historique`, { width: 1280 });
  expect(await history.locator('del').first().innerText()).toContain('2028');
  expect(await history.locator('ins').first().innerText()).toContain('2029');
  await history.getByText('La place sera refaite en').first().waitFor();
  await look(`/consultations/${slug}/historique`, 'history-changed');
  await look(`/admin/consultations/${id}/publication`, 'admin-changed', clerk);
});
