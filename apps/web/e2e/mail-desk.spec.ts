import { readMailDesk } from '@parvis/shared/contracts/mail-desk.ts';
import { reportBounce } from '@parvis/shared/contracts/mails.ts';
import { aPerson, aTown, as, visitor } from '../../api/test/support/people.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test('Hélène sees which addresses get no mail any more, lets one go again, and tries her own', async () => {
  const town = await aTown(site);
  const helene = await aPerson(site, town, { name: 'Hélène V.', roles: ['administrator'] });
  const empty = await site.visit(helene, '/admin/courriels', { width: 360 });
  await empty.getByText('Aucune adresse arrêtée.').waitFor();
  await expectAccessible(empty);
  const token = (await as(site, helene).call(readMailDesk)).body.bounceUrl.split('/').at(-1)!;
  await as(site, visitor(town)).call(reportBounce, {
    params: { token },
    raw: JSON.stringify({ address: 'jeanne@commune.fr', diagnostic: '550 5.1.1 User unknown' }),
    headers: { 'content-type': 'application/json' },
  });

  const page = await site.visit(helene, '/admin/courriels', { width: 1280 });
  await page.getByText('550 5.1.1 User unknown').waitFor();
  await page.getByRole('button', { name: 'Envoyer un message d’essai' }).click();
  await page.getByText('Le message est dans la boîte de démonstration').waitFor();
  expect(await page.getByRole('columnheader').allTextContents()).not.toContain('En attente');
  expect(await page.getByRole('link', { name: 'la boîte de démonstration' }).first().getAttribute('href')).toContain('/fr/dev/mail');
  await expectAccessible(page);
  await shoot(page, 'mail-desk');
  await page.getByRole('button', { name: 'Relancer les envois à jeanne@commune.fr' }).click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
  await page.getByLabel('La personne m’a confirmé son adresse').check();
  await shoot(page, 'mail-release');
  await page.getByRole('button', { name: 'Relancer les envois', exact: true }).click();
  await page.getByText('Aucune adresse arrêtée.').waitFor();
  const phone = await site.visit(helene, '/admin/courriels', { width: 320 });
  await expectAccessible(phone);
  await shoot(phone, 'mail-desk');
}, 120_000);
