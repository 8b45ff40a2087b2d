import type { Page } from 'playwright-core';
import { SetupLinks } from '../../api/src/core/installation/index.ts';
import { setSuspended, TownDirectory } from '../../api/src/core/municipalities/index.ts';
import { freshDatabaseUrl } from '../../api/test/support/database.ts';
import { aTown, visitor } from '../../api/test/support/people.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ DATABASE_URL: await freshDatabaseUrl() });
});
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
    ['Adresse de l’éditeur', '6 rue du Docteur-Jacquot\n90400 Danjoutin'],
    ['Téléphone de l’éditeur', '03 84 00 00 00'],
    ['Adresse électronique de l’éditeur', 'mairie@danjoutin.fr'],
    ['Directeur ou directrice', 'La maire'],
    ['Hébergeur', 'Territoire numérique'],
    ['Adresse de l’hébergeur', '1 place d’Armes, 90000 Belfort'],
    ['Téléphone de l’hébergeur', '03 84 11 11 11'],
    ['Délégué à la protection', 'dpo@danjoutin.fr'],
    ['pour l’accessibilité', 'mairie'],
  ];
  for (const [label, typed] of blanks)
    await page
      .getByRole('textbox', { name: label, exact: label === 'Hébergeur' })
      .first()
      .fill(typed);
  expect(await page.getByRole('textbox', { name: 'pour les questions' }).inputValue()).toBe('mairie@danjoutin.fr'); // the publisher's, typed once
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.getByText('Écrivez une adresse électronique complète').first().waitFor(); // what was typed is still there
  expect(await page.getByLabel('Téléphone de l’hébergeur').inputValue()).toBe('03 84 11 11 11');
  await look('6-legal-refused');
  await page.getByRole('textbox', { name: 'pour l’accessibilité' }).fill('mairie@danjoutin.fr');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Règles de modération' }).waitFor(); // the rest may wait, and is not called done
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: /Informations légales \(à compléter\)/ }).click();
  await page.getByRole('link', { name: 'Accessibilité' }).first().waitFor();
  await page.getByText(/il manque\s: État de conformité/).waitFor();
  await look('6-legal-missing');
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
  await page.getByRole('link', { name: 'la boîte de démonstration' }).waitFor();
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
  for (const [path, words] of [
    ['/mentions-legales', 'Commune de Danjoutin'],
    ['/donnees-personnelles', 'dpo@danjoutin.fr'],
    ['/accessibilite', 'Défenseur des droits'],
    ['/conditions', '15 ans'],
    ['/regles-de-moderation', 'Respecter les personnes'],
  ] as const) {
    await page.goto(`${site.origin}/t/danjoutin/fr${path}`);
    await page.getByText(words).first().waitFor();
    await page.getByText('Version 1, publiée le').waitFor();
    await look(`11${path.replace('/', '-')}`);
  }
}, 120_000);

test('the first administrator signs in and sees what waits', async () => {
  await page.goto(`${site.origin}/t/danjoutin/fr/compte/connexion?retour=%2Fadmin`);
  await page.getByLabel('Adresse électronique').fill('claire@danjoutin.fr');
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill('une passerelle sur la Savoureuse');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { level: 1, name: 'Administration' }).waitFor();
  await page.getByText('Tout est prêt pour la première consultation').waitFor();
  await look('12-overview');
  await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Journal' }).click();
  await page.getByText('Règles de modération publiées').waitFor();
  await look('13-journal');
}, 120_000);

test('the administrator gives the town a colour that can be read, an outline and quarters', async () => {
  await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Commune' }).click();
  await page.getByRole('heading', { level: 1, name: 'Commune' }).waitFor();
  await page.getByRole('textbox', { name: 'Couleur' }).first().fill('#ffe97f');
  await page.getByText('Cette couleur est trop claire').waitFor();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByText('La plus proche qui convienne').first().waitFor();
  await look('14-settings-refused');
  await page.getByRole('button', { name: /^Prendre #/ }).click();
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Danjoutin en Savoureuse');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByText('C’est enregistré').waitFor();

  const square = (x: number, y: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 0.02, y],
        [x + 0.02, y + 0.02],
        [x, y + 0.02],
        [x, y],
      ],
    ],
  });
  const outline = page.getByRole('form', { name: 'Contour de la commune' });
  await outline.getByLabel('Fichier du contour').setInputFiles({
    name: 'contour.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from('{"type":"Point","coordinates":[6,47]}'),
  });
  await outline.getByRole('button', { name: 'Remplacer le contour' }).click();
  await outline.getByText('n’est pas un contour en GeoJSON').waitFor();
  await outline.getByRole('button', { name: 'contour.geojson' }).click(); // takes the wrong one out
  await outline.getByLabel('Fichier du contour').setInputFiles({
    name: 'contour.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(
      JSON.stringify({
        type: 'Feature',
        properties: {},
        geometry: { type: 'MultiPolygon', coordinates: [square(6.85, 47.6).coordinates, square(6.87, 47.61).coordinates] },
      }),
    ),
  });
  await outline.getByRole('button', { name: 'Remplacer le contour' }).click();
  await page.getByText('Le contour est enregistré').waitFor();
  const quarters = page.getByRole('form', { name: 'Quartiers' });
  await quarters.getByText('Coller le contenu').click();
  await quarters.getByLabel('Contenu GeoJSON').fill(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { nom: 'Centre' }, geometry: square(6.85, 47.6) },
        { type: 'Feature', properties: { nom: 'Rives' }, geometry: square(6.87, 47.61) },
      ],
    }),
  );
  await quarters.getByRole('button', { name: 'Remplacer les quartiers' }).click();
  await page.getByRole('img', { name: 'avec 2 quartiers' }).waitFor();
  await look('15-settings');
  await page.reload();
  await page.getByRole('banner').getByText('Danjoutin en Savoureuse').waitFor();
}, 120_000);

test('a legal page is corrected as version 2, and version 1 stays readable', async () => {
  await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Pages légales' }).click();
  await page.getByText('Les consultations peuvent s’ouvrir').waitFor();
  await look('16-legal-admin');
  await page.getByRole('link', { name: 'Conditions d’utilisation' }).first().click();
  await page.getByRole('toolbar').first().waitFor();
  expect(await page.getByText('{{').count()).toBe(0);
  await page.locator('[data-blank=minimumAge]').first().waitFor();
  await page.locator('[data-blank=termsContact]').first().click();
  await page.keyboard.press('Backspace');
  await page
    .getByRole('button', { name: /Remettre.+Adresse électronique pour les questions/ })
    .first()
    .click();
  await look('17-legal-edit');
  await page.getByLabel('Âge minimal').fill('16');
  await page.getByRole('button', { name: 'Publier une nouvelle version' }).click();
  await page.getByText('La version 2 est publiée').waitFor();
  await page.goto(`${site.origin}/t/danjoutin/fr/conditions`);
  await page.getByText('au moins 16 ans').waitFor();
  await page.getByRole('link', { name: /Version 1/ }).click();
  await page.getByText('qui n’est plus en vigueur').waitFor();
  await page.getByText('au moins 15 ans').waitFor();
  await look('18-older-version');
  await page.goto(`${site.origin}/t/danjoutin/fr/admin/regles`);
  await page.getByRole('button', { name: 'Publier la version 2' }).waitFor();
  await look('19-rules-edit');
}, 120_000);

test('another town of the installation knows nothing of this one’s session, and a suspended town says so on a page of its own', async () => {
  const other = await aTown(site, { name: 'Ville voisine' });
  await page.goto(`${site.origin}${other.base}/fr/admin/commune`);
  await page.getByRole('link', { name: 'Se connecter' }).first().waitFor();
  expect(await page.getByText('Claire Delmas').count()).toBe(0);
  await setSuspended(site.db, other.slug, true);
  site.app.get(TownDirectory).forget();
  const answer = await page.goto(`${site.origin}${other.base}/fr/`);
  expect(answer!.status()).toBe(503);
  await page.getByText('Le site de cette commune est fermé').waitFor();
  await look('20-suspended');
  for (const address of ['/t/nulle-part/fr/', '/fr/']) {
    // no town has this slug; two towns share the bare address
    expect((await page.goto(`${site.origin}${address}`))!.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: 'Cette adresse n’est celle d’aucune commune' }).waitFor();
  }
  await look('21-no-town');
  const dark = await site.visit(visitor({ id: '', slug: 'danjoutin', base: '/t/danjoutin' }), '/regles-de-moderation', {
    width: 1280,
    scheme: 'dark',
  });
  await shoot(dark, '22-dark');
  await expectAccessible(dark);
}, 60_000);
