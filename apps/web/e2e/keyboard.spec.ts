import { flagContribution } from '@parvis/shared/contracts/flags.ts';
import { aConsultation, type TestConsultation } from '../../api/test/support/consultations.ts';
import { aComment, aSubject, someRules } from '../../api/test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { aProposal, type TestProposal } from '../../api/test/support/proposals.ts';
import { password } from '../../api/test/support/registering.ts';
import { Keyboard } from './support/keyboard.ts';
import { startSite, type TestSite } from './support/site.ts';

const outline = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [1.08, 45.18],
        [1.16, 45.16],
        [1.22, 45.2],
        [1.2, 45.27],
        [1.12, 45.28],
        [1.07, 45.24],
        [1.08, 45.18],
      ],
    ],
  ],
};

let site: TestSite;
let town: TestTown;
let ines: Person;
let leo: Person;
let consultation: TestConsultation;
let trees: TestProposal;
beforeAll(async () => {
  site = await startSite();
  town = await aTown(site);
  await site.db.run('UPDATE municipalities SET territory = $2 WHERE id = $1', [town.id, JSON.stringify(outline)]);
  [ines, leo] = [await aPerson(site, town, { name: 'Inès B.' }), await aPerson(site, town, { name: 'Léo P.' })];
  consultation = await aConsultation(site, town, {
    activities: [
      {
        settings: {
          categories: [
            { id: 'rues', name: 'Rues et places' },
            { id: 'arbres', name: 'Arbres et eau' },
          ],
          pictures: 0,
        },
      },
    ],
  });
  trees = await aProposal(site, town, consultation, leo, { title: 'Planter des arbres d’ombre place du Marché', categoryId: 'arbres' });
  await aProposal(site, town, consultation, leo, { title: 'Fermer le pont Vieux aux voitures', categoryId: 'rues' });
  await someRules(site, town);
});
afterAll(() => site.stop());

test.each([
  ['Inès', 1280],
  ['Karim', 360],
])(
  '%s signs in at %i px, finds a proposal, supports it, argues and flags, with the keyboard alone',
  async (name, width) => {
    const reader = await aPerson(site, town, { name, password });
    const page = await site.visit(visitor(town), `/consultations/${consultation.slug}/propositions`, { width });
    const keys = new Keyboard(page);
    expect(await keys.isNowhere()).toBe(true); // a first load takes the focus from nobody
    await page.keyboard.press('Tab');
    expect(await keys.heard()).toMatchObject({ role: 'link', name: 'Aller au contenu' });
    if (width > 700) {
      await keys.press('link', /^Se connecter$/);
      await keys.arrived('Se connecter');
    } else {
      await page.keyboard.press('Enter');
      await keys.press('link', /^Soutenir « Planter/);
      await keys.arrived('Se connecter');
    }
    await keys.write('textbox', /^Adresse électronique/, reader.email);
    expect((await keys.heard()).states).toMatchObject({ required: true });
    await keys.write('textbox', /^Mot de passe/, password);
    await keys.press('button', /^Se connecter$/);
    await page.getByRole('heading', { level: 1, name: /propositions/ }).waitFor();
    await page.locator('html[data-live]').waitFor();

    await keys.write('searchbox', /^Chercher/, 'arbres');
    await keys.to('combobox', /^Thème/);
    await page.keyboard.type('Arbres');
    await keys.press('button', /Chercher|Afficher|Filtrer/);
    await page.waitForURL(/theme=arbres/);
    await page
      .getByRole('status')
      .getByText('1 résultat', { exact: true })
      .or(page.getByText('1 résultat', { exact: true }))
      .first()
      .waitFor();
    await keys.press('link', /^Planter des arbres/);
    await keys.arrived(/^Planter des arbres/);
    expect(await page.evaluate(() => scrollY)).toBe(0);

    const support = await keys.to('button', /^Soutenir/);
    const before = await site.db.rows('SELECT 1 FROM supports WHERE contribution_id = $1', [trees.id]);
    expect(before).toEqual([]);
    expect(support.states).toMatchObject({ pressed: 'false' });
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Votre soutien est compté.: 1 soutien\.$/)
      .waitFor({ state: 'attached' });
    expect(await keys.heard()).toMatchObject({ role: 'button', name: /^Soutenue/, states: { pressed: 'true' } });
    await page.keyboard.press('Space');
    await page
      .getByRole('status')
      .getByText(/^Votre soutien est retiré.: 0 soutien\.$/)
      .waitFor({ state: 'attached' });

    await keys.to('radio', /^Pour$/);
    await page.keyboard.press('Space');
    expect((await keys.heard()).states).toMatchObject({ checked: 'true' });
    await keys.press('button', /^Publier mon argument/);
    await page.getByRole('alert').waitFor();
    await page.locator('[role=alert]:focus, :focus [role=alert], [role=alert] :focus').waitFor();
    await keys.press('link', /argument/);
    expect(await keys.heard()).toMatchObject({ role: 'textbox', name: /^Votre argument/, states: { invalid: 'true' } });
    await page.keyboard.type(`La place atteint 41 degrés, vu à ${width} pixels.`);
    await keys.press('button', /^Publier mon argument/);
    const toast = (await page.getByText('Votre argument est publié.').boundingBox())!;
    if (width < 700)
      expect(toast.y + toast.height).toBeLessThan(
        (await page
          .getByRole('button', { name: /^Soutenir/ })
          .last()
          .boundingBox())!.y,
      ); // above the bar, not over it
    await page.locator('li:focus, article:focus').getByText(`vu à ${width} pixels`).waitFor();

    await page.goto(page.url().split('?')[0]!);
    await page.locator('html[data-live]').waitFor();
    await keys.press('link', /^Signaler/);
    await keys.arrived('Signaler un contenu');
    await keys.to('radio', /./);
    await page.keyboard.press('Space');
    await keys.write('textbox', /Ce qui pose problème/, 'Une publicité.');
    await keys.press('button', /^Envoyer le signalement/);
    await page.getByRole('heading', { level: 1, name: 'Votre signalement est bien reçu' }).waitFor();
  },
  120_000,
);

test('Inès deposits a proposal with its place on the map, with the keyboard alone', async () => {
  const page = await site.visit(ines, `/consultations/${consultation.slug}`, { width: 1280 });
  const keys = new Keyboard(page);
  await keys.press('link', /^(Déposer|Écrire|Proposer)/);
  await keys.arrived('Déposer une proposition');
  await keys.write('textbox', /^Titre/, 'Un banc à l’ombre devant la pharmacie');
  await page.getByRole('toolbar').waitFor();
  await keys.write('textbox', /^Votre texte/, 'Pour attendre le bus.');
  await keys.to('combobox', /^Thème/);
  await page.keyboard.type('Rues');
  await page.locator('.leaflet-container').waitFor();
  await keys.to('application', /./);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /latitude|45,/ })
    .waitFor();
  await keys.press('button', /^Déposer/);
  await keys.arrived('Un banc à l’ombre devant la pharmacie');
  expect(await site.db.rows('SELECT 1 FROM proposals WHERE municipality_id = $1 AND lon IS NOT NULL', [town.id])).toHaveLength(1);
}, 60_000);

test('Claire treats the queue with the keys of the desk, and hears where she is', async () => {
  const elsewhere = await aTown(site);
  await someRules(site, elsewhere);
  const [claire, sam, marc] = [
    await aPerson(site, elsewhere, { roles: ['moderator'] }),
    await aPerson(site, elsewhere, { name: 'Sam T.' }),
    await aPerson(site, elsewhere),
  ];
  const debate = await aConsultation(site, elsewhere);
  const subject = await aSubject(site, elsewhere, debate, marc);
  for (const text of ['Gagnez 500 euros par jour.', 'Un avis tout à fait convenable.']) {
    const id = await aComment(site, debate, sam, subject, { text });
    await as(site, marc).call(flagContribution, { params: { contributionId: id }, body: { ground: 'spam', text: '' } });
  }
  const page = await site.visit(claire, '/moderation', { width: 1280 });
  const keys = new Keyboard(page);
  await page.keyboard.press('j');
  await page.locator('#dossier:focus').waitFor();
  expect(await keys.heard()).toMatchObject({ role: 'heading', name: 'Commentaire de Sam T.' });
  await page.keyboard.press('r');
  expect(await keys.heard()).toMatchObject({ role: 'radio', name: /^Retirer/, states: { checked: 'true' } });
  await keys.to('combobox', /^Règle/);
  await page.keyboard.type('3');
  await keys.write('textbox', /^Motif envoyé/, 'Une publicité.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Décision enregistrée').waitFor();
  await page.locator('#dossier:focus').waitFor();
  await page.keyboard.press('g');
  await keys.to('combobox', /^Règle/);
  await page.keyboard.type('2');
  await keys.write('textbox', /^Motif publié/, 'Cet avis respecte les règles.');
  await keys.press('button', /^Décider/);
  await page.getByRole('heading', { level: 1, name: 'Rien à traiter' }).waitFor();
  expect(
    (await site.db.rows<{ act: string }>('SELECT act FROM decisions WHERE municipality_id = $1 ORDER BY act', [elsewhere.id])).map(
      (one) => one.act,
    ),
  ).toEqual(['hide', 'keep']);
}, 60_000);
