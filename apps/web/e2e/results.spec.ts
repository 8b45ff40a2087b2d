import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { decide } from '@parvis/shared/contracts/moderation.ts';
import { TallyJob } from '../../api/src/core/tallies/index.ts';
import { recountPeople } from '../../api/src/core/consultations/index.ts';
import { aConsultation } from '../../api/test/support/consultations.ts';
import { aComment, someRules } from '../../api/test/support/debates.ts';
import { aPerson, aTown, as, visitor, type TestTown } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const categories = [
  { id: 'rues', name: 'Rues et places' },
  { id: 'arbres', name: 'Arbres et eau' },
  { id: 'velo', name: 'Vélo et marche' },
];

/** A consultation of three weeks in which a dozen people took part. */
async function aBusyConsultation(town: TestTown) {
  const consultation = await aConsultation(site, town, { activities: [{ settings: { categories } }] });
  await someRules(site, town);
  const people = await Promise.all(Array.from({ length: 12 }, (_, at) => aPerson(site, town, { level: at % 3 === 0 ? 3 : 1 })));
  const moderator = await aPerson(site, town, { roles: ['moderator'] });
  for (const [at, title] of [
    'Planter des arbres d’ombre place du Marché',
    'Une rue aux écoles devant Jules-Ferry',
    'Relier le port par une piste continue',
    'Des bancs tous les deux cents mètres',
  ].entries()) {
    const one = await aProposal(site, town, consultation, people[at]!, {
      title,
      categoryId: categories[at % 3]!.id,
      place: { lon: -1.55 + at / 100, lat: 47.21 + at / 150 },
      ...(at === 1 && { status: 'accepted' as const }),
    });
    for (const person of people.slice(at, 11 - at)) await as(site, person).call(addSupport, { params: { contributionId: one.id } });
    for (const [who, stance] of (['for', 'for', 'against', 'neutral'] as const).entries())
      await aComment(site, consultation, people[4 + who]!, one.id, { stance });
    if (at === 3)
      await as(site, moderator).call(decide, {
        params: { contributionId: one.id },
        body: { act: 'keep', rule: { version: 1, number: 1 }, reason: 'Rien à redire.', revision: 1 },
      });
    if (at === 0)
      await site.db.run(
        `INSERT INTO imported_tallies (municipality_id, contribution_id, label, count) VALUES ($1, $2, 'Votes pour', 812), ($1, $2, 'Votes contre', 97)`,
        [town.id, one.id],
      );
  }
  await site.db.run(
    `UPDATE contributions SET published_at = published_at - make_interval(days => (('x' || right(id::text, 4))::bit(16)::int % 20)) WHERE municipality_id = $1`,
    [town.id],
  );
  await site.db.run(
    `UPDATE supports SET created_at = created_at - make_interval(days => (('x' || right(participant_id::text, 4))::bit(16)::int % 20)) WHERE municipality_id = $1`,
    [town.id],
  );
  await site.app.get(TallyJob).refresh();
  await recountPeople(site.db, town.id, consultation.id);
  return consultation;
}

test('a visitor reads the results in pictures and tables, and goes on to the data behind them', async () => {
  const town = await aTown(site);
  const consultation = await aBusyConsultation(town);
  for (const width of [320, 1280]) {
    const page = await site.visit(visitor(town), `/consultations/${consultation.slug}/resultats`, { width });
    await page.getByRole('heading', { name: 'Résultats', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Au fil du temps' }).waitFor();
    await expectAccessible(page);
    await shoot(page, 'results');
    for (const summary of await page.locator('figure summary').all()) await summary.click();
    await page.getByRole('rowheader', { name: 'Arbres et eau' }).waitFor();
    await page.getByRole('rowheader', { name: 'Votes contre' }).waitFor();
    await page.getByRole('rowheader', { name: 'Une rue aux écoles' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'la page de ses données' }).click();
    await page.getByRole('heading', { name: 'Données de la consultation' }).waitFor();
    await page.locator('main li summary').first().click();
    await expectAccessible(page);
    await shoot(page, 'consultation-data');
    const townPage = await site.visit(visitor(town), '/donnees', { width });
    await townPage.getByRole('link', { name: consultation.title }).waitFor();
    await expectAccessible(townPage);
    await shoot(townPage, 'town-data');
  }
  const page = await site.visit(visitor(town), `/consultations/${consultation.slug}/donnees`, { width: 1280 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV de « Commentaires »' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${consultation.slug}-comments.csv`);
});

test('before anybody took part, the page of results says so; the data of a draft have no page', async () => {
  const town = await aTown(site);
  const consultation = await aConsultation(site, town);
  const page = await site.visit(visitor(town), `/consultations/${consultation.slug}/resultats`, { scheme: 'dark' });
  await page.getByText('Rien à compter pour l’instant').waitFor();
  await expectAccessible(page);
  const draft = await aConsultation(site, town, { state: 'draft' });
  for (const part of ['resultats', 'donnees']) {
    const closed = await site.visit(visitor(town), `/consultations/${draft.slug}/${part}`);
    await closed.getByRole('heading', { level: 1 }).waitFor();
    expect(await closed.getByText(draft.slug).count()).toBe(0);
    await expectAccessible(closed);
  }
});
