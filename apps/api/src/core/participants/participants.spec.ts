import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aPerson, aTown, type TestTown } from '../../../test/support/people.ts';
import { findOrMakeMailParticipant, makeGroupParticipant, makeImportParticipants, makePaperParticipant } from './index.ts';

let app: TestApp;
let town: TestTown;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.stop());

const people = () =>
  app.db.rows<{ source: string; level: number; display_name: string }>(
    `SELECT source, level, display_name FROM participants WHERE municipality_id = $1 AND source <> 'town' ORDER BY source, display_name`,
    [town.id],
  );

test('a sheet of paper, an import and an association take part through the same door, each with its level', async () => {
  await app.db.transaction(async (tx) => {
    await makePaperParticipant(tx, town, { displayName: 'Jeanne P.' });
    expect(await makeImportParticipants(tx, town, ['Habitant 1', 'Habitant 2'])).toHaveLength(2);
    await makeGroupParticipant(tx, town, { displayName: 'Amis du canal', level: 1 });
  });
  expect(await people()).toEqual([
    { source: 'group', level: 1, display_name: 'Amis du canal' },
    { source: 'import', level: 0, display_name: 'Habitant 1' },
    { source: 'import', level: 0, display_name: 'Habitant 2' },
    { source: 'paper', level: 4, display_name: 'Jeanne P.' },
  ]);
});

test('whoever writes twice from one address is one participant, even at the same moment, and never the owner of an account', async () => {
  const ines = await aPerson(app, town);
  const write = (email: string): Promise<string> =>
    app.db.transaction((tx) => findOrMakeMailParticipant(tx, town, { name: 'Une voisine', email }));
  const ids = await Promise.all(['voisine@exemple.fr', 'Voisine@exemple.fr', 'voisine@exemple.fr', 'VOISINE@exemple.fr'].map(write));
  expect(new Set(ids).size).toBe(1);
  expect(await write(ines.email)).not.toBe(ines.participantId);
  expect((await people()).filter((one) => one.source === 'mail')).toHaveLength(2);
});
