import { queueMail } from '../../api/src/core/mails/index.ts';
import { TownDirectory } from '../../api/src/core/municipalities/index.ts';
import { aPerson, aTown, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
let ines: Person;
beforeAll(async () => { site = await startSite(); });
beforeEach(async () => {
  town = await aTown(site);
  ines = await aPerson(site, town);
});
afterAll(() => site.stop());

test('a citizen stops a kind of mail by the link of a mail, and takes it up again in the account', async () => {
  const found = (await site.app.get(TownDirectory).bySlug(town.slug))!;
  const mailId = await site.db.transaction((tx) => queueMail(tx, {
    town: { ...found, origin: site.origin }, to: { address: ines.email, language: 'fr', participantId: ines.participantId }, kind: 'status-changed', optOutKind: 'status-changed',
    subject: 'Des arceaux à vélo', paragraphs: ['La contribution change de statut.'], reason: 'Vous recevez ce message parce que vous suivez cette contribution.',
  }));
  const page = await site.visit(visitor(town), `/dev/mail/${mailId}`);
  await page.frameLocator('iframe').getByRole('link', { name: 'Ne plus recevoir ce type de message' }).click();
  await page.getByText('Les changements de statut de ce que je suis').waitFor();
  await expectAccessible(page);
  await shoot(page, 'unsubscribe');
  await page.getByRole('button', { name: 'Ne plus les recevoir' }).click();
  await page.getByText('C’est fait.').waitFor();
  await expectAccessible(page);

  for (const width of [360, 1280]) {
    const account = await site.visit(ines, '/compte/notifications', { width });
    await account.getByRole('heading', { level: 1, name: 'Mes messages' }).waitFor();
    await expectAccessible(account);
    await shoot(account, 'preferences');
  }
  const account = await site.visit(ines, '/compte/notifications');
  const kind = account.getByLabel('Les changements de statut de ce que je suis');
  expect(await kind.isChecked()).toBe(false);
  await kind.check();
  await account.getByRole('radio', { name: 'Un message à chaque nouvelle' }).check();
  await account.getByRole('button', { name: 'Enregistrer' }).click();
  await account.getByText('Vos choix sont enregistrés.').waitFor();
  await account.reload();
  expect(await account.getByLabel('Les changements de statut de ce que je suis').isChecked()).toBe(true);
  expect(await account.getByRole('radio', { name: 'Un message à chaque nouvelle' }).isChecked()).toBe(true);
});

test('a link that a mail program cut says so, and a visitor is led to sign in before choosing messages', async () => {
  const broken = await site.visit(visitor(town), '/desinscription/x.y.z0123456789012345678');
  await broken.getByText('Ce lien de désinscription n’est pas valable').waitFor();
  await expectAccessible(broken);
  const account = await site.visit(visitor(town), '/compte/notifications');
  await account.getByRole('link', { name: /connecter/ }).first().waitFor();
  await expectAccessible(account);
});
