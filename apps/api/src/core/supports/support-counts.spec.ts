import { mergeProposal, undoMerge } from '@parvis/shared/activities/proposals/contract.ts';
import { addSupport, readLiveCounts, removeSupport } from '@parvis/shared/contracts/supports.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, askLevel, closeOpening, type TestConsultation } from '../../../test/support/consultations.ts';
import { aPerson, aTown, as, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal, type TestProposal } from '../../../test/support/proposals.ts';
import { readOutbox } from '../log/index.ts';
import { makePaperParticipant } from '../participants/index.ts';
import { TallyJob } from '../tallies/index.ts';
import { SupportsService } from './index.ts';

let app: TestApp;
let second: TestApp;
let town: TestTown;
let ines: Person;
let consultation: TestConsultation;
let proposal: TestProposal;
beforeAll(async () => {
  app = await startApp();
  second = await startApp();
});
afterAll(() => Promise.all([app.stop(), second.stop()]));
beforeEach(async () => {
  town = await aTown(app);
  ines = await aPerson(app, town);
  consultation = await aConsultation(app, town);
  proposal = await aProposal(app, town, consultation, ines);
});

const support = (person: Pick<Person, 'town' | 'cookie'>, contributionId = proposal.id, through = app) =>
  as(through, person).call(addSupport, { params: { contributionId } });
const revoke = (person: Person) => as(app, person).call(removeSupport, { params: { contributionId: proposal.id } });
const tally = () =>
  app.db.one<{ supports: number; supports_by_level: number[] }>(
    'SELECT supports, supports_by_level FROM tallies WHERE municipality_id = $1 AND contribution_id = $2',
    [town.id, proposal.id],
  );
const refresh = () => app.app.get(TallyJob).refresh();

test('a sheet of paper counts as paper, whatever the level asked, if the phase was open on the day it was received', async () => {
  await askLevel(app, town, consultation.activity.id, 4);
  const service = app.app.get(SupportsService);
  const enter = (since: string, until: string) =>
    app.db.transaction(async (tx) =>
      service.enterOnPaper(tx, town.id, [
        {
          contributionId: proposal.id,
          participantId: await makePaperParticipant(tx, town, { displayName: 'Résidence des Lilas' }),
          paper: { enteredBy: ines.participantId, batchId: null, since, until },
        },
      ]),
    );
  const now = Date.now();
  const day = (offset: number) => new Date(now + offset * 86_400_000).toISOString();
  expect(await enter(day(-0.5), day(0.5))).toEqual(['made']);
  expect(await enter(day(-9), day(-8))).toEqual(['phase-closed']);
  await closeOpening(app, town, consultation.activity.id);
  expect(await enter(day(-0.5), day(0.5))).toEqual(['made']);
  await refresh();
  expect(await tally()).toEqual({ supports: 2, supports_by_level: [0, 0, 0, 0, 0, 2] });
});

test('a tally that went wrong is found by the nightly recount, set right, and reported', async () => {
  await support(ines);
  await refresh();
  const job = app.app.get(TallyJob);
  await job.recountAll(); // sets right what other tests have written without events
  await job.recountAll();
  const before = (await job.health()).differing;
  await app.db.run('UPDATE tallies SET supports = 99 WHERE municipality_id = $1', [town.id]);
  await job.recountAll();
  expect((await job.health()).differing).toBe(before + 1);
  expect((await tally())!.supports).toBe(1);
});

test('while supports stream in, two proposals are merged and parted and all is recounted: each person counts once, exactly', async () => {
  const moderator = await aPerson(app, town, { roles: ['moderator'] });
  const other = await aProposal(app, town, consultation, ines);
  const people = await Promise.all(Array.from({ length: 24 }, () => aPerson(app, town)));
  const job = app.app.get(TallyJob);
  const stream = async (): Promise<void> => {
    for (const [at, person] of people.entries()) {
      await Promise.all([support(person), at % 3 === 0 ? support(person, other.id, second) : revoke(people[Math.max(0, at - 2)]!)]);
      if (at % 5 === 4) await job.refresh();
    }
  };
  const reshape = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn += 1) {
      expect(
        (
          await as(app, moderator).call(mergeProposal, {
            params: { contributionId: other.id },
            body: { into: proposal.number, reason: 'Même demande.' },
          })
        ).status,
      ).toBe(204);
      await job.recountAll();
      expect((await as(second, moderator).call(undoMerge, { params: { contributionId: other.id } })).status).toBe(204);
    }
  };
  await Promise.all([stream(), reshape()]);
  await refresh();
  const figures = () =>
    app.db.rows('SELECT contribution_id, supports, supports_by_level FROM tallies WHERE municipality_id = $1 ORDER BY contribution_id', [
      town.id,
    ]);
  const added = await figures();
  await job.recountAll();
  expect(added).toEqual(await figures());
  expect(added).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        contribution_id: other.id,
        supports: (await app.db.rows('SELECT FROM supports WHERE municipality_id = $1 AND contribution_id = $2', [town.id, other.id]))
          .length,
      }),
    ]),
  );
});

test('events are read in the order of their transactions, whose numbers grow a digit, each once', async () => {
  await app.db.run(
    `
    INSERT INTO outbox (municipality_id, topic, subject, salt, commitment, xid)
    SELECT $1, 'test.digits', jsonb_build_object('xid', xid), ''::bytea, sha256(''::bytea), xid::text::xid8 FROM unnest(ARRAY[98, 99, 100, 101]) AS xid`,
    [town.id],
  );
  const seen: unknown[] = [];
  for (let turn = 0; turn < 4; turn += 1)
    await readOutbox(app.db, 'test', 3, async (_, events) => {
      seen.push(...events.filter((event) => event.topic === 'test.digits').map((event) => event.subject['xid']));
    });
  expect(seen).toEqual([98, 99, 100, 101]);
});

test('figures are asked of one activity: who is invited to one consultation learns nothing of another, nor of a draft', async () => {
  const invited = await aConsultation(app, town, { visibility: 'invited', invited: [ines] });
  const draft = await aProposal(app, town, await aConsultation(app, town, { state: 'draft' }), ines);
  const own = await aProposal(app, town, invited, ines);
  const answer = await as(app, ines).call(readLiveCounts, {
    params: { activityId: invited.activity.id },
    query: { ids: `${own.id},${draft.id}` },
  });
  expect(answer.body.counts.map((one) => one.contributionId)).toEqual([own.id]);
});
