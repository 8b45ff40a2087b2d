import { decide } from '@parvis/shared/contracts/moderation.ts';
import { aConsultation } from '../../api/test/support/consultations.ts';
import { aComment, someRules } from '../../api/test/support/debates.ts';
import { aPerson, aTown, as, visitor } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { addressOf, expectAccessible, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test('Awa reads on its page the proposal and the comment that were taken away, with the way to contest or to correct; a visitor reads the reason only', async () => {
  const town = await aTown(site);
  const consultation = await aConsultation(site, town);
  const [awa, claire] = [await aPerson(site, town, { name: 'Awa T.' }), await aPerson(site, town, { roles: ['moderator'] })];
  await someRules(site, town);
  const [hidden, toCorrect] = [
    await aProposal(site, town, consultation, awa, { title: 'Un titre retiré' }),
    await aProposal(site, town, consultation, awa, { title: 'Un titre à corriger' }),
  ];
  const comment = await aComment(site, consultation, awa, toCorrect.id, { text: 'Des mots retirés.' });
  for (const [contributionId, act] of [
    [hidden.id, 'hide'],
    [toCorrect.id, 'ask-correction'],
    [comment, 'hide'],
  ] as const) {
    await as(site, claire).call(decide, {
      params: { contributionId },
      body: { act, rule: { version: 1, number: 2 }, reason: 'Une phrase vise un voisin.', revision: 1 },
    });
  }
  for (const width of [360, 1280]) {
    const page = await site.visit(awa, `/p/${hidden.number}`, { width });
    await page.getByRole('heading', { level: 1, name: 'Un titre retiré' }).waitFor();
    await page.getByText('Votre texte a été retiré par la modération').waitFor();
    await page.getByText('Une phrase vise un voisin.').first().waitFor();
    await expectAccessible(page);
    await page.goto(addressOf(site, town, `/p/${toCorrect.number}`));
    await page.getByRole('link', { name: 'Corriger mon texte' }).waitFor();
    await page.getByText('Des mots retirés.').waitFor();
    await expectAccessible(page);
  }
  const page = await site.visit(awa, `/p/${hidden.number}`, { width: 360 });
  await page.getByRole('link', { name: 'Contester cette décision' }).click();
  await page.getByRole('heading', { name: 'Faire un recours' }).waitFor();
  const other = await site.visit(visitor(town), `/p/${hidden.number}`, { width: 360 });
  await other.getByText('Une phrase vise un voisin.').first().waitFor();
  expect(await other.content()).not.toContain('Un titre retiré');
});

test('an administrator writes a rule in both languages, half a translation is told beside its field, and readers get theirs', async () => {
  const town = await aTown(site);
  const helene = await aPerson(site, town, { roles: ['administrator'] });
  await someRules(site, town, ['Respecter les personnes']);
  const page = await site.visit(helene, '/admin/regles', { width: 1280 });
  await page.getByLabel('Titre de la règle 1, en anglais').fill('Respect people');
  await page.getByRole('button', { name: 'Publier la version 2' }).click();
  await page.getByText('Ce champ est obligatoire.').first().waitFor();
  await expectAccessible(page);
  expect(await page.getByLabel('Titre de la règle 1, en anglais').inputValue()).toBe('Respect people');
  await page.getByLabel('Texte de la règle 1, en anglais').fill('No insults.');
  await page.getByRole('button', { name: 'Publier la version 2' }).click();
  await page.getByText('Les règles sont publiées').waitFor();
  const reader = await site.visit(visitor(town), '/', { width: 360 });
  for (const [language, title] of [
    ['en', 'Respect people'],
    ['fr', 'Respecter les personnes'],
  ] as const) {
    await reader.goto(addressOf(site, town, '/regles-de-moderation', language));
    await reader.getByRole('heading', { level: 2, name: title }).waitFor();
    await expectAccessible(reader);
  }
});
