import { aConsultation } from '../../api/test/support/consultations.ts';
import { aPerson, aTown, visitor, type TestTown } from '../../api/test/support/people.ts';
import { aPicture } from '../../api/test/support/pictures.ts';
import { addressOf, expectAccessible, live, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
beforeAll(async () => {
  site = await startSite();
  town = await aTown(site);
});
afterAll(() => site.stop());

/** A picture as a phone takes it. */
async function picture(name: string, colour?: string) {
  return { name, mimeType: 'image/jpeg', buffer: await aPicture(colour) };
}
const notAPicture = { name: 'facture.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7 this is no picture') };

test('Claire gives the town its arms: a wrong file is refused in words, the right one stands beside the name on every page, and can be taken away', async () => {
  const claire = await aPerson(site, town, { name: 'Claire Delmas', roles: ['administrator'] });
  const page = await site.visit(claire, '/admin/commune', { width: 1280 });
  const form = page.getByRole('form', { name: 'Blason' });
  await form.getByLabel('Image du blason').setInputFiles(notAPicture);
  await form.getByText('Format de fichier non accepté').waitFor();
  await expectAccessible(page);
  await shoot(page, 'arms-refused');
  await form.getByRole('button', { name: 'Retirer facture.jpg' }).click();
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((done) => {
    arrive = done;
  });
  await page.route('**/api/files?*', async (route) => {
    await arrived;
    await route.continue();
  });
  await form.getByLabel('Image du blason').setInputFiles(await picture('blason.jpg', '#1d3f8f'));
  await form.getByRole('button', { name: 'Enregistrer le blason' }).click(); // too early: it would be saved without the file
  await form.getByText('encore en cours d’envoi').waitFor();
  arrive();
  await form.getByText('blason.jpg est envoyé.').waitFor({ state: 'attached' });
  await form.getByText('encore en cours d’envoi').waitFor({ state: 'detached' });
  await form.getByRole('button', { name: 'Enregistrer le blason' }).click();
  await form.getByText('C’est enregistré').waitFor();
  await page.goto(addressOf(site, town, '/'));
  const arms = page.getByRole('banner').locator('img');
  await arms.waitFor();
  expect(await arms.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  expect(await arms.getAttribute('alt')).toBe(''); // the name stands beside it
  await expectAccessible(page);
  await shoot(page, 'arms');
  await page.goto(addressOf(site, town, '/admin/commune'));
  await live(page);
  await form.getByRole('button', { name: /^Retirer/ }).click();
  await form.getByRole('button', { name: 'Enregistrer le blason' }).click();
  await form.getByText('C’est enregistré').waitFor();
  await page.reload();
  await live(page);
  expect(await page.getByRole('banner').locator('img').count()).toBe(0);
});

test('Inès adds pictures to her proposal: progress and refusal are told, words are asked for, one is taken away, and everybody sees the other', async () => {
  const ines = await aPerson(site, town);
  const consultation = await aConsultation(site, town, { activities: [{ settings: { categories: [], place: 'none' } }] });
  const page = await site.visit(ines, `/consultations/${consultation.slug}/propositions/proposer`, { width: 360 });
  const field = page.getByLabel(/^Images/);
  await page.getByRole('textbox', { name: 'Titre' }).fill('Un banc sous le tilleul');
  await page.getByRole('textbox', { name: /Votre texte/ }).fill('Pour attendre à l’ombre.');
  await field.setInputFiles(notAPicture);
  await page.getByText('Format de fichier non accepté').waitFor();
  await expectAccessible(page);
  await shoot(page, 'picture-refused');
  await page.getByRole('button', { name: 'Retirer facture.jpg' }).click();
  await field.setInputFiles({ ...notAPicture, name: 'enorme.jpg', buffer: Buffer.alloc(10_000_001) });
  await page.getByText(/pèse plus de 10/).waitFor();

  let go = (): void => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/api/files?*', async (route) => {
    await held;
    await route.continue();
  });
  await field.setInputFiles([await picture('tilleul.jpg'), await picture('trottoir.jpg', '#777777')]);
  await page.getByRole('progressbar', { name: 'tilleul.jpg, envoi en cours' }).waitFor();
  await expectAccessible(page);
  go();
  await page.getByText(/(tilleul|trottoir).jpg est envoyé\./).waitFor({ state: 'attached' });
  await page.getByLabel('Décrivez l’image en une phrase').nth(1).waitFor();
  await page.getByRole('button', { name: /Retirer trottoir/ }).click();
  await page.getByText(/trottoir.* est retiré\./).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Déposer', exact: true }).click();
  await page.getByRole('alert').waitFor(); // no words for who does not see the picture
  await expectAccessible(page);
  await shoot(page, 'picture-without-words');
  await page.getByLabel('Décrivez l’image en une phrase').fill('Un tilleul au bord d’une place vide');
  await page.getByRole('button', { name: 'Déposer', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Un banc sous le tilleul' }).waitFor();
  const reader = await site.visit(visitor(town), new URL(page.url()).pathname.split('/fr')[1]!, { width: 1280 });
  await reader.getByRole('img', { name: 'Un tilleul au bord d’une place vide' }).first().waitFor();
  expect(await reader.getByRole('article').getByRole('img').count()).toBe(1);
  await expectAccessible(reader);
  await shoot(reader, 'picture');
});
