import { aConsultation } from '../../api/test/support/consultations.ts';
import { aPerson, aTown, visitor } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());

test('Nadia enters a pile of sheets: a proposal, a list of supports, an opinion', async () => {
  const town = await aTown(site);
  const consultation = await aConsultation(site, town);
  const trees = await aProposal(site, town, consultation, await aPerson(site, town));
  const nadia = await aPerson(site, town, { name: 'Nadia K.', roles: ['facilitator'] });

  for (const width of [320, 360]) await expectAccessible(await site.visit(nadia, '/guichet', { width }));
  const page = await site.visit(nadia, '/guichet', { width: 1280 });
  await page.getByRole('button', { name: 'Ouvrir le lot' }).click();
  await page.getByText(/champs? (est|sont) à corriger/).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Date de réception en mairie').fill(today());
  await page.getByLabel('Repère').fill('Urne de la mairie');
  await shoot(page, 'counter');
  await page.getByRole('button', { name: 'Ouvrir le lot' }).click();
  await page.getByRole('heading', { level: 1, name: /Lot n°/ }).waitFor();
  await expectAccessible(page);

  await page.getByLabel('Fichier').setInputFiles({
    name: 'feuilles.png',
    mimeType: 'image/png',
    buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  });
  await page.locator('input[name="scanFileId/0/id"]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByRole('link', { name: /Ouvrir dans un nouvel onglet.*feuilles/ }).waitFor();
  await shoot(page, 'counter-scan');

  await page.getByRole('button', { name: 'Enregistrer la proposition' }).click();
  await page.getByText(/champs? (est|sont) à corriger/).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Nom à afficher').fill('Marcelle Petit');
  await page.getByLabel('Titre').fill('Un banc devant la pharmacie');
  await page.getByLabel('Texte', { exact: true }).fill('Pour attendre le bus.\n\nÀ l’ombre.');
  await page.getByLabel('Thème').selectOption({ index: 1 });
  await shoot(page, 'counter-proposal');
  await page.getByRole('button', { name: 'Enregistrer la proposition' }).click();
  await page.getByText(/Proposition n°.* enregistrée/).waitFor();
  await page.getByRole('link', { name: /Un banc devant la pharmacie/ }).waitFor();

  await page.getByRole('link', { name: 'Des soutiens' }).click();
  await page.getByLabel('Numéros des propositions').fill(`n° ${trees.number} et 99999`);
  await page.getByLabel('Noms').fill('Marcelle Petit\nAli B.\n\nmarcelle petit');
  await page.getByRole('button', { name: 'Enregistrer les soutiens' }).click();
  await page.getByText('2 soutiens enregistrés.').waitFor();
  await page.getByText(/marcelle petit soutenait déjà/).waitFor();
  await expectAccessible(page);
  await shoot(page, 'counter-supports');

  await page.getByRole('link', { name: 'Un commentaire' }).click();
  await page.getByLabel('Numéro de la proposition').fill(String(trees.number));
  await page.getByLabel('Nom à afficher').fill('M. Roux');
  await page.getByRole('radio', { name: 'Contre' }).check();
  await page.getByLabel('Commentaire', { exact: true }).fill('Et le marché ?');
  await page.getByRole('button', { name: 'Enregistrer le commentaire' }).click();
  await page.getByText(/Commentaire enregistré/).waitFor();
  await expectAccessible(page);

  await page.getByRole('button', { name: /^Annuler.*Commentaire, M. Roux/ }).click();
  await page.getByLabel('Motif').fill('Feuille d’une autre consultation');
  await expectAccessible(page);
  await shoot(page, 'counter-cancel');
  await page.getByRole('button', { name: 'Annuler la saisie' }).click();
  await page.getByText('Saisie annulée.').waitFor();
  await page.getByText('Feuille d’une autre consultation').waitFor();
  await page.getByRole('button', { name: /^Annuler.*Proposition, Marcelle Petit/ }).click();
  await page.getByLabel('Motif').fill('Saisie deux fois');
  await page.getByRole('button', { name: 'Annuler la saisie' }).click();
  await page.getByText('Saisie deux fois').waitFor();
  await expectAccessible(page);
  await shoot(page, 'counter-cancelled');
  const bench = await page.getByRole('link', { name: /Un banc devant la pharmacie/ }).getAttribute('href');
  for (const width of [360, 1280]) {
    const cancelled = await site.visit(visitor(town), bench!.split('/fr')[1]!, { width });
    await cancelled.getByText('Saisie par erreur, annulée par la mairie').waitFor();
    await expectAccessible(cancelled);
    await shoot(cancelled, 'paper-cancelled-proposal');
  }
  const debate = await site.visit(visitor(town), `/p/${trees.number}`, { width: 360 });
  await debate.getByText(/Saisi par erreur depuis une feuille de papier/).waitFor();
  await expectAccessible(debate);

  const phone = await site.visit(nadia, page.url().split('/fr')[1]!.split('?')[0]!, { width: 360 });
  await phone.getByRole('heading', { name: 'Dernières saisies du lot' }).waitFor();
  await expectAccessible(phone);
  await shoot(phone, 'counter-batch');

  for (const width of [320, 1280]) {
    const form = await site.visit(visitor(town), `/consultations/${consultation.slug}/papier`, { width });
    await form.getByRole('img', { name: 'Code QR vers la consultation' }).waitFor();
    await expectAccessible(form);
    await shoot(form, 'paper-form');
    await form.emulateMedia({ media: 'print' });
    await shoot(form, 'paper-form-printed');
  }
}, 120_000);

test('a moderator who opens the counter is told that it is not for this role', async () => {
  const town = await aTown(site);
  const page = await site.visit(await aPerson(site, town, { roles: ['moderator'] }), '/guichet');
  await page.getByRole('heading', { name: 'Cette page n’est pas pour votre rôle' }).waitFor();
  await expectAccessible(page);
});
