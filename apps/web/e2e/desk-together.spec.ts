import { flagContribution } from '@parvis/shared/contracts/flags.ts';
import { aConsultation } from '../../api/test/support/consultations.ts';
import { aComment, aSubject, someRules } from '../../api/test/support/debates.ts';
import { aPerson, aTown, as, type Person, type TestTown } from '../../api/test/support/people.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
let claire: Person;
let paul: Person;
beforeAll(async () => {
  site = await startSite();
  town = await aTown(site);
  await someRules(site, town);
  [claire, paul] = [
    await aPerson(site, town, { name: 'Claire V.', roles: ['moderator'] }),
    await aPerson(site, town, { name: 'Paul M.', roles: ['moderator'] }),
  ];
});
afterAll(() => site.stop());

/** Comments under a new proposal, each flagged. */
async function flagged(texts: readonly string[]): Promise<string[]> {
  const consultation = await aConsultation(site, town);
  const [ines, leo] = [await aPerson(site, town), await aPerson(site, town, { name: 'Léo P.' })];
  const subject = await aSubject(site, town, consultation, ines);
  const ids: string[] = [];
  for (const text of texts) {
    const id = await aComment(site, consultation, leo, subject, { text });
    await as(site, ines).call(flagContribution, { params: { contributionId: id }, body: { ground: 'spam', text: '' } });
    ids.push(id);
  }
  return ids;
}

test('Claire takes away four copies of an advertisement with one rule and one reason, by keyboard', async () => {
  const ids = await flagged(Array.from({ length: 4 }, () => 'Gagnez 500 euros par jour : https://exemple.fr/gagner'));
  const page = await site.visit(claire, '/moderation', { width: 1280 });
  await page.keyboard.press('j');
  await page.getByText('3 autres contenus en attente disent la même chose').waitFor();
  expect(await page.getByRole('checkbox', { name: 'Décider aussi pour les 3 contenus semblables' }).isChecked()).toBe(true);
  await expectAccessible(page);
  await shoot(page, 'desk-similar');
  await page.keyboard.press('r');
  await page.getByLabel('Règle', { exact: true }).focus();
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Une publicité, quatre fois.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('4 décisions enregistrées').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Rien à traiter' }).waitFor();
  const rows = await site.db.rows<{ act: string; reason: string }>(
    'SELECT act, reason FROM decisions WHERE municipality_id = $1 AND contribution_id = ANY($2::uuid[])',
    [town.id, ids],
  );
  expect(rows).toEqual(Array(4).fill({ act: 'hide', reason: 'Une publicité, quatre fois.' }));
});

test('what Claire has open Paul sees as hers; he takes it over and decides, and Claire is told before she decides twice', async () => {
  const [id] = await flagged(['Mon voisin M. Barrois a coupé deux arbres.']);
  const hers = await site.visit(claire, `/moderation?contribution=${id}`, { width: 1280 });
  await hers.getByRole('radio', { name: /Retirer/ }).waitFor();
  await Promise.all([
    hers.waitForResponse((one) => one.url().endsWith('/claim') && one.request().method() === 'POST' && one.ok()),
    hers.reload(),
  ]);
  const his = await site.visit(paul, `/moderation?contribution=${id}`, { width: 1280 });
  await his.getByText('Claire V. traite ce contenu en ce moment.').waitFor();
  expect(await his.getByRole('button', { name: 'Décider et passer au suivant' }).count()).toBe(0);
  await expectAccessible(his);
  await shoot(his, 'desk-claimed');
  await his.getByRole('button', { name: 'Reprendre ce contenu' }).click();
  await his.getByRole('radio', { name: /Garder/ }).check();
  await hers.getByRole('radio', { name: /Retirer/ }).check();
  await hers.getByLabel('Règle', { exact: true }).selectOption('4');
  await hers.getByRole('textbox', { name: /Motif envoyé/ }).fill('Un nom de personne.');
  await hers.getByRole('button', { name: 'Décider et passer au suivant' }).click();
  await hers.getByRole('alert').waitFor();
  await expectAccessible(hers);
  await shoot(hers, 'desk-taken-over');
  await his.getByLabel('Règle', { exact: true }).selectOption('2');
  await his.getByRole('textbox', { name: /Motif publié/ }).fill('Le fait est public.');
  await his.getByRole('button', { name: 'Décider et passer au suivant' }).click();
  await his.getByText('Décision enregistrée').waitFor();
  expect(await site.db.rows('SELECT act FROM decisions WHERE municipality_id = $1 AND contribution_id = $2', [town.id, id])).toEqual([
    { act: 'keep' },
  ]);
});
