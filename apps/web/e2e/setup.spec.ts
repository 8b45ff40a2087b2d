import type { Page } from 'playwright-core';
import { SetupLinks } from '../../api/src/core/installation/index.ts';
import { freshDatabaseUrl } from '../../api/test/support/database.ts';
import { visitor } from '../../api/test/support/people.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => { site = await startSite({ DATABASE_URL: await freshDatabaseUrl() }); });
afterAll(() => site.stop());
// One story in order: the installation is empty only once.

const nowhere = { id: '', slug: '', base: '' };
let page: Page;

/** Looks at the page in both widths; the journey itself goes on in the narrow one. */
async function look(name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await shoot(page, name);
    await expectAccessible(page);
  }
}

test('the front page of an empty installation says what is missing and how to begin', async () => {
  page = await site.visit(visitor(nowhere), '/');
  await page.getByRole('heading', { level: 1, name: /consultera bientôt/ }).waitFor();
  await look('1-welcome');
  await page.goto(`${site.origin}/fr/installation`);
  await page.getByText('lien à usage unique').waitFor();
  await look('2-closed');
});

test('whoever starts Parvis opens the printed link and makes the town, its legal pages, its rules and its first administrator', async () => {
  const token = /jeton=([\w-]+)/.exec((await site.app.get(SetupLinks).invitation())!)![1]!;
  await page.goto(`${site.origin}/fr/installation?jeton=${token}`);
  await page.getByRole('heading', { level: 1, name: 'Bienvenue' }).waitFor();
  await look('3-door');
  await page.getByRole('button', { name: 'Commencer l’installation' }).click();

  await page.getByRole('heading', { level: 1, name: 'Votre commune' }).waitFor();
  await page.getByLabel('Nom ou code postal').fill('danjou');
  await page.getByText('commune trouvée').waitFor();
  await look('4-search');
  await page.getByRole('button', { name: /Danjoutin/ }).click();
  await page.getByLabel('Phrase sous le nom').fill('Au bord de la Savoureuse');
  await look('5-town');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();

  await page.getByRole('heading', { level: 1, name: 'Informations légales' }).waitFor();
  expect(await page.getByLabel('Éditeur du site').inputValue()).toBe('Commune de Danjoutin');
  const blanks: readonly [string, string][] = [
    ['Adresse de l’éditeur', '6 rue du Docteur-Jacquot\n90400 Danjoutin'], ['Téléphone de l’éditeur', '03 84 00 00 00'], ['Adresse électronique de l’éditeur', 'mairie@danjoutin.fr'], ['Directeur ou directrice', 'La maire'],
    ['Hébergeur', 'Territoire numérique'], ['Adresse de l’hébergeur', '1 place d’Armes, 90000 Belfort'], ['Téléphone de l’hébergeur', '03 84 11 11 11'], ['Délégué à la protection', 'dpo@danjoutin.fr'], ['pour l’accessibilité', 'mairie'], ['pour les questions', 'mairie@danjoutin.fr'],
  ];
  for (const [label, typed] of blanks) await page.getByRole('textbox', { name: label, exact: label === 'Hébergeur' }).first().fill(typed);
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.getByText('Écrivez une adresse électronique complète').first().waitFor(); // what was typed is still there
  expect(await page.getByLabel('Téléphone de l’hébergeur').inputValue()).toBe('03 84 11 11 11');
  await look('6-legal-refused');
  await page.getByRole('textbox', { name: 'pour l’accessibilité' }).fill('mairie@danjoutin.fr');
  await page.getByRole('radio', { name: /Partiellement conforme/ }).check();
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();

  await page.getByRole('heading', { level: 1, name: 'Règles de modération' }).waitFor();
  await page.getByRole('button', { name: 'Supprimer la règle 8' }).click();
  await page.getByRole('button', { name: 'Monter la règle 2' }).click();
  await look('7-rules');
  await page.getByRole('button', { name: 'Publier ces règles' }).click();

  await page.getByRole('heading', { level: 1, name: 'Essayer le courriel' }).waitFor();
  await page.reload(); // a pause: the browser still holds the key
  await page.getByLabel('Adresse électronique').fill('claire@danjoutin.fr');
  await page.getByRole('button', { name: 'Envoyer un message d’essai' }).click();
  await page.getByText('boîte de démonstration').waitFor();
  await look('8-mail');
  await page.getByRole('link', { name: 'Continuer' }).click();

  await page.getByLabel('Prénom et nom').fill('Claire Delmas');
  await page.getByLabel('Adresse électronique').fill('claire@danjoutin.fr');
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill('une passerelle sur la Savoureuse');
  await look('9-administrator');
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  await page.getByRole('heading', { level: 1, name: 'Danjoutin est prête' }).waitFor();
  await look('10-finished');
}, 120_000);

test('the legal pages stand in the footer and are read with their version and date', async () => {
  await page.goto(`${site.origin}/t/danjoutin/fr/accessibilite`);
  await page.getByText('partiellement conforme').first().waitFor();
  for (const [path, words] of [['/mentions-legales', 'Commune de Danjoutin'], ['/donnees-personnelles', 'dpo@danjoutin.fr'], ['/accessibilite', 'Défenseur des droits'], ['/conditions', '15 ans'], ['/regles-de-moderation', 'Respecter les personnes']] as const) {
    await page.goto(`${site.origin}/t/danjoutin/fr${path}`);
    await page.getByText(words).first().waitFor();
    await page.getByText('Version 1, publiée le').waitFor();
    await look(`11${path.replace('/', '-')}`);
  }
}, 120_000);
