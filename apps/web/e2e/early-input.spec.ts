import type { Page } from 'playwright-core';
import { aConsultation, type TestConsultation } from '../../api/test/support/consultations.ts';
import { aPerson, aTown, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { another, password } from '../../api/test/support/registering.ts';
import { addressOf, expectAccessible, live, startSite, type TestSite } from './support/site.ts';

// A slow phone: the text of a page is there seconds before its code. People do not wait.
let site: TestSite;
let town: TestTown;
let ines: Person;
let consultation: TestConsultation;
beforeAll(async () => {
  site = await startSite();
  town = await aTown(site);
  ines = await aPerson(site, town, { password });
  consultation = await aConsultation(site, town, {
    activities: [
      {
        settings: {
          categories: [
            { id: 'rues', name: 'Rues et places' },
            { id: 'arbres', name: 'Arbres et eau' },
          ],
        },
      },
    ],
  });
  await aProposal(site, town, consultation, ines, { title: 'Planter des arbres d’ombre place du Marché' });
});
afterAll(() => site.stop());

/** Opens a page whose scripts wait until `arrive` is called. */
async function slowly(page: Page, path: string): Promise<() => Promise<void>> {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(addressOf(site, town, path), { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return async () => {
    open();
    await live(page);
    await page.unroute('**/*.js');
  };
}

test('what a visitor types before the code has come is known to the page: similar proposals, text, theme, the device’s copy', async () => {
  const page = await site.visit(visitor(town), '/');
  const arrive = await slowly(page, `/consultations/${consultation.slug}/propositions/proposer`);
  await page.getByRole('textbox', { name: 'Titre' }).fill('Planter des arbres sur la place du Marché');
  await page.getByLabel('Thème').selectOption('arbres');
  await page.getByRole('textbox', { name: /Votre texte/ }).fill('De l’ombre à midi.');
  expect(await page.getByRole('button', { name: 'Se connecter et déposer' }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await arrive();
  await page.getByRole('link', { name: 'Planter des arbres d’ombre place du Marché', exact: true }).waitFor();
  await page.getByText('Texte gardé sur cet appareil.').waitFor();
  await page.getByRole('toolbar').waitFor();
  expect(await page.getByRole('textbox', { name: /Votre texte/ }).innerText()).toBe('De l’ombre à midi.');
  await page.keyboard.type(' Et un banc.'); // the caret went with the text into the editor
  await page.locator('input[name=bodyHtml][value="<p>De l’ombre à midi. Et un banc.</p>"]').waitFor({ state: 'attached' }); // the editor tells the form a moment after the key
  expect(await page.getByLabel('Thème').inputValue()).toBe('arbres');

  const again = await slowly(page, `/consultations/${consultation.slug}/propositions/proposer`);
  await page.getByRole('textbox', { name: 'Titre' }).fill('Un autre titre');
  await again();
  await page.getByText('Cet appareil garde aussi un texte que vous aviez commencé.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Titre' }).inputValue()).toBe('Un autre titre');
  await page.getByRole('button', { name: 'Le reprendre à la place' }).click();
  await page.getByText('De l’ombre à midi. Et un banc.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Titre' }).inputValue()).toBe('Planter des arbres sur la place du Marché');
}, 60_000);

test('a password is never sent before the code has come, so that it is in no address and no log', async () => {
  const page = await site.visit(visitor(town), '/');
  const arrive = await slowly(page, '/compte/connexion?retour=%2Fcompte');
  await page.getByLabel('Adresse électronique').fill(ines.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('button', { name: 'Se connecter' }).click({ force: true });
  expect(page.url()).not.toContain('password');
  await arrive();
  await page.getByRole('main').getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mon compte' }).waitFor();
});

test('a box ticked, a choice made and letters counted before the code has come are kept', async () => {
  const page = await site.visit(ines, '/');
  const arrive = await slowly(page, '/dev/ui');
  const form = page.getByRole('form', { name: 'Formulaires' });
  await form.locator('input[type=checkbox]').first().click();
  const ticked = await form.locator('input[type=checkbox]').first().isChecked();
  await form.locator('textarea').first().fill(another);
  await arrive();
  expect(await form.locator('input[type=checkbox]').first().isChecked()).toBe(ticked);
  expect(await form.locator('textarea').first().inputValue()).toBe(another);
  await form
    .getByText(`${300 - another.length} caractères restants`)
    .first()
    .waitFor();
});
