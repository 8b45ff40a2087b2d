import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { aPerson, aTown, visitor, type TestTown } from '../../api/test/support/people.ts';
import { another, lastMail, mailbox, password } from '../../api/test/support/registering.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
beforeAll(async () => {
  site = await startSite();
});
beforeEach(async () => {
  town = await aTown(site);
});
afterAll(() => site.stop());

/** Looks at a screen as a phone and as a desk show it. */
async function look(page: Page, name: string): Promise<void> {
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  for (const other of [360, 1280]) {
    await page.setViewportSize({ width: other, height });
    await expectAccessible(page);
    await shoot(page, name);
  }
  await page.setViewportSize({ width, height });
}

/** Opens the button's address of a mail in the same browser. */
async function followMail(page: Page, address: string, kind: string): Promise<void> {
  const { pathname, search } = new URL((await lastMail(site, town, address, kind)).link);
  await page.goto(site.origin + pathname + search);
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

function heading(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('heading', { level: 1, name }).waitFor();
}

test('Noé is told that his password is too easy, registers, confirms by the button, and comes back to where he was', async () => {
  const email = mailbox();
  const page = await site.visit(visitor(town), '/compte/inscription?retour=%2Fcompte%3Fdepuis%3Dici');
  await look(page, 'register');
  await fill(page, { 'Nom affiché': 'Noé Lambert', 'Adresse électronique': email, 'Mot de passe': 'motdepasse2026' });
  await press(page, 'Créer mon compte');
  await page.getByRole('link', { name: /Mot de passe.*trop facile/ }).waitFor();
  expect(await page.getByLabel('Nom affiché', { exact: true }).inputValue()).toBe('Noé Lambert');
  await look(page, 'register-refused');
  await fill(page, { 'Mot de passe': password });
  await press(page, 'Créer mon compte');
  await heading(page, 'Ouvrez votre messagerie');
  await page.getByText(email).waitFor();
  await look(page, 'sent');
  await followMail(page, email, 'confirm-address');
  await heading(page, 'Confirmer votre adresse');
  expect(await site.db.rows('SELECT 1 FROM accounts WHERE municipality_id = $1', [town.id])).toEqual([]); // opening the page confirms nothing
  await look(page, 'confirm');
  await press(page, 'Confirmer');
  await page.waitForURL('**/compte?depuis=ici');
  await heading(page, 'Mon compte');
  await page
    .getByText('Votre compte : Noé Lambert')
    .or(page.getByRole('group').filter({ hasText: 'NL' }))
    .first()
    .waitFor();
});

test('Léa types the code, signs out, forgets her password and chooses another', async () => {
  const email = mailbox();
  const page = await site.visit(visitor(town), '/compte/inscription', { width: 1280 });
  await fill(page, { 'Nom affiché': 'Léa', 'Adresse électronique': email, 'Mot de passe': password });
  await press(page, 'Créer mon compte');
  const code = /(\d{3} \d{3})/.exec((await lastMail(site, town, email, 'confirm-address')).body_text)![1]!;
  await fill(page, { 'Code reçu': code === '000 000' ? '111111' : '000000' });
  await press(page, 'Confirmer');
  await page.getByRole('alert').waitFor();
  await look(page, 'code-refused');
  await fill(page, { 'Code reçu': code });
  await press(page, 'Confirmer');
  await page.waitForURL('**/fr/'); // what she can take part in, not the settings of her account
  await page.getByText(/Votre adresse est confirmée/).waitFor();
  await page.goto(`${site.origin}${town.base}/fr/compte/deconnexion`);
  await look(page, 'sign-out');
  await press(page, 'Se déconnecter');
  await page.waitForURL('**/fr/');
  await page.goto(`${site.origin}${town.base}/fr/compte/connexion?retour=%2Fcompte`);
  expect(await page.getByText('comptes d’essai').count()).toBe(0); // these accounts are the demo town's alone
  await look(page, 'sign-in');
  await fill(page, { 'Adresse électronique': email, 'Mot de passe': another });
  await press(page, 'Se connecter');
  await page.getByText('Adresse ou mot de passe incorrect').waitFor();
  await look(page, 'sign-in-refused');
  await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
  await heading(page, 'Mot de passe oublié');
  await look(page, 'forgotten');
  await fill(page, { 'Adresse électronique': email });
  await press(page, 'Recevoir un lien');
  await heading(page, 'Regardez votre messagerie');
  await look(page, 'forgotten-sent');
  await followMail(page, email, 'reset-password');
  await heading(page, 'Choisir un nouveau mot de passe');
  await look(page, 'reset');
  await fill(page, { 'Nouveau mot de passe': another });
  await press(page, 'Enregistrer le mot de passe');
  await page.getByText('Votre nouveau mot de passe est enregistré.').waitFor();
  await fill(page, { 'Adresse électronique': email, 'Mot de passe': another });
  await press(page, 'Se connecter');
  await page.waitForURL('**/fr/');
});

test('Noé looks after his account, sets up an authenticator, and leaves', async () => {
  const noe = await aPerson(site, town, { name: 'Noé Lambert', password });
  const page = await site.visit(noe, '/compte', { width: 1280 });
  await heading(page, 'Mon compte');
  await look(page, 'account');
  await fill(page, { 'Nom affiché': 'Noé L.' });
  await press(page, 'Enregistrer');
  await page.getByText('Vos changements sont enregistrés.').waitFor();
  await page.getByText('Changer d’adresse').click();
  const next = mailbox();
  const emailForm = page.getByRole('form', { name: 'Changer d’adresse' });
  await emailForm.getByLabel('Nouvelle adresse').fill(next);
  await emailForm.getByLabel('Mot de passe actuel').fill(password);
  await emailForm.getByRole('button', { name: 'Envoyer un message de confirmation' }).click();
  await page.getByText(`${next} doit encore confirmer`).waitFor();
  await followMail(page, next, 'confirm-new-address');
  await heading(page, 'Confirmer votre nouvelle adresse');
  await look(page, 'new-email');
  await press(page, 'Confirmer l’adresse');
  await heading(page, 'Adresse changée');
  await press(page, 'Ouvrir mon compte');
  await page.getByRole('link', { name: 'Ajouter une application' }).click();
  await heading(page, 'Ajouter une application d’authentification');
  await look(page, 'factor-begin');
  await fill(page, { 'Mot de passe actuel': password });
  await press(page, 'Commencer');
  await heading(page, 'Scannez ce code');
  await look(page, 'factor-scan');
  const secret = (await page.locator('code').first().innerText()).replace(/\s/g, '');
  await fill(page, {
    'Code affiché par l’application': new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() - 30_000 }),
  });
  await press(page, 'Activer');
  await heading(page, 'C’est activé');
  await look(page, 'factor-codes');
  await press(page, 'J’ai gardé mes codes');
  await heading(page, 'Mon compte');

  const other = await site.visit(visitor(town), '/compte/connexion?retour=%2Fcompte');
  await fill(other, { 'Adresse électronique': next, 'Mot de passe': password });
  await press(other, 'Se connecter');
  await heading(other, 'Double authentification');
  await look(other, 'factor-asked');
  await fill(other, { Code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() });
  await press(other, 'Continuer');
  await heading(other, 'Mon compte');
  await look(other, 'account-two-devices');
  await other.getByText('Supprimer mon compte').click();
  await other.getByLabel(/Les effacer aussi/).check();
  const eraseForm = other.getByRole('form', { name: 'Supprimer mon compte' });
  await eraseForm.getByLabel('Mot de passe actuel').fill(password);
  await look(other, 'erase');
  await eraseForm.getByRole('button', { name: 'Supprimer définitivement' }).click();
  await heading(other, 'Votre compte est supprimé');
  await look(other, 'erased');
  expect(await site.db.rows('SELECT 1 FROM accounts WHERE municipality_id = $1', [town.id])).toEqual([]);
});

test('Claire invites Awa, who joins the team; Claire changes her roles and cannot leave as the last administrator', async () => {
  const claire = await aPerson(site, town, { name: 'Claire Fontaine', roles: ['administrator'] });
  const page = await site.visit(claire, '/admin/personnes', { width: 1280 });
  await heading(page, 'Personnes et rôles');
  const email = mailbox();
  await fill(page, { 'Adresse professionnelle': email });
  await page.getByLabel(/^Modérateur/).check();
  await page.getByLabel(/^Fonction/).fill('Médiatrice');
  await press(page, 'Envoyer l’invitation');
  await page.getByRole('heading', { name: 'Invitations en attente' }).waitFor();
  await look(page, 'staff');

  const awa = await site.visit(visitor(town), '/');
  await followMail(awa, email, 'invitation');
  await heading(awa, /Rejoindre l’équipe/);
  await look(awa, 'invitation');
  await fill(awa, { 'Votre nom': 'Awa Diallo', 'Mot de passe': password });
  await press(awa, 'Accepter l’invitation');
  await heading(awa, 'Rien à traiter'); // her desk, not a page of settings
  await awa.goto(awa.url().replace(/\/moderation$/, '/compte'));
  await awa.getByText('Vous signez : Médiatrice.').waitFor();
  await look(awa, 'account-staff');
  await followMail(awa, email, 'invitation');
  await heading(awa, 'Ce lien n’est plus valable');
  await look(awa, 'invitation-used');

  await page.reload();
  await page.getByRole('button', { name: 'Modifier les rôles de Awa Diallo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Élu ou agent qui répond/).check();
  await look(page, 'member');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Les rôles sont enregistrés.').waitFor();
  await page.getByRole('button', { name: 'Modifier les rôles de Claire Fontaine' }).click();
  await page
    .getByRole('dialog')
    .getByLabel(/^Administrateur/)
    .uncheck();
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Il faut toujours un administrateur').waitFor();
  await look(page, 'last-administrator');
});

test('in production an administrator, and the moderator whom she invites, are led to set up an authenticator before the first desk, and then work', async () => {
  const production = await startSite({
    PARVIS_MODE: 'production',
    PARVIS_SECRET: 'q8Jx2mVd7RtK4cZpLw9sNb3HfYg6Ae1U',
    PUBLIC_URL: 'http://127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
  try {
    const { email } = await aPerson(production, town, { name: 'Claire Fontaine', roles: ['administrator'], password });
    const page = await production.visit(visitor(town), '/compte/connexion?retour=%2Fadmin%2Fpersonnes');
    expect(await page.getByText('comptes d’essai').count()).toBe(0);
    await fill(page, { 'Adresse électronique': email, 'Mot de passe': password });
    await press(page, 'Se connecter');
    await heading(page, 'Ajouter une application d’authentification');
    await look(page, 'factor-required');
    await page.goto(`${production.origin}${town.base}/fr/admin/personnes`);
    await look(page, 'desk-closed');
    await page.getByRole('link', { name: 'Ajouter une application d’authentification' }).click();
    await fill(page, { 'Mot de passe actuel': password });
    await press(page, 'Commencer');
    await heading(page, 'Scannez ce code');
    const secret = (await page.locator('code').first().innerText()).replace(/\s/g, '');
    await fill(page, { 'Code affiché par l’application': new TOTP({ secret: Secret.fromBase32(secret) }).generate() });
    await press(page, 'Activer');
    await press(page, 'J’ai gardé mes codes');
    await heading(page, 'Personnes et rôles');

    // The colleague whom she invites meets the same door before the desk, right after joining and at each later visit.
    const invited = mailbox();
    await fill(page, { 'Adresse professionnelle': invited });
    await page.getByLabel(/^Modérateur/).check();
    await press(page, 'Envoyer l’invitation');
    await page.getByRole('heading', { name: 'Invitations en attente' }).waitFor();
    const awa = await production.visit(visitor(town), '/');
    await awa.goto(production.origin + new URL((await lastMail(production, town, invited, 'invitation')).link).pathname);
    await fill(awa, { 'Votre nom': 'Awa Diallo', 'Mot de passe': password });
    await press(awa, 'Accepter l’invitation');
    await heading(awa, 'Ajouter une application d’authentification');
    await awa.getByText('Votre rôle donne accès à des données').waitFor();
    await look(awa, 'factor-invited');
    await awa.goto(`${production.origin}${town.base}/fr/moderation`);
    await heading(awa, 'Second facteur demandé');
    await awa.getByRole('link', { name: 'Ajouter une application d’authentification' }).click();
    await fill(awa, { 'Mot de passe actuel': password });
    await press(awa, 'Commencer');
    await heading(awa, 'Scannez ce code');
    const own = (await awa.locator('code').first().innerText()).replace(/\s/g, '');
    await fill(awa, { 'Code affiché par l’application': new TOTP({ secret: Secret.fromBase32(own) }).generate() });
    await press(awa, 'Activer');
    await press(awa, 'J’ai gardé mes codes');
    await heading(awa, 'Rien à traiter');
  } finally {
    await production.stop();
  }
});
