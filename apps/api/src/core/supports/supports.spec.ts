import { createHash } from 'node:crypto';
import { addSupport, removeSupport } from '@parvis/shared/contracts/supports.ts';
import { commitmentBytes } from '@parvis/shared/rules/commitment.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, askLevel, closeOpening, postponeOpening, type TestConsultation } from '../../../test/support/consultations.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal, type TestProposal } from '../../../test/support/proposals.ts';
import { until } from '../../../test/support/until.ts';
import { TallyJob } from '../tallies/index.ts';
import { SupportPaces, supportPace } from './index.ts';

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
const rows = () =>
  app.db.rows<{ created_at: string; participant_id: string }>(
    'SELECT created_at, participant_id FROM supports WHERE municipality_id = $1 AND contribution_id = $2',
    [town.id, proposal.id],
  );
const tally = () =>
  app.db.one<{ supports: number; supports_by_level: number[] }>(
    'SELECT supports, supports_by_level FROM tallies WHERE municipality_id = $1 AND contribution_id = $2',
    [town.id, proposal.id],
  );
const refresh = () => app.app.get(TallyJob).refresh();

test('fifty clicks at once by Inès, on two servers, leave one support and one event', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => support(ines, proposal.id, at % 2 ? app : second)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200));
  expect(new Set(answers.map((answer) => answer.body.count))).toEqual(new Set([1]));
  expect(await rows()).toHaveLength(1);
  expect(await app.db.rows(`SELECT FROM outbox WHERE municipality_id = $1 AND topic = 'support.given'`, [town.id])).toHaveLength(1);
});

test('two servers that count the same events at once count each of them once', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => aPerson(app, town)));
  const clicks = Promise.all(people.map((person, at) => support(person, proposal.id, at % 2 ? app : second)));
  await Promise.all([clicks, ...Array.from({ length: 6 }, (_, at) => (at % 2 ? app : second).app.get(TallyJob).refresh())]);
  await refresh();
  expect(await tally()).toEqual({ supports: 12, supports_by_level: [0, 12, 0, 0, 0, 0] });
});

test('a script that supports faster than anybody reads must wait; the others, and paper, are not held up', async () => {
  const bench = await aProposal(app, town, consultation, ines, { title: 'Des bancs' });
  await app.db.run(
    `INSERT INTO support_paces (municipality_id, participant_id, minute, acts) VALUES ($1, $2, date_trunc('minute', statement_timestamp()), $3)`,
    [town.id, ines.participantId, supportPace.perMinute + 1],
  );
  expect((await support(ines)).status).toBe(200);
  const isPaused = async (): Promise<boolean> =>
    (await app.db.one('SELECT FROM participants WHERE municipality_id = $1 AND id = $2 AND supports_paused_until > statement_timestamp()', [
      town.id,
      ines.participantId,
    ])) !== null;
  await until(async () => {
    // a transaction of another test, anywhere in the cluster, may hold the outbox back
    await refresh();
    await app.app.get(SupportPaces).count();
    return isPaused();
  }, 20);
  const refused = await support(ines, bench.id);
  expect(refused.problem.code).toBe('too-many-requests');
  expect(refused.headers.get('retry-after')).toBe('60');
  expect((await revoke(ines)).status).toBe(429);
  expect((await support(await aPerson(app, town), bench.id)).status).toBe(200);
  await app.db.run('UPDATE participants SET supports_paused_until = statement_timestamp() WHERE municipality_id = $1 AND id = $2', [
    town.id,
    ines.participantId,
  ]);
  expect((await support(ines, bench.id)).status).toBe(200);
});

test('Inès supports, sees her own support in the count at once, and takes it back', async () => {
  const karim = await aPerson(app, town, { name: 'Karim D.', level: 3 });
  expect((await support(karim)).body).toMatchObject({ count: 1, mine: true, people: { register: 1, email: 0 } });
  await refresh();
  expect((await support(ines)).body).toMatchObject({ count: 2, mine: true, people: { register: 1, email: 1 } });
  expect((await support(ines)).body).toMatchObject({ count: 2, mine: true });
  await refresh();
  expect((await support(ines)).body).toMatchObject({ count: 2, mine: true });
  expect(await tally()).toEqual({ supports: 2, supports_by_level: [0, 1, 0, 1, 0, 0] });
  expect((await revoke(ines)).body).toMatchObject({ count: 1, mine: false, people: { register: 1, email: 0 } });
  expect((await revoke(ines)).body).toMatchObject({ mine: false });
  await refresh();
  expect(await tally()).toEqual({ supports: 1, supports_by_level: [0, 0, 0, 1, 0, 0] });
});

test('a support and its withdrawal are committed to in the log, so that whoever has the record and the salt can check them', async () => {
  await support(ines);
  const [row] = await rows();
  await revoke(ines);
  const events = await app.db.rows<{ topic: string; salt: Buffer; commitment: Buffer; at: string }>(
    'SELECT topic, salt, commitment, at FROM outbox WHERE municipality_id = $1 ORDER BY seq',
    [town.id],
  );
  expect(events.map((event) => event.topic)).toEqual(['support.given', 'support.revoked']);
  expect(events[0]!.at).toBe(row!.created_at);
  for (const { topic, salt, commitment, at } of events) {
    const [seconds = '', micros = ''] = at.replace('Z', '').split('.');
    const record = {
      at: `${seconds}.${micros.padEnd(6, '0')}Z`,
      channel: 'web',
      consultation: consultation.id,
      contribution: proposal.id,
      level: '1',
      municipality: town.id,
      participant: ines.participantId,
      revision: '1',
    };
    expect(
      createHash('sha256')
        .update(commitmentBytes({ kind: topic, salt, record }))
        .digest('hex'),
    ).toBe(commitment.toString('hex'));
  }
});

test('nobody supports before the phase, after it, without an account, or below the level that it asks', async () => {
  expect((await support(visitor(town))).problem.code).toBe('sign-in-required');
  await askLevel(app, town, consultation.activity.id, 3);
  expect(await support(ines)).toMatchObject({ status: 403, problem: { code: 'level-too-low' } });
  expect((await support(await aPerson(app, town, { level: 3 }))).status).toBe(200);
  await askLevel(app, town, consultation.activity.id, 1);
  await postponeOpening(app, town, consultation.activity.id);
  expect(await support(ines)).toMatchObject({ status: 409, problem: { code: 'phase-closed' } });
});

test('a repeat after the close is a clear refusal too, and the support stays', async () => {
  expect((await support(ines)).status).toBe(200);
  await closeOpening(app, town, consultation.activity.id, { action: 'support' });
  expect(await support(ines)).toMatchObject({ status: 409, problem: { code: 'phase-closed' } });
  expect(await revoke(ines)).toMatchObject({ status: 409, problem: { code: 'phase-closed' } });
  expect(await rows()).toHaveLength(1);
});

test('of a stream of supports across the closing time none is late', async () => {
  const people = await Promise.all(Array.from({ length: 60 }, () => aPerson(app, town)));
  await closeOpening(app, town, consultation.activity.id, { action: 'support', inSeconds: 1 });
  const answers: number[] = [];
  const started = performance.now();
  for (const [at, person] of people.entries()) {
    answers.push((await support(person, proposal.id, at % 2 ? app : second)).status);
    if (performance.now() - started < (at + 1) * 25)
      await new Promise((go) => {
        setTimeout(go, (at + 1) * 25 - (performance.now() - started));
      });
  }
  expect(new Set(answers)).toEqual(new Set([200, 409]));
  const late = await app.db.rows(
    `
    SELECT FROM supports s JOIN openings o ON o.municipality_id = s.municipality_id AND o.activity_id = $3 AND o.action = 'support'
    WHERE s.municipality_id = $1 AND s.contribution_id = $2 AND s.created_at >= o.closes_at`,
    [town.id, proposal.id, consultation.activity.id],
  );
  expect(late).toHaveLength(0);
  expect(await rows()).toHaveLength(answers.filter((status) => status === 200).length);
});

test('what one may not see does not exist: drafts, what waits for a moderator, other towns, consultations to which one is not invited', async () => {
  const pending = await aProposal(app, town, consultation, ines, { publication: 'pending' });
  const draft = await aConsultation(app, town, { state: 'draft', slug: 'brouillon' });
  const closed = await aConsultation(app, town, {
    visibility: 'invited',
    slug: 'invites',
    invited: [{ email: ines.email, accountId: ines.accountId }],
  });
  const karim = await aPerson(app, town);
  const elsewhere = await aPerson(app, await aTown(app));
  const invited = await aProposal(app, town, closed, ines);
  for (const [who, what] of [
    [karim, pending.id],
    [karim, (await aProposal(app, town, draft, ines)).id],
    [karim, invited.id],
    [elsewhere, proposal.id],
    [karim, ines.accountId],
  ] as const) {
    expect(await support(who, what)).toMatchObject({ status: 404, problem: { code: 'contribution-not-found' } });
  }
  expect((await support(ines, invited.id)).status).toBe(200);
});

test('what is withdrawn has ended, what a moderator hid or locked is locked', async () => {
  await app.db.run(`UPDATE contributions SET moderation = 'locked' WHERE municipality_id = $1 AND id = $2`, [town.id, proposal.id]);
  expect(await support(ines)).toMatchObject({ status: 409, problem: { code: 'contribution-locked' } });
  await app.db.run(`UPDATE contributions SET moderation = 'none', publication = 'withdrawn' WHERE municipality_id = $1 AND id = $2`, [
    town.id,
    proposal.id,
  ]);
  expect(await support(ines)).toMatchObject({ status: 409, problem: { code: 'contribution-ended' } });
});

test('one refused wish in a busy moment spoils nobody else’s', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => aPerson(app, town)));
  const answers = await Promise.all(people.map((person, at) => support(person, at % 4 === 0 ? ines.accountId : proposal.id)));
  expect(answers.map((answer) => answer.status)).toEqual(people.map((_, at) => (at % 4 === 0 ? 404 : 200)));
});
