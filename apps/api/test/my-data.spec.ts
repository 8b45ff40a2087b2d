import { editProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { askNewEmail, exportMyData } from '@parvis/shared/contracts/my-account.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { startApp, type TestApp } from './support/app.ts';
import { aConsultation } from './support/consultations.ts';
import { aComment } from './support/debates.ts';
import { aPerson, aTown, as } from './support/people.ts';
import { aProposal } from './support/proposals.ts';
import { mailbox, password } from './support/registering.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('Zoé finds in her data each version that she wrote, the number of what she supported and commented, and the address she asked for', async () => {
  const town = await aTown(app);
  const [zoe, leo] = [await aPerson(app, town, { name: 'Zoé M.', password }), await aPerson(app, town, { name: 'Léo P.' })];
  const consultation = await aConsultation(app, town, { activities: [{ settings: { categories: [] } }] });
  const bench = await aProposal(app, town, consultation, zoe, { title: 'Un banc' });
  await as(app, zoe).call(editProposal, {
    params: { contributionId: bench.id },
    body: { title: 'Deux bancs', bodyHtml: '<p>À l’ombre.</p>', revision: 1 },
  });
  const trees = await aProposal(app, town, consultation, leo, { title: 'Douze tilleuls' });
  await as(app, zoe).call(addSupport, { params: { contributionId: trees.id } });
  await aComment(app, consultation, zoe, trees.id, { text: 'Oui, au sud.' });
  const asked = mailbox();
  await as(app, zoe).call(askNewEmail, { body: { email: asked, currentPassword: password } });

  const data = JSON.parse((await as(app, zoe).call(exportMyData)).text) as Record<string, unknown>;
  expect(data).toMatchObject({
    account: { newEmailAsked: asked },
    proposals: [
      {
        number: bench.number,
        title: 'Deux bancs',
        pictures: [],
        versions: [
          { revision: 1, title: 'Un banc' },
          { revision: 2, title: 'Deux bancs' },
        ],
      },
    ],
    supports: [{ contribution: trees.id, number: trees.number }],
    comments: [{ about: trees.id, aboutNumber: trees.number, text: 'Oui, au sud.' }],
  });
});
