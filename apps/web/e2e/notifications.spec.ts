import { queueMail } from '../../api/src/core/mails/index.ts';
import { TownDirectory } from '../../api/src/core/municipalities/index.ts';
import { MorningJob } from '../../api/src/core/notifications/index.ts';
import { NotifyJob } from '../../api/src/core/notifications/notify.job.ts';
import { newId } from '../../api/src/platform/ids/index.ts';
import { aConsultation } from '../../api/test/support/consultations.ts';
import { aPerson, aTown, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
let ines: Person;
beforeAll(async () => {
  site = await startSite();
});
beforeEach(async () => {
  town = await aTown(site);
  ines = await aPerson(site, town);
});
afterAll(() => site.stop());

test('a citizen stops a kind of mail by the link of a mail, and takes it up again in the account', async () => {
  const found = (await site.app.get(TownDirectory).bySlug(town.slug))!;
  const mailId = await site.db.transaction((tx) =>
    queueMail(tx, {
      town: { ...found, origin: site.origin },
      to: { address: ines.email, language: 'fr', participantId: ines.participantId },
      kind: 'status-changed',
      optOutKind: 'status-changed',
      subject: 'Des arceaux à vélo',
      paragraphs: ['La contribution change de statut.'],
      reason: 'Vous recevez ce message parce que vous suivez cette contribution.',
    }),
  );
  const page = await site.visit(visitor(town), `/dev/mail/${mailId}`);
  await page.frameLocator('iframe').getByRole('link', { name: 'Ne plus recevoir ce type de message' }).click();
  await page.getByText('Les changements de statut de ce que je suis').waitFor();
  await expectAccessible(page);
  await shoot(page, 'unsubscribe');
  await page.getByRole('button', { name: 'Ne plus les recevoir' }).click();
  await page.getByText('C’est fait.').waitFor();
  await page.getByText('ne vous envoie plus les messages de ce type').waitFor(); // no sentence says both
  await expectAccessible(page);

  const account = await site.visit(ines, '/compte/notifications', { width: 320 });
  await account.getByRole('heading', { level: 1, name: 'Mes messages' }).waitFor();
  await expectAccessible(account);
  await shoot(account, 'preferences');
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
  await account
    .getByRole('link', { name: /connecter/ })
    .first()
    .waitFor();
  await expectAccessible(account);
});

test('a citizen follows two proposals and reads in one mail of the morning what became of them', async () => {
  const consultation = await aConsultation(site, town);
  const author = await aPerson(site, town, { name: 'Luc M.' });
  const proposals = [
    await aProposal(site, town, consultation, author),
    await aProposal(site, town, consultation, author, { title: 'Un banc à l’ombre devant la bibliothèque' }),
  ];
  for (const { number } of proposals) {
    const page = await site.visit(ines, `/p/${number}`);
    await page.getByRole('button', { name: 'Suivre' }).first().click();
    await page.getByRole('button', { name: 'Vous suivez' }).first().waitFor();
  }
  for (const { id } of proposals) {
    for (const status of ['under-study', 'accepted'])
      await site.app
        .get(NotifyJob)
        .run({ eventId: newId(), event: { municipalityId: town.id, what: 'status-changed', contributionId: id, status } });
  }
  await site.db.run('UPDATE municipalities SET origin = $2 WHERE id = $1', [town.id, site.origin]);
  site.app.get(TownDirectory).forget();
  await site.app
    .get(MorningJob)
    .sendMorning({ id: town.id, day: '2026-11-24', weekday: 2, day_start: new Date(Date.now() - 3_600_000).toISOString() });
  for (const width of [320, 1280]) {
    const page = await site.visit(visitor(town), `/dev/mail?to=${encodeURIComponent(ines.email)}`, { width });
    await page.getByRole('link', { name: /et 1 autre/ }).click();
    const mail = page.frameLocator('iframe');
    await mail.getByText('Nouveau statut').first().waitFor();
    await expectAccessible(page);
    await shoot(page, 'digest');
    await mail.getByRole('link', { name: proposals[1]!.title }).click();
    await page.getByRole('heading', { level: 1, name: 'Un banc à l’ombre devant la bibliothèque' }).waitFor();
  }
});
