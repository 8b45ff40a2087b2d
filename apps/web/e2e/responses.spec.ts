import { aConsultation } from '../../api/test/support/consultations.ts';
import { aPerson, aTown, visitor } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test('Sylvie answers two proposals at once, promises something, publishes, and everybody reads it', async () => {
  const town = await aTown(site);
  const consultation = await aConsultation(site, town);
  const ines = await aPerson(site, town);
  const sylvie = await aPerson(site, town, { name: 'Sylvie Arnoux', roles: ['official'] });
  await aProposal(site, town, consultation, ines);
  await aProposal(site, town, consultation, ines, { title: 'Une rue aux écoles devant Jules-Ferry' });
  await aProposal(site, town, consultation, ines, { title: 'Un café associatif' });

  const desk = await site.visit(sylvie, '/reponses', { width: 1280 });
  await expectAccessible(desk);
  await desk.getByRole('link', { name: consultation.title }).click();
  await desk.getByRole('checkbox', { name: /Planter des arbres/ }).check();
  await desk.getByRole('checkbox', { name: /Une rue aux écoles/ }).check();
  await expectAccessible(desk);
  await shoot(desk, 'desk-waiting');
  await desk.getByRole('button', { name: 'Préparer une réponse (2)' }).click();
  await desk.getByRole('heading', { name: 'Préparer une réponse' }).waitFor();
  await desk.getByRole('button', { name: 'Enregistrer et marquer prête' }).click();
  await desk.getByText(/champs? (est|sont) à corriger/).waitFor();
  await expectAccessible(desk);
  await desk.getByRole('radio', { name: /^Retenue La commune/ }).check();
  const reasons = desk.getByRole('textbox', { name: /Raisons/ });
  await reasons.fill('Les deux se feront ensemble, à l’automne 2027, quand la rue sera refaite.');
  await desk.getByRole('button', { name: 'Ajouter un engagement' }).click();
  await desk.getByLabel('Ce qui est promis').fill('Planter douze tilleuls');
  await desk.getByLabel('Pour le', { exact: false }).fill('2027-11-30');
  await expectAccessible(desk);
  await shoot(desk, 'desk-compose');
  await desk.getByRole('button', { name: 'Enregistrer et marquer prête' }).click();
  await desk.getByRole('button', { name: 'Publier 1 réponse' }).waitFor();
  await expectAccessible(desk);
  await shoot(desk, 'desk-prepared');
  await desk.getByRole('button', { name: 'Publier 1 réponse' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Publier 1 réponse' }).click();
  await desk.getByText('1 réponse publiée.').waitFor();
  await desk.getByRole('link', { name: 'Engagements', exact: true }).last().click();
  await desk.getByRole('button', { name: 'Mettre à jour' }).click();
  await expectAccessible(desk);
  await shoot(desk, 'desk-commitments');
  await desk.getByLabel('Nouvelle étape').fill('Commander les arbres');
  await desk.getByLabel('Date prévue').fill('2027-02-28');
  await desk.getByRole('button', { name: 'Ajouter l’étape' }).click();
  await desk.getByRole('button', { name: /Marquer faite.*Commander les arbres/ }).click();
  await desk.getByRole('dialog').getByText('publiée aussitôt').waitFor(); // one press alone publishes nothing
  await expectAccessible(desk);
  await desk.getByRole('dialog').getByRole('button', { name: 'Oui, publier' }).click();
  await desk.getByText(/^fait le/).waitFor();

  const answers = await site.visit(visitor(town), `/consultations/${consultation.slug}/reponses`, { width: 360 });
  await answers.getByText('Les deux se feront ensemble').waitFor();
  await answers.getByRole('heading', { name: 'Planter douze tilleuls' }).waitFor();
  await expectAccessible(answers);
  await shoot(answers, 'answers');
  const awaited = await site.visit(visitor(town), `/consultations/${consultation.slug}/reponses/attendues`, { width: 360 });
  await awaited.getByRole('link', { name: 'Un café associatif' }).waitFor();
  await expectAccessible(awaited);
  const promises = await site.visit(visitor(town), '/engagements', { width: 360 });
  await promises.getByRole('heading', { name: 'Planter douze tilleuls' }).waitFor();
  await expectAccessible(promises);
  await shoot(promises, 'commitments');
});

test('a citizen who opens the desk is told that it is not for this role', async () => {
  const town = await aTown(site);
  const page = await site.visit(await aPerson(site, town), '/reponses');
  await page.getByRole('heading', { name: 'Cette page n’est pas pour votre rôle' }).waitFor();
  await expectAccessible(page);
});
