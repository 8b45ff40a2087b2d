import { locateContribution } from '@parvis/shared/contracts/contributions.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation } from '../../../test/support/consultations.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { newId } from '../../platform/ids/index.ts';
import { insertContribution, insertRevision, takeNumbers, updateContribution } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

async function aProposalOf(author: Person, town: TestTown, title: string): Promise<{ id: string; number: number }> {
  const { id: consultationId, activity } = await aConsultation(app, town);
  return app.db.transaction(async (tx) => {
    const [id, number] = [newId(), await takeNumbers(tx, town.id)];
    await insertContribution(tx, {
      municipalityId: town.id,
      id,
      kind: 'proposal',
      consultationId,
      activityId: activity.id,
      participantId: author.participantId,
      publication: 'published',
      channel: 'web',
      number,
    });
    await insertRevision(tx, {
      municipalityId: town.id,
      contributionId: id,
      revision: 1,
      content: { title, text: '' },
      editedBy: author.participantId,
    });
    return { id, number };
  });
}

test('a number leads to the readable address, and a hidden title is not in it', async () => {
  const town = await aTown(app);
  const ines = await aPerson(app, town);
  const { id, number } = await aProposalOf(ines, town, 'Une rue aux écoles devant Jules-Ferry');
  const locate = (key: string) => as(app, visitor(town)).call(locateContribution, { params: { number: key } });
  expect((await locate(String(number))).body).toMatchObject({
    kind: 'proposal',
    canonicalKey: `${number}-une-rue-aux-ecoles-devant-jules-ferry`,
    activity: { kind: 'proposals', slug: 'propositions' },
  });
  expect((await locate(id)).body).toMatchObject({ number });
  await app.db.transaction((tx) => updateContribution(tx, town.id, id, { moderation: 'hidden' }));
  expect((await locate(String(number))).body).toMatchObject({ title: '', canonicalKey: `${number}-sans-titre` });
  for (const wrong of ['999999', '0', 'nul', '12;drop']) expect((await locate(wrong)).status).toBe(404);
});
