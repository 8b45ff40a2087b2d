import { addComment } from '@parvis/shared/contracts/comments.ts';
import { decide } from '@parvis/shared/contracts/moderation.ts';
import { aConsultation, closeOpening, type TestConsultation } from '../../api/test/support/consultations.ts';
import { aComment, someRules } from '../../api/test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { aProposal, type TestProposal } from '../../api/test/support/proposals.ts';
import { addressOf, expectAccessible, live, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
let consultation: TestConsultation;
let awa: Person;
let jeanne: Person;
let marc: Person;
let trees: TestProposal;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
beforeEach(async () => {
  town = await aTown(site);
  consultation = await aConsultation(site, town);
  [awa, jeanne, marc] = (await Promise.all(['Awa T.', 'Jeanne R.', 'Marc, fleuriste'].map((name) => aPerson(site, town, { name })))) as [
    Person,
    Person,
    Person,
  ];
  trees = await aProposal(site, town, consultation, awa, {
    title: 'Planter des arbres d’ombre place du Marché, côté sud',
    text: 'L’été, la place atteint 41 °C à 16 h. Les marchands plient à midi.',
  });
  await someRules(site, town);
});

/** A debate as it looks after some days: both sides, replies, an official, a removed comment, paper. */
async function aDebate(): Promise<{ bench: string; places: string }> {
  const sylvie = await aPerson(site, town, { name: 'Sylvie Arnoux', roles: ['official'] });
  await site.db.run(`UPDATE account_roles SET title = 'adjointe aux mobilités' WHERE municipality_id = $1 AND account_id = $2`, [
    town.id,
    sylvie.accountId,
  ]);
  const bench = await aComment(site, consultation, jeanne, trees.id, {
    stance: 'for',
    text: 'J’ai 78 ans. En juillet je ne fais plus le marché après 10 h. Un banc à l’ombre changerait tout.',
  });
  const places = await aComment(site, consultation, marc, trees.id, {
    stance: 'against',
    text: 'Quatre places en moins le samedi, c’est la clientèle âgée qui ne vient plus. Commencez par recréer les places.',
  });
  await aComment(site, consultation, awa, trees.id, {
    parentId: places,
    text: 'Deux places peuvent être recréées rue Haute, à 80 mètres.',
  });
  await aComment(site, consultation, sylvie, trees.id, {
    parentId: places,
    text: 'L’étude des réseaux dira où planter : https://exemple.fr/etude',
  });
  const removed = await aComment(site, consultation, marc, trees.id, { stance: 'for', text: 'Le voisin du 14 est un imbécile.' });
  const claire = await aPerson(site, town, { name: 'Claire V.', roles: ['moderator'] });
  await as(site, claire).call(decide, {
    params: { contributionId: removed },
    body: { act: 'hide', rule: { version: 1, number: 2 }, reason: 'Une insulte vise un voisin.', revision: 1 },
  });
  await aComment(site, consultation, jeanne, trees.id, { stance: 'neutral', text: 'Qui arrosera les trois premières années ?' });
  return { bench, places };
}

test('a visitor reads both sides in balance, sees why a comment was removed, and is led to sign in to argue', async () => {
  await aDebate();
  for (const width of [360, 1280]) {
    const page = await site.visit(visitor(town), `/p/${trees.number}`, { width });
    await page.getByRole('heading', { name: '3 arguments' }).waitFor();
    if (width < 700) {
      expect(await page.getByText('Quatre places en moins').isVisible()).toBe(false);
      await page.getByRole('radio', { name: 'Contre 1' }).check({ force: true });
    }
    await page.getByText('Quatre places en moins').waitFor();
    await page.getByText('adjointe aux mobilités').waitFor();
    expect(await page.getByRole('link', { name: 'https://exemple.fr/etude' }).getAttribute('rel')).toContain('nofollow');
    expect(await page.getByText('imbécile').count()).toBe(0);
    await expectAccessible(page);
    await shoot(page, 'debate');
    if (width === 1280) {
      await page.getByText('Lire le motif').click();
      await page.getByText('Une insulte vise un voisin.').waitFor();
      await expectAccessible(page);
    }
    await page.getByRole('link', { name: 'Se connecter pour donner un argument' }).waitFor();
  }
});

test('in the dark scheme and in English the debate reads as well', async () => {
  await aDebate();
  const page = await site.visit(visitor(town), `/p/${trees.number}`, { width: 1280, scheme: 'dark', language: 'en' });
  await page.getByRole('heading', { name: '3 arguments' }).waitFor();
  await page.getByRole('heading', { name: 'Against (1)' }).waitFor();
  await expectAccessible(page);
  await shoot(page, 'debate-dark');
});

test('Marc changes language in the middle of an argument and keeps it, unasked; where it would be lost he is asked once', async () => {
  await site.db.run(`UPDATE municipalities SET languages = '{fr,en}' WHERE id = $1`, [town.id]);
  const page = await site.visit(marc, `/p/${trees.number}`, { width: 360 });
  await live(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.getByRole('radio', { name: 'Contre', exact: true }).check({ force: true });
  await page.locator('textarea[name=text]').fill('Les racines soulèvent le pavé.');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Publish my argument' }).waitFor();
  await live(page);
  expect(await page.locator('textarea[name=text]').inputValue()).toBe('Les racines soulèvent le pavé.');
  expect(await page.getByRole('radio', { name: 'Against', exact: true }).isChecked()).toBe(true);
  expect(asked).toEqual([]);
  await page.goto(addressOf(site, town, `/compte`));
  asked.splice(0);
  await live(page);
  await page.getByRole('textbox', { name: 'Nom affiché' }).fill('Marc B.');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'My account' }).waitFor();
  expect(asked).toEqual(['confirm']);
});

test('Marc argues against by keyboard, corrects himself, answers Jeanne and withdraws; an empty argument is told and nothing is lost', async () => {
  const { bench } = await aDebate();
  const page = await site.visit(marc, `/p/${trees.number}`, { width: 1280 });
  await page.getByRole('button', { name: 'Publier mon argument' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await shoot(page, 'argument-refused');
  await page.getByRole('radio', { name: 'Contre', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Votre argument').focus();
  await page.keyboard.type('Le samedi, les camions ne passeront plus.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Votre argument est publié.').waitFor();
  const mine = page.locator('[id^="c-"]').filter({ hasText: 'les camions ne passeront plus' });
  await mine.waitFor();
  expect(page.url()).toContain('commentaire=');
  await expectAccessible(page);
  await mine.getByRole('button', { name: 'Modifier' }).click();
  await page.getByLabel('Votre texte').fill('Le samedi, les camions de livraison ne passeront plus.');
  await page.getByRole('button', { name: 'Enregistrer la nouvelle version' }).click();
  await page.getByText('modifié').waitFor();
  await page.getByText('modifié').click();
  await page.getByText('Version 1').waitFor();
  await expectAccessible(page);
  const hers = page.locator(`#c-${bench}`);
  await hers.getByRole('button', { name: /Répondre/ }).click();
  await expectAccessible(page);
  await shoot(page, 'replying');
  await page.keyboard.type('Un banc, oui, mais au nord.');
  await page.getByRole('button', { name: 'Publier ma réponse' }).click();
  await page.getByText('Un banc, oui, mais au nord.').waitFor();
  await page.getByText('Votre réponse est publiée.').waitFor();
  await page.locator(`#c-${bench}:focus`).waitFor(); // its form is gone, the focus is not
  await page.locator('[id^="c-"]').filter({ hasText: 'camions de livraison' }).getByRole('button', { name: 'Retirer' }).click();
  await page.getByRole('heading', { name: /Retirer votre commentaire/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Retirer mon commentaire' }).click();
  await page.locator('[id^="c-"]:focus').getByText('Commentaire retiré par son auteur.').waitFor(); // its button is gone, the focus is not
  await page.locator('[id^="mien-"]').filter({ hasText: 'camions de livraison' }).waitFor(); // only he still reads it
  const other = await site.visit(jeanne, new URL(page.url()).pathname.split('/fr')[1]!, { width: 1280 });
  await other.getByText('Commentaire retiré par son auteur.').waitFor();
  expect(await other.getByText('camions de livraison').count()).toBe(0);
});

test('a shared link opens the page that holds the comment, on its side, on a phone too', async () => {
  const ids: string[] = [];
  for (let at = 1; at <= 14; at += 1)
    ids.push(await aComment(site, consultation, marc, trees.id, { stance: 'against', text: `Argument contre numéro ${at}` }));
  const link = `/p/${trees.number}?commentaire=${ids[12]}#c-${ids[12]}`;
  const page = await site.visit(visitor(town), link, { width: 360 });
  await page.getByText('Argument contre numéro 13').waitFor();
  expect(await page.getByText('Argument contre numéro 1', { exact: true }).count()).toBe(0);
  await expectAccessible(page);
  await shoot(page, 'permalink');
  await page.getByRole('link', { name: 'Voir le débat depuis le début' }).click();
  await page.getByText('Argument contre numéro 1', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Voir d’autres arguments' }).click();
  await page.getByText('Argument contre numéro 14').waitFor();
});

test('where a moderator reads first Jeanne sees her comment wait; after the phase the form gives way to the reason', async () => {
  const careful = await aConsultation(site, town, { activities: [{ settings: { moderation: 'before' } }] });
  const there = await aProposal(site, town, careful, awa, { title: 'Un abri à vélos devant la gare' });
  await as(site, jeanne).call(addComment, {
    params: { contributionId: there.id },
    body: { text: 'J’attends ma publication.', stance: 'for' },
  });
  const page = await site.visit(jeanne, `/p/${there.number}`, { width: 360 });
  await page.getByText('En attente de modération').waitFor();
  await page.getByRole('button', { name: 'Envoyer à la modération' }).waitFor();
  await expectAccessible(page);
  await shoot(page, 'waiting');
  await closeOpening(site, town, careful.activity.id, { action: 'comment' });
  await page.reload();
  await page.getByText('Les arguments ne sont pas ouverts en ce moment.').waitFor();
  expect(await page.getByText('Rien n’a été enregistré').count()).toBe(0); // nobody has tried anything
  await expectAccessible(page);
});

test('a typed space never lets a line of a title begin with “?”, and on paper a comment bears its date, not its age', async () => {
  const asked = await aProposal(site, town, consultation, awa, { title: 'Et si on plantait des arbres ?' });
  await aComment(site, consultation, jeanne, asked.id, { stance: 'for', text: 'Un banc à l’ombre changerait tout.' });
  const page = await site.visit(visitor(town), `/p/${asked.number}`, { width: 360 });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Et si on plantait des arbres\u202f?');
  const age = page.locator('time[data-paper] > span').first();
  expect(await age.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await age.isVisible()).toBe(false);
  expect(await age.evaluate((span) => getComputedStyle(span.parentElement!, '::before').content)).toMatch(/\p{L}+ \d{4}"$/u);
});

test('whoever loses the network while sending is told so, keeps the words, and sends them once when it is back', async () => {
  const page = await site.visit(jeanne, `/p/${trees.number}`, { width: 360 });
  await page.getByRole('navigation', { name: 'Vous êtes ici' }).getByRole('link').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByRole('radio', { name: 'Contre' }).last().check({ force: true });
  await page.getByRole('textbox', { name: 'Votre argument' }).fill('Le plateau fera du bruit.');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Publier mon argument' }).click();
  await page.getByRole('alert').getByText('Pas de connexion').waitFor();
  expect(await page.getByRole('textbox', { name: 'Votre argument' }).inputValue()).toBe('Le plateau fera du bruit.');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Publier mon argument' }).click();
  await page.getByText('Votre argument est publié.').waitFor();
  expect(await page.getByText('Le plateau fera du bruit.').count()).toBe(1);
});
