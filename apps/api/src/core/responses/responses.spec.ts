import * as contract from '@parvis/shared/contracts/responses.ts';
import { answerDueAt } from '@parvis/shared/rules/responses/clock.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, type TestConsultation } from '../../../test/support/consultations.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal, type TestProposal } from '../../../test/support/proposals.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

let town: TestTown, consultation: TestConsultation, sylvie: Person, ines: Person, trees: TestProposal, school: TestProposal;
beforeEach(async () => {
  town = await aTown(app);
  consultation = await aConsultation(app, town);
  sylvie = await aPerson(app, town, { name: 'Sylvie Arnoux', roles: ['official'] });
  ines = await aPerson(app, town);
  trees = await aProposal(app, town, consultation, ines);
  school = await aProposal(app, town, consultation, ines, { title: 'Une rue aux écoles devant Jules-Ferry' });
});

const params = (): { consultationId: string } => ({ consultationId: consultation.id });
const answer = (subjectIds: string[], rest: object = {}) => ({
  subjectIds,
  status: 'accepted' as const,
  bodyHtml: '<p>Douze tilleuls seront plantés à l’automne 2027, budget voté.</p><script>alert(1)</script>',
  signedAs: 'Sylvie Arnoux, adjointe aux mobilités',
  ...rest,
});

async function prepare(subjectIds: string[], rest: object = {}): Promise<string> {
  const made = await as(app, sylvie).call(contract.createResponse, { params: params(), body: answer(subjectIds, rest) });
  expect(made.status).toBe(200);
  await as(app, sylvie).call(contract.markReady, { params: { responseId: made.body.id }, body: { ready: true } });
  return made.body.id;
}

test('Sylvie prepares two answers, and nobody sees either before both are published together', async () => {
  const first = await prepare([trees.id], {
    commitments: [
      {
        title: 'Planter douze tilleuls',
        dueOn: '2027-11-30',
        voteCents: undefined,
        milestones: [{ title: 'Sondages du sol', dueOn: '2027-02-15' }],
      },
    ].map(({ voteCents: _, ...one }) => one),
  });
  const second = await prepare([school.id], { status: 'refused' });
  const before = await as(app, visitor(town)).call(contract.listAnswers, { params: params() });
  expect(before.body.items).toEqual([]);
  expect((await as(app, visitor(town)).call(contract.readAnswerClock, { params: params() })).body).toMatchObject({
    answered: 0,
    waiting: 2,
    late: 0,
  });
  const done = await as(app, sylvie).call(contract.publishResponses, { params: params(), body: { responseIds: [first, second] } });
  expect(done.body).toEqual({ published: 2, contributions: 2 });
  const after = await as(app, visitor(town)).call(contract.listAnswers, { params: params() });
  expect(after.body.items.map((one) => one.status).sort()).toEqual(['accepted', 'refused']);
  const accepted = after.body.items.find((one) => one.status === 'accepted')!;
  expect(accepted.bodyHtml).not.toContain('script');
  expect(accepted.subjects[0]).toMatchObject({ id: trees.id, title: trees.title, path: `/p/${trees.number}` });
  expect(accepted.commitments[0]).toMatchObject({
    title: 'Planter douze tilleuls',
    state: 'planned',
    isLate: false,
    milestones: [{ title: 'Sondages du sol', doneOn: null }],
  });
  expect((await as(app, visitor(town)).call(contract.readAnswerClock, { params: params() })).body).toMatchObject({
    answered: 2,
    waiting: 0,
    late: 0,
    byStatus: { accepted: 1, refused: 1 },
  });
  const [tally] = await app.db.rows<{ status: string; is_answered: boolean }>(
    'SELECT status, is_answered FROM tallies WHERE contribution_id = $1',
    [trees.id],
  );
  expect(tally).toEqual({ status: 'accepted', is_answered: true });
  const log = await app.db.rows<{ topic: string }>(`SELECT topic FROM outbox WHERE municipality_id = $1 AND topic = 'response.published'`, [
    town.id,
  ]);
  expect(log).toHaveLength(2);
  const history = await app.db.rows<{ act: string }>(`SELECT act FROM history WHERE contribution_id = $1`, [trees.id]);
  expect(history.map((one) => one.act)).toContain('answered');
});

test('a proposal that is hidden after it was answered is named neither beside the answer nor beside the commitment', async () => {
  const id = await prepare([trees.id, school.id], {
    commitments: [{ title: 'Planter douze tilleuls', dueOn: '2027-11-30', milestones: [] }],
  });
  await as(app, sylvie).call(contract.publishResponses, { params: params(), body: { responseIds: [id] } });
  const named = async () =>
    [
      (await as(app, visitor(town)).call(contract.listAnswers, { params: params() })).body.items[0]!,
      (await as(app, visitor(town)).call(contract.listCommitments)).body.items[0]!,
    ].map((one) => [one.subjects.map((subject) => subject.id).sort(), one.subjectCount]);
  expect(await named()).toEqual([
    [[trees.id, school.id].sort(), 2],
    [[trees.id, school.id].sort(), 2],
  ]);
  await app.db.run(`UPDATE contributions SET moderation = 'hidden' WHERE municipality_id = $1 AND id = $2`, [town.id, trees.id]);
  await app.db.run(`UPDATE contributions SET publication = 'pending' WHERE municipality_id = $1 AND id = $2`, [town.id, school.id]);
  expect(await named()).toEqual([
    [[], 2],
    [[], 2],
  ]);
});

test('when one of the answers is not ready, none is published', async () => {
  const ready = await prepare([trees.id]);
  const draft = await as(app, sylvie).call(contract.createResponse, { params: params(), body: answer([school.id]) });
  const refused = await as(app, sylvie).call(contract.publishResponses, {
    params: params(),
    body: { responseIds: [ready, draft.body.id] },
  });
  expect([refused.status, refused.problem.code]).toEqual([409, 'response-not-ready']);
  expect((await as(app, visitor(town)).call(contract.listAnswers, { params: params() })).body.items).toEqual([]);
});

test('two officials who publish at the same moment publish once', async () => {
  const id = await prepare([trees.id]);
  const both = await Promise.all(
    [1, 2].map(() => as(app, sylvie).call(contract.publishResponses, { params: params(), body: { responseIds: [id] } })),
  );
  expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
  expect(await app.db.rows(`SELECT FROM history WHERE contribution_id = $1 AND act = 'answered'`, [trees.id])).toHaveLength(1);
});

test('a published answer is never rewritten, and a changed draft is no longer ready', async () => {
  const id = await prepare([trees.id]);
  const changed = await as(app, sylvie).call(contract.changeResponse, { params: { responseId: id }, body: answer([trees.id, school.id]) });
  expect(changed.body).toMatchObject({ state: 'draft', subjectCount: 2 });
  await as(app, sylvie).call(contract.markReady, { params: { responseId: id }, body: { ready: true } });
  await as(app, sylvie).call(contract.publishResponses, { params: params(), body: { responseIds: [id] } });
  const late = await as(app, sylvie).call(contract.changeResponse, { params: { responseId: id }, body: answer([trees.id]) });
  expect([late.status, late.problem.code]).toEqual([409, 'response-published']);
  expect((await as(app, sylvie).call(contract.removeResponse, { params: { responseId: id } })).status).toBe(409);
});

test('an answer to the whole activity answers each proposal that had none of its own', async () => {
  const own = await prepare([trees.id], { status: 'refused' });
  await as(app, sylvie).call(contract.publishResponses, { params: params(), body: { responseIds: [own] } });
  const whole = await prepare([], { activityId: consultation.activity.id, status: 'under-study' });
  const done = await as(app, sylvie).call(contract.publishResponses, { params: params(), body: { responseIds: [whole] } });
  expect(done.body).toEqual({ published: 1, contributions: 1 });
  const states = await app.db.rows<{ id: string; status: string }>(
    'SELECT id, status FROM contributions WHERE municipality_id = $1 ORDER BY number',
    [town.id],
  );
  expect(states.map((one) => one.status)).toEqual(['refused', 'under-study']);
  expect(
    (await as(app, visitor(town)).call(contract.readResponsesOf, { params: { contributionId: school.id } })).body.items[0],
  ).toMatchObject({ activityTitle: 'Les propositions' });
});

test('wrong input names its field, and a citizen, another town’s official and a stranger are refused', async () => {
  const elsewhere = await aTown(app);
  const other = await aConsultation(app, elsewhere);
  const stranger = await aProposal(app, elsewhere, other, await aPerson(app, elsewhere));
  const foreign = await as(app, sylvie).call(contract.createResponse, { params: params(), body: answer([trees.id, stranger.id]) });
  expect([foreign.status, foreign.problem.errors![0]!.pointer]).toEqual([422, '#/subjectIds/1']);
  const empty = await as(app, sylvie).call(contract.createResponse, { params: params(), body: answer([]) });
  expect([empty.status, empty.problem.errors![0]]).toMatchObject([422, { pointer: '#/subjectIds', code: 'required' }]);
  const blank = await as(app, sylvie).call(contract.createResponse, {
    params: params(),
    body: { ...answer([trees.id]), bodyHtml: '<p> </p>', signedAs: '' },
  });
  expect(blank.problem.errors!.map((one) => one.pointer)).toEqual(['#/bodyHtml', '#/signedAs']);
  expect((await as(app, ines).call(contract.createResponse, { params: params(), body: answer([trees.id]) })).status).toBe(403);
  expect((await as(app, visitor(town)).call(contract.createResponse, { params: params(), body: answer([trees.id]) })).status).toBe(401);
  expect(
    (
      await as(app, await aPerson(app, elsewhere, { roles: ['official'] })).call(contract.createResponse, {
        params: params(),
        body: answer([trees.id]),
      })
    ).status,
  ).toBe(404);
});

test('what waits too long is shown as late to everybody, most urgent first, at the moment of the promise', async () => {
  await app.db.run(
    `UPDATE openings SET opens_at = statement_timestamp() - interval '90 days', closes_at = statement_timestamp() - interval '70 days' WHERE municipality_id = $1`,
    [town.id],
  );
  await app.db.run(`UPDATE consultations SET published_at = statement_timestamp() - interval '95 days' WHERE municipality_id = $1`, [
    town.id,
  ]);
  await app.db.run(`UPDATE tallies SET published_at = statement_timestamp() - interval '80 days' WHERE contribution_id = $1`, [trees.id]);
  const { body } = await as(app, visitor(town)).call(contract.listAwaited, { params: params() });
  expect(body.items.map((one) => [one.id, one.isLate])).toEqual([
    [trees.id, true],
    [school.id, false],
  ]);
  const [row] = await app.db.rows<{ published_at: string; closes_at: string }>(
    'SELECT t.published_at, o.closes_at FROM tallies t, openings o WHERE t.contribution_id = $1 AND o.municipality_id = $2 LIMIT 1',
    [trees.id, town.id],
  );
  expect(Date.parse(body.items[0]!.dueAt)).toBe(
    Date.parse(
      answerDueAt({
        publishedAt: row!.published_at,
        consultationPublishedAt: '2000-01-01T00:00:00Z',
        closesAt: row!.closes_at,
        delayDays: 60,
      }),
    ),
  );
  expect((await as(app, visitor(town)).call(contract.readAnswerClock, { params: params() })).body).toMatchObject({
    late: 1,
    waiting: 1,
    dueAt: body.items[1]!.dueAt, // the next date, not the one that has passed
  });
  const first = await as(app, visitor(town)).call(contract.listAwaited, { params: params(), query: { limit: '1' } });
  const second = await as(app, visitor(town)).call(contract.listAwaited, {
    params: params(),
    query: { limit: '1', cursor: first.body.nextCursor! },
  });
  expect([first.body.items[0]!.id, second.body.items[0]!.id, second.body.nextCursor]).toEqual([trees.id, school.id, null]);
});

test('a promise that moves to a later day says why, in public', async () => {
  const id = await prepare([trees.id], { commitments: [{ title: 'Planter douze tilleuls', dueOn: '2027-11-30' }] });
  await as(app, sylvie).call(contract.publishResponses, { params: params(), body: { responseIds: [id] } });
  const [commitment] = (await as(app, visitor(town)).call(contract.listCommitments, {})).body.items;
  const change = { state: 'under-way' as const, progress: 20, dueOn: '2028-03-31', note: '' };
  const silent = await as(app, sylvie).call(contract.changeCommitment, { params: { commitmentId: commitment!.id }, body: change });
  expect([silent.status, silent.problem.errors![0]!.pointer]).toEqual([422, '#/note']);
  const said = await as(app, sylvie).call(contract.changeCommitment, {
    params: { commitmentId: commitment!.id },
    body: { ...change, note: 'La pépinière livre en mars.' },
  });
  expect(said.body).toMatchObject({ state: 'under-way', progress: 20, dueOn: '2028-03-31', note: 'La pépinière livre en mars.' });
  const stepped = await as(app, sylvie).call(contract.addMilestone, {
    params: { commitmentId: commitment!.id },
    body: { title: 'Fosses creusées', dueOn: '2028-02-01' },
  });
  const done = await as(app, sylvie).call(contract.changeMilestone, {
    params: { commitmentId: commitment!.id, milestoneId: stepped.body.milestones[0]!.id },
    body: { dueOn: '2028-02-01', doneOn: '2028-01-30', note: '' },
  });
  expect(done.body.milestones[0]).toMatchObject({ doneOn: '2028-01-30' });
  const history = await app.db.rows<{ reason: string }>(
    `SELECT reason FROM history WHERE municipality_id = $1 AND act = 'commitment-changed' ORDER BY id`,
    [town.id],
  );
  expect(history[0]!.reason).toBe('La pépinière livre en mars.');
  expect((await as(app, ines).call(contract.changeCommitment, { params: { commitmentId: commitment!.id }, body: change })).status).toBe(
    403,
  );
});

test('answers of an invited consultation are read by the invited and by nobody else', async () => {
  const invited = await aConsultation(app, town, { visibility: 'invited', invited: [{ email: ines.email, accountId: ines.accountId }] });
  const proposal = await aProposal(app, town, invited, ines);
  const place = { consultationId: invited.id };
  const made = await as(app, sylvie).call(contract.createResponse, { params: place, body: answer([proposal.id]) });
  await as(app, sylvie).call(contract.markReady, { params: { responseId: made.body.id }, body: { ready: true } });
  await as(app, sylvie).call(contract.publishResponses, { params: place, body: { responseIds: [made.body.id] } });
  expect((await as(app, ines).call(contract.listAnswers, { params: place })).body.items).toHaveLength(1);
  expect((await as(app, visitor(town)).call(contract.listAnswers, { params: place })).status).toBe(404);
  expect((await as(app, visitor(town)).call(contract.readResponsesOf, { params: { contributionId: proposal.id } })).status).toBe(404);
  expect((await as(app, visitor(town)).call(contract.listCommitments, {})).body.items).toEqual([]);
});
