import { queueMail } from '../../api/src/core/mails/index.ts';
import { TownDirectory } from '../../api/src/core/municipalities/index.ts';
import { aPerson, aTown, visitor, type TestTown } from '../../api/test/support/people.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

async function aMail(town: TestTown): Promise<void> {
  const ines = await aPerson(site, town);
  const found = (await site.app.get(TownDirectory).bySlug(town.slug))!;
  await site.db.transaction((tx) =>
    queueMail(tx, {
      town: { ...found, origin: site.origin },
      to: { address: ines.email, language: 'fr', participantId: ines.participantId },
      kind: 'response-published',
      optOutKind: 'response-published',
      subject: 'La commune répond à « Des arceaux à vélo devant l’école »',
      paragraphs: [
        'La commune a répondu à une proposition que vous soutenez : « Des arceaux à vélo devant l’école ». Elle la retient avec modifications.',
        'Vingt arceaux seront posés devant l’école Jules-Ferry, dont quatre pour vélos cargo. La pose est prévue avant le 15 mars 2027.',
      ],
      button: { label: 'Lire la réponse', url: `${site.origin}${town.base}/fr/nulle-part` },
      reason: 'Vous recevez ce message parce que vous soutenez cette proposition.',
    }),
  );
}

test('whoever tries the demonstration opens a mail in the mailbox on screen and follows its button', async () => {
  const town = await aTown(site);
  const empty = await site.visit(visitor(town), '/dev/mail');
  await empty.getByText('Aucun message pour le moment').waitFor();
  await expectAccessible(empty);
  await aMail(town);
  for (const width of [320, 360, 1280]) {
    const page = await site.visit(visitor(town), '/dev/mail', { width });
    await expectAccessible(page);
    await shoot(page, 'mailbox');
    await page.getByRole('link', { name: /La commune répond/ }).click();
    await page.getByRole('heading', { level: 1, name: /La commune répond/ }).waitFor();
    const mail = page.frameLocator('iframe');
    await mail.getByText('Elle la retient avec modifications.').last().waitFor();
    await expectAccessible(page);
    await shoot(page, 'mail');
    await mail.getByRole('link', { name: 'Lire la réponse' }).click();
    await page.waitForURL('**/fr/nulle-part');
  }
});

test('the remembered address /dev/mail leads to the mailbox', async () => {
  const town = await aTown(site);
  const answer = await fetch(`${site.origin}${town.base}/dev/mail`, { redirect: 'manual', headers: { 'accept-language': 'fr' } });
  expect(answer.headers.get('location')).toBe(`${town.base}/fr/dev/mail`);
});
