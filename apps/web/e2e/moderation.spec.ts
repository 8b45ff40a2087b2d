import { createDraft } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { decide } from '@parvis/shared/contracts/moderation.ts';
import { flagContribution } from '@parvis/shared/contracts/flags.ts';
import { aConsultation, type TestConsultation } from '../../api/test/support/consultations.ts';
import { aComment, aSubject, someRules } from '../../api/test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { until } from '../../api/test/support/until.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
let consultation: TestConsultation;
let claire: Person;
let leo: Person;
let ines: Person;
let subject: string;
const words =
  'Mon voisin du 14 rue Haute, M. Jean Barrois, a déjà coupé deux arbres sans rien demander.\n\nOn plante et lui il coupe ? Voyez https://exemple.fr/photos';

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
beforeEach(async () => {
  await site.db.run('DELETE FROM rate_limits');
  town = await aTown(site);
  consultation = await aConsultation(site, town);
  claire = await aPerson(site, town, { name: 'Claire V.', roles: ['moderator'] });
  [leo, ines] = [await aPerson(site, town, { name: 'Léo P.' }), await aPerson(site, town, { name: 'Inès B.' })];
  subject = await aSubject(site, town, consultation, ines);
  await someRules(site, town);
});

const flag = (contributionId: string, ground: 'personal-data' | 'spam', text = '', who = ines) =>
  as(site, who).call(flagContribution, { params: { contributionId }, body: { ground, text } });

/** The text of a mail that the jobs write within a moment. */
async function mailTo(who: Person, kind: string): Promise<string> {
  const mail = await until(
    () =>
      site.db.one<{ body_text: string }>('SELECT body_text FROM mails WHERE municipality_id = $1 AND to_address = $2 AND kind = $3', [
        town.id,
        who.email,
        kind,
      ]),
    10,
  );
  return mail.body_text;
}

test('Claire decides by keyboard alone: opens the first content, chooses, cites a rule, gives a reason, and the next one opens', async () => {
  await aComment(site, consultation, ines, subject, {
    stance: 'against',
    text: 'Quatre places en moins le samedi, c’est la clientèle âgée qui ne vient plus.',
  });
  const first = await aComment(site, consultation, leo, subject, { stance: 'against', text: words });
  const second = await aComment(site, consultation, leo, subject, { text: 'Un avis tout à fait convenable.' });
  await flag(first, 'personal-data', 'nomme un voisin');
  await flag(second, 'spam');
  const page = await site.visit(claire, '/moderation', { width: 1280 });
  await page.getByRole('heading', { level: 1, name: '2 contenus à traiter' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('j');
  await page.getByText('M. Jean Barrois').first().waitFor();
  await page.getByText('« nomme un voisin »').waitFor();
  await expectAccessible(page);
  await shoot(page, 'desk');
  await page.keyboard.press('c');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').waitFor(); // no reason yet: told on top and beside the field, what was chosen stays
  await expectAccessible(page);
  await shoot(page, 'desk-refused');
  await page.getByRole('textbox', { name: /Motif envoyé/ }).focus();
  await page.keyboard.type('Votre texte nomme une personne privée et son adresse. Retirez ces deux mentions.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Décision enregistrée').waitFor();
  await page.getByRole('heading', { level: 1, name: '1 contenu à traiter' }).waitFor();
  await page.getByText('Un avis tout à fait convenable.').waitFor();
  await page.locator('#dossier:focus').waitFor();
  expect(page.url()).toContain(second);
  await page.keyboard.press('g');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cet avis respecte les règles.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Rien à traiter' }).waitFor();
  await expectAccessible(page);
});

test('on a phone the desk leads from the list to the content and back; single keys can be switched off', async () => {
  const comment = await aComment(site, consultation, leo, subject, { stance: 'against', text: words });
  await flag(comment, 'personal-data');
  const page = await site.visit(claire, '/moderation', { width: 360 });
  await expectAccessible(page);
  await page.getByRole('link', { name: /Commentaire de Léo P/ }).click();
  await page.getByRole('heading', { level: 2, name: 'Commentaire de Léo P.' }).waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 740 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await shoot(page, 'desk-case');
  await page.getByRole('link', { name: 'Retour à la liste' }).click();
  await page.getByText('Choisissez un contenu').waitFor();
  const keys = page.getByRole('checkbox', { name: /clavier|touche/i });
  await keys.uncheck();
  await page.keyboard.press('j');
  expect(page.url()).not.toContain('contribution=');
  await shoot(page, 'desk');
});

test('somebody without an account flags a comment; wrong fields are told and what was typed stays', async () => {
  const comment = await aComment(site, consultation, leo, subject, { text: words });
  const page = await site.visit(visitor(town), `/p/${comment}/signaler`, { width: 360 });
  await page.getByRole('heading', { level: 1, name: 'Signaler un contenu' }).waitFor();
  await expectAccessible(page);
  await shoot(page, 'flag');
  await page.getByRole('radio', { name: 'Contenu illégal' }).check();
  await page.getByLabel('Votre nom').fill('Sam');
  await page.getByLabel('Votre adresse électronique').fill('sam');
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  expect(await page.getByLabel('Votre nom').inputValue()).toBe('Sam');
  await page.getByLabel('Votre adresse électronique').fill('sam@exemple.fr');
  await page.getByLabel(/Ce qui pose problème/).fill('Atteinte à la vie privée.');
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await page.getByRole('heading', { level: 1, name: 'Votre signalement est bien reçu' }).waitFor();
  await expectAccessible(page);
});

test('Léo reads the statement of reasons and appeals; Paul settles it; the register tells everybody', async () => {
  const comment = await aComment(site, consultation, leo, subject, { stance: 'against', text: words });
  await flag(comment, 'personal-data');
  const desk = await site.visit(claire, `/moderation?contribution=${comment}`, { width: 1280 });
  await desk.getByRole('radio', { name: /Retirer/ }).check();
  await desk.getByLabel('Règle', { exact: true }).selectOption('4');
  await desk.getByRole('textbox', { name: /Motif envoyé/ }).fill('Votre texte nomme une personne privée et son adresse.');
  await desk.getByRole('button', { name: 'Décider et passer au suivant' }).click();
  await desk.getByText('Décision enregistrée').waitFor();
  const statement = await mailTo(leo, 'contribution-hidden');
  expect(statement).toContain('Votre texte nomme une personne privée et son adresse.');
  expect(statement).toMatch(/\/fr\/compte\/decisions\/[0-9a-f-]{36}/);
  expect(await mailTo(ines, 'flag-decided')).toContain('Données personnelles d’un tiers');
  const mine = await site.visit(leo, '/compte/contributions?voir=restricted', { width: 360 });
  await mine.getByText('Retirée par la modération').first().waitFor();
  await expectAccessible(mine);
  await shoot(mine, 'my-contributions');
  await mine.getByRole('link', { name: /Faire un recours|Lire la décision/ }).click();
  await mine.getByRole('heading', { level: 1, name: 'Votre contribution est retirée' }).waitFor();
  await expectAccessible(mine);
  await shoot(mine, 'statement');
  await mine.getByLabel('Pourquoi cette décision doit être revue').fill('M. Barrois est conseiller municipal : son nom est public.');
  await mine.getByRole('button', { name: 'Envoyer le recours' }).click();
  await mine.getByText('Une autre personne va décider').waitFor();
  await expectAccessible(mine);
  const paul = await aPerson(site, town, { name: 'Paul M.', roles: ['moderator'] });
  const hers = await site.visit(claire, `/moderation?contribution=${comment}`, { width: 1280 });
  await hers.getByText('Une autre personne tranchera ce recours').waitFor();
  const his = await site.visit(paul, `/moderation?file=appeal&contribution=${comment}`, { width: 1280 });
  await his.getByRole('radio', { name: /Donner raison/ }).check();
  await his.getByLabel('Règle', { exact: true }).selectOption('4');
  await his.getByRole('textbox', { name: /Motif envoyé/ }).fill('Le nom d’un élu est public.');
  await expectAccessible(his);
  await shoot(his, 'appeal');
  await his.getByRole('button', { name: 'Trancher et passer au suivant' }).click();
  await his.getByText('Recours tranché').waitFor();
  expect(await mailTo(leo, 'appeal-decided')).toContain('Vous avez obtenu gain de cause.');
  const register = await site.visit(visitor(town), '/moderation/registre', { width: 360 });
  await register.getByText('dont 1 a donné raison à l’auteur').waitFor();
  await expectAccessible(register);
  await shoot(register, 'register');
});

test('from a proposal’s page Claire opens it at her desk; its number leads to the form that flags it', async () => {
  const { number } = (await site.db.one<{ number: number }>('SELECT number FROM contributions WHERE municipality_id = $1 AND id = $2', [
    town.id,
    subject,
  ]))!;
  const page = await site.visit(claire, `/p/${number}`, { width: 1280 });
  await page.getByRole('link', { name: 'Modérer' }).click();
  await page.getByRole('heading', { level: 2, name: /Planter des arbres/ }).waitFor();
  await expectAccessible(page);
  const dark = await site.visit(claire, `/moderation?contribution=${subject}`, { width: 1280, scheme: 'dark', language: 'en' });
  await dark.getByRole('heading', { level: 2, name: 'Decision' }).waitFor();
  await expectAccessible(dark);
  await shoot(dark, 'desk-dark');
  const flagging = await site.visit(visitor(town), `/p/${number}/signaler`);
  await flagging.waitForURL(`**/p/${subject}/signaler`);
  await flagging.getByText('L’été, la place atteint').waitFor();
});

test('Léo goes on with his draft from his contributions, and finds what he is asked to correct where he wrote it', async () => {
  await as(site, leo).call(createDraft, {
    params: { activityId: consultation.activity.id },
    body: { title: 'Un abri à vélos devant la gare' },
  });
  const comment = await aComment(site, consultation, leo, subject, { stance: 'against', text: words });
  await as(site, claire).call(decide, {
    params: { contributionId: comment },
    body: { act: 'ask-correction', rule: { version: 1, number: 4 }, reason: 'Retirez le nom et l’adresse.', revision: 1 },
  });
  const page = await site.visit(leo, '/compte/contributions', { width: 360 });
  await page.getByRole('link', { name: 'Corriger mon texte' }).click();
  await page.getByRole('heading', { name: 'Vos commentaires que vous seul voyez' }).waitFor();
  await page.waitForURL(`**/p/*#mien-${comment}`);
  await page.waitForFunction(() => scrollY > 0);
  await page.getByText('Retirez le nom et l’adresse.').last().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Corriger mon texte' }).click();
  await page.getByLabel('Votre texte').fill('Un voisin coupe les arbres de la place.');
  await page.getByRole('button', { name: 'Enregistrer la nouvelle version' }).click();
  await page.getByText('La nouvelle version est enregistrée.').waitFor();
  await page.getByText('Corrigé, à relire').waitFor();
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole('link', { name: 'Continuer mon brouillon' }).click();
  await page.waitForURL('**/proposer?brouillon=*');
});

test('nobody but moderators and administrators enters the desk', async () => {
  const page = await site.visit(leo, '/moderation');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toContain('traiter');
  await expectAccessible(page);
});
