import { readResults } from '@parvis/shared/contracts/results.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, type TestConsultation } from '../../../test/support/consultations.ts';
import { aComment } from '../../../test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal } from '../../../test/support/proposals.ts';
import { recountPeople } from '../consultations/index.ts';
import { TallyJob } from '../tallies/index.ts';
import { Paced } from './paced.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

let town: TestTown, consultation: TestConsultation, ines: Person, leo: Person, paul: Person;
beforeEach(async () => {
  town = await aTown(app);
  consultation = await aConsultation(app, town, {
    activities: [
      {
        settings: {
          categories: [
            { id: 'rues', name: 'Rues et places' },
            { id: 'arbres', name: 'Arbres et eau' },
          ],
        },
      },
    ],
  });
  [ines, leo, paul] = [await aPerson(app, town), await aPerson(app, town, { level: 3 }), await aPerson(app, town)];
});

const read = (person: Pick<Person, 'town' | 'cookie'> = visitor(town), slug = consultation.slug) =>
  as(app, person).call(readResults, { params: { slug } });

test('the results add up what people did, by theme, status, door, side and level, and rank what was supported', async () => {
  const trees = await aProposal(app, town, consultation, ines, { categoryId: 'arbres', place: { lon: -1.55, lat: 47.21 } });
  const school = await aProposal(app, town, consultation, leo, { title: 'Une rue aux écoles', status: 'accepted' });
  await app.db.run(`UPDATE contributions SET channel = 'kiosk' WHERE municipality_id = $1 AND id = $2`, [town.id, school.id]);
  await aProposal(app, town, consultation, leo, { title: 'Un brouillon', publication: 'draft' });
  for (const stance of ['for', 'for', 'against'] as const) await aComment(app, consultation, paul, trees.id, { stance });
  for (const person of [ines, leo]) await as(app, person).call(addSupport, { params: { contributionId: trees.id } });
  await app.db.run(`UPDATE supports SET created_at = created_at - interval '3 days' WHERE municipality_id = $1 AND participant_id = $2`, [
    town.id,
    leo.participantId,
  ]);
  await app.db.run(`INSERT INTO imported_tallies (municipality_id, contribution_id, label, count) VALUES ($1, $2, 'Votes pour', 812)`, [
    town.id,
    trees.id,
  ]);
  await app.app.get(TallyJob).refresh();
  await recountPeople(app.db, town.id, consultation.id);
  const { body, status } = await read();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    totals: { contributions: 2, comments: 3, supports: 2 },
    stances: { for: 2, against: 1, neutral: 0 },
    people: { email: 2, register: 1 },
    supports: { email: 1, register: 1 },
    unit: 'day',
    imported: [{ label: 'Votes pour', count: 812, contributions: 1 }],
    channels: [
      { channel: 'web', contributions: 1, comments: 3, supports: 2 },
      { channel: 'kiosk', contributions: 1, comments: 0, supports: 0 },
    ],
    answers: { answered: 1, waiting: 1, late: 0 },
  });
  expect(body.timeline.map((one) => [one.contributions, one.comments, one.supports, one.people])).toEqual([
    [0, 0, 1, 1],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [2, 3, 1, 3],
  ]);
  const [activity] = body.activities;
  expect(activity).toMatchObject({
    categories: [
      { id: 'rues', contributions: 0 },
      { id: 'arbres', name: 'Arbres et eau', contributions: 1, supports: 2, comments: 3 },
      { id: '', contributions: 1 },
    ],
    statuses: [
      { status: 'submitted', contributions: 1 },
      { status: 'accepted', contributions: 1 },
    ],
    places: [{ number: trees.number, title: trees.title, lon: -1.55, lat: 47.21 }],
    result: {
      ranking: [
        { rank: 1, number: trees.number, supports: 2 },
        { rank: 2, supports: 0 },
      ],
    },
  });
});

test('the figures of a draft are nobody’s, and whoever has the present version is told so in a word', async () => {
  const draft = await aConsultation(app, town, { state: 'draft' });
  const invited = await aConsultation(app, town, { visibility: 'invited', invited: [ines] });
  expect((await read(visitor(town), draft.slug)).status).toBe(404);
  expect((await read(leo, invited.slug)).status).toBe(404);
  const seen = await read(ines, invited.slug);
  expect([seen.status, seen.headers.get('cache-control')?.includes('public')]).toEqual([200, false]);
  const first = await read();
  const again = await as(app, visitor(town)).call(readResults, {
    params: { slug: consultation.slug },
    headers: { 'if-none-match': first.headers.get('etag')! },
  });
  expect([first.body.timeline, first.headers.get('cache-control'), again.status]).toEqual([[], 'public, max-age=30', 304]);
});

test('what is slow to count is counted at most a twentieth of the time, and once for all who ask meanwhile', async () => {
  let [nowMs, made] = [0, 0];
  const paced = new Paced<number>(() => nowMs);
  const slowly = async (): Promise<number> => {
    nowMs += 500;
    return (made += 1);
  };
  expect(await Promise.all([paced.get('a', slowly), paced.get('a', slowly)])).toEqual([1, 1]);
  nowMs += 9_000;
  expect(await paced.get('a', slowly)).toBe(1);
  nowMs += 2_000;
  expect(await paced.get('a', slowly)).toBe(2);
  await expect(paced.get('b', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(await paced.get('b', slowly)).toBe(3);
});
