import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { aConsultation } from '../../api/test/support/consultations.ts';
import { aPerson, aTown, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';
import { realData } from '../../api/test/support/real-data.ts';

const folder = realData();
const real = folder ? test : test.skip; // the real exports stand beside the repository, not in it

let site: TestSite;
let town: TestTown;
let admin: Person;
beforeAll(async () => {
  site = await startSite();
  town = await aTown(site);
  admin = await aPerson(site, town, { name: 'Claire M.', roles: ['administrator'] });
  await aConsultation(site, town);
});
afterAll(() => site.stop());

/** Sends a file as the administrator does and waits until it is checked. */
async function check(mapping: string, source: string, file: string, width = 1280): Promise<Page> {
  const page = await site.visit(admin, '/admin/imports', { width });
  await page.getByRole('radio', { name: mapping }).check();
  await page.getByLabel('Nom de la source').fill(source);
  await page.locator('input[type=file]').setInputFiles(file);
  await page
    .getByText(/ est envoyé/)
    .first()
    .waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Lire et vérifier' }).click();
  await page.getByText('Fichier lu et vérifié').waitFor({ timeout: 60_000 });
  return page;
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Publier/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publier/ })
    .click();
  await page.getByText('Tout est publié').waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Voir ce qui est publié' }).waitFor();
}

/** Opens a proposal from the list of the consultation, as anybody. */
async function openProposal(title: RegExp, width: number): Promise<Page> {
  const { number } = (await site.db.one<{ number: number }>(
    `
    SELECT c.number FROM contributions c JOIN proposals p ON p.municipality_id = c.municipality_id AND p.id = c.id WHERE c.municipality_id = $1 AND p.title ~* $2 ORDER BY 1 LIMIT 1`,
    [town.id, title.source],
  ))!;
  const page = await site.visit(visitor(town), `/p/${number}`, { width });
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return page;
}

real(
  'Claire brings in the consultation on a digital Republic (Cap Collectif), and anybody reads its arguments and votes',
  async () => {
    const page = await check('Cap Collectif', 'republique-numerique', `${folder}/consultation-republique-numerique/opinions.jsonl.gz`);
    await page.getByText(/^464/).first().waitFor();
    await expectAccessible(page);
    await shoot(page, 'import-checked');
    await publish(page);
    await expectAccessible(page);
    await shoot(page, 'import-published');
    const proposal = await openProposal(/communs/i, 360);
    await proposal.getByText('Pas d’accord').first().waitFor();
    await expectAccessible(proposal);
    await shoot(proposal, 'import-cap');
  },
  180_000,
);

real(
  'the debates of Lille (Decidim) come as proposals with their comments in two levels',
  async () => {
    await publish(await check('Decidim : débats', 'Lille, été 2019', `${folder}/decidim-grand-debat-local/debates.csv`));
    await publish(
      await check('Decidim : commentaires des débats', 'lille-ete-2019', `${folder}/decidim-grand-debat-local/debate_comments.csv`),
    );
    const proposal = await openProposal(/Faut-il rendre le vote obligatoire/, 1280);
    await proposal
      .getByText(/Participant [0-9A-F]{4}/)
      .first()
      .waitFor();
    await proposal.getByText('Auteur non indiqué').first().waitFor();
    await expectAccessible(proposal);
    await shoot(proposal, 'import-decidim');
  },
  180_000,
);

real(
  'the proposals of Madrid (CONSUL) come with their supports told apart from the town’s own',
  async () => {
    await publish(await check('CONSUL : propositions', 'madrid', `${folder}/decide-madrid/proposals.csv`));
    const page = await check('CONSUL : commentaires', 'madrid', `${folder}/decide-madrid/comments.csv.gz`);
    await page.getByRole('heading', { name: 'Lignes signalées' }).waitFor();
    await publish(page);
    const proposal = await openProposal(/Limpiar las calles/, 360);
    await proposal.getByText(/6.560/).first().waitFor();
    await expectAccessible(proposal);
    await shoot(proposal, 'import-consul');
  },
  180_000,
);

test('a faulty file shows each row with line, column and reason on a phone, and can be published without them', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'parvis-import-')), 'faux.csv');
  writeFileSync(file, 'id;titre;texte\n1;Un banc;À l’ombre\n2;;Sans titre\n3;Trop;de;cellules\n');
  for (const width of [320, 360]) await expectAccessible(await site.visit(admin, '/admin/imports', { width }));
  const page = await site.visit(admin, '/admin/imports', { width: 360 });
  await page.getByRole('radio', { name: /^Autre fichier/ }).check();
  await page.getByLabel('Correspondance (JSON)').fill('pas du JSON');
  await page.getByRole('button', { name: 'Lire et vérifier' }).click();
  await page.getByText('Ce texte n’est pas un objet JSON.').first().waitFor();
  await expectAccessible(page);
  await page
    .getByLabel('Correspondance (JSON)')
    .fill('{"source":"mairie","format":"csv","records":[{"kind":"proposal","key":"id","title":"titre","body":["texte"]}]}');
  await page.getByRole('button', { name: 'Lire et vérifier' }).click();
  await page.getByText('Ce champ est obligatoire.').first().waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
  await page
    .getByText(/ est envoyé/)
    .first()
    .waitFor({ state: 'attached' });
  await shoot(page, 'import-form');
  await page.getByRole('button', { name: 'Lire et vérifier' }).click();
  await page.getByText('Cette valeur est obligatoire.').waitFor({ timeout: 60_000 });
  await page.getByText('Cette ligne n’a pas le même nombre de colonnes').waitFor();
  await expectAccessible(page);
  await shoot(page, 'import-faults');
  await publish(page);
  await expectAccessible(page);
});

test('whoever sends the export of another platform than announced reads on a phone which origin suits it', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'parvis-import-')), 'madrid.csv');
  writeFileSync(file, 'id,title,summary,text,userId,date,numSupports\n1,Un banc,Ici,Là,7,2020-01-01,3\n');
  const page = await site.visit(admin, '/admin/imports', { width: 360 });
  await page.getByRole('radio', { name: 'Decidim : débats' }).check();
  await page.locator('input[type=file]').setInputFiles(file);
  await page
    .getByText(/ est envoyé/)
    .first()
    .waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Lire et vérifier' }).click();
  await page.getByText(/Ses colonnes sont celles de «.CONSUL.:.propositions/).waitFor({ timeout: 60_000 });
  await page.getByText(/id, title, summary, text, userId, date, numSupports/).waitFor();
  await expectAccessible(page);
  await shoot(page, 'import-other-file');
});

test('a moderator who opens the imports is told that they are not for this role', async () => {
  const page = await site.visit(await aPerson(site, town, { roles: ['moderator'] }), '/admin/imports');
  await page.getByRole('heading', { name: 'Cette page n’est pas pour votre rôle' }).waitFor();
});
