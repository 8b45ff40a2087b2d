import {
  listProposals,
  listRevisions,
  mapProposals,
  readProposal,
  similarProposals,
} from '@parvis/shared/activities/proposals/contract.ts';
import { editProposal, submitProposal, withdrawProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { readMyContributions } from '@parvis/shared/contracts/my-contributions.ts';
import { decide, readCase, readQueue } from '@parvis/shared/contracts/moderation.ts';
import { readRegister } from '@parvis/shared/contracts/moderation-register.ts';
import { readFlagSubject } from '@parvis/shared/contracts/flags.ts';
import type { DecisionAct } from '@parvis/shared/rules/words.ts';
import { TallyJob } from '../src/core/tallies/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { aConsultation, type TestConsultation } from './support/consultations.ts';
import { someRules } from './support/debates.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from './support/people.ts';
import { aProposal } from './support/proposals.ts';
import { until } from './support/until.ts';

let app: TestApp;
let town: TestTown;
let consultation: TestConsultation;
let leo: Person;
let claire: Person;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  town = await aTown(app);
  consultation = await aConsultation(app, town);
  leo = await aPerson(app, town, { name: 'Léo P.' });
  claire = await aPerson(app, town, { name: 'Claire V.', roles: ['moderator'] });
  await someRules(app, town);
});

const decideOn = (contributionId: string, act: DecisionAct, revision = 1, reason = 'Une raison écrite, pour de vrai.') =>
  as(app, claire).call(decide, { params: { contributionId }, body: { act, rule: { version: 1, number: 4 }, reason, revision } });
const waiting = async () => (await as(app, claire).call(readQueue)).body.items.map((line) => [line.reason, line.card.id]);
const bodyOf = (title: string, words: string) => ({ title, bodyHtml: `<p>${words}</p>`, categoryId: 'rues' });

test('the words of a hidden proposal are found by nobody: not in lists, search, map, suggestions, its page, its versions, its site page or the register', async () => {
  const proposal = await aProposal(app, town, consultation, leo, {
    title: 'Le parking secret du maire Barrois',
    text: 'Un hurluberlu nommé Barrois garde une place pour lui.',
    place: { lon: 1.1, lat: 45.2 },
  });
  await app.app.get(TallyJob).refresh();
  const activity = { activityId: consultation.activity.id };
  const number = { number: proposal.number };
  const reads = async () =>
    Promise.all([
      as(app, visitor(town)).call(listProposals, { params: activity }),
      as(app, visitor(town)).call(listProposals, { params: activity, query: { q: 'hurluberlu' } }),
      as(app, visitor(town)).call(mapProposals, { params: activity }),
      as(app, visitor(town)).call(similarProposals, { params: activity, query: { title: 'parking secret du maire' } }),
      as(app, visitor(town)).call(readProposal, { params: number }),
      as(app, visitor(town)).call(listRevisions, { params: number }),
      as(app, visitor(town)).call(readRegister),
      as(app, visitor(town)).call(readFlagSubject, { params: { contributionId: proposal.id } }),
    ]);
  expect((await reads()).filter((answer) => /Barrois/.test(answer.text)).length).toBe(7);
  await decideOn(proposal.id, 'hide');
  await app.app.get(TallyJob).refresh();
  for (const answer of await reads()) expect(answer.text).not.toMatch(/Barrois|hurluberlu/);
  expect((await as(app, visitor(town)).call(readProposal, { params: number })).body.hidden).toMatchObject({
    ruleNumber: 4,
    reason: 'Une raison écrite, pour de vrai.',
  });
  expect((await as(app, leo).call(readMyContributions)).text).toContain('hurluberlu');
  await decideOn(proposal.id, 'restore');
  await app.app.get(TallyJob).refresh();
  expect((await reads()).filter((answer) => /Barrois/.test(answer.text)).length).toBe(8); // with the register, which names what was restored
});

test('Léo corrects his proposal as asked, Claire compares both versions and shows it again', async () => {
  const { body: made } = await as(app, leo).call(submitProposal, {
    params: { activityId: consultation.activity.id },
    body: bodyOf('Ralentir les voitures rue Haute', 'Mon voisin du 14 roule trop vite.'),
  });
  expect((await decideOn(made.id, 'ask-correction')).status).toBe(200);
  expect(await waiting()).toEqual([]);
  const edited = await as(app, leo).call(editProposal, {
    params: { contributionId: made.id },
    body: { ...bodyOf('Ralentir les voitures rue Haute', 'On roule trop vite dans cette rue.'), revision: 1 },
  });
  expect(edited.status).toBe(200);
  expect(await waiting()).toEqual([['corrected', made.id]]);
  expect((await as(app, claire).call(readCase, { params: { contributionId: made.id } })).body).toMatchObject({
    text: 'On roule trop vite dans cette rue.',
    previousText: 'Mon voisin du 14 roule trop vite.',
  });
  expect((await decideOn(made.id, 'restore', edited.body.revision)).status).toBe(200);
  expect((await as(app, visitor(town)).call(readProposal, { params: { number: made.number } })).body.bodyHtml).toContain(
    'On roule trop vite',
  );
  const versions = await as(app, visitor(town)).call(listRevisions, { params: { number: made.number } });
  expect(versions.body.items.map((one) => [one.revision, one.text])).toEqual([
    [2, 'On roule trop vite dans cette rue.'],
    [1, ''],
  ]); // the words that named a neighbour stay away
});

test('where a moderator reads first, a proposal is public once published, a refused one never, and its author knows why', async () => {
  const careful = await aConsultation(app, town, { activities: [{ settings: { moderation: 'before' } }] });
  const activity = { activityId: careful.activity.id };
  const [good, bad] = [
    (await as(app, leo).call(submitProposal, { params: activity, body: bodyOf('Un abri à vélos devant la gare', 'Il pleut souvent.') }))
      .body,
    (await as(app, leo).call(submitProposal, { params: activity, body: bodyOf('Achetez mes abris à vélos', 'Moins cher que partout.') }))
      .body,
  ];
  expect(await waiting()).toEqual([
    ['pending', good.id],
    ['pending', bad.id],
  ]);
  await decideOn(good.id, 'publish');
  await decideOn(bad.id, 'refuse', 1, 'Un démarchage, contraire à la règle.');
  await app.app.get(TallyJob).refresh();
  expect((await as(app, visitor(town)).call(listProposals, { params: activity })).body.items.map((one) => one.number)).toEqual([
    good.number,
  ]);
  expect((await as(app, visitor(town)).call(readProposal, { params: { number: bad.number } })).status).toBe(404);
  const mine = (await as(app, leo).call(readMyContributions, { query: { part: 'restricted' } })).body.items;
  expect(mine.map((one) => [one.card.id, one.decision?.act, one.decision?.reason, one.mayAppeal])).toEqual([
    [bad.id, 'refuse', 'Un démarchage, contraire à la règle.', true],
  ]);
});

test('a version that its author replaced before a moderator had read it never becomes public, nor does a reason typed for a text that is hidden', async () => {
  const careful = await aConsultation(app, town, { activities: [{ settings: { moderation: 'before' } }] });
  const { body: made } = await as(app, leo).call(submitProposal, {
    params: { activityId: careful.activity.id },
    body: bodyOf('Un abri à vélos', 'Barrois est un hurluberlu.'),
  });
  await as(app, leo).call(editProposal, {
    params: { contributionId: made.id },
    body: { ...bodyOf('Un abri à vélos', 'Il pleut souvent.'), revision: 1, reason: 'Barrois se fâchait' },
  });
  await decideOn(made.id, 'publish', 2);
  const versions = () => as(app, visitor(town)).call(listRevisions, { params: { number: made.number } });
  const first = await versions();
  expect(first.body.items.map((one) => [one.revision, one.text])).toEqual([
    [2, 'Il pleut souvent.'],
    [1, ''],
  ]);
  await as(app, leo).call(withdrawProposal, { params: { contributionId: made.id }, body: { reason: 'Barrois m’a menacé' } });
  await decideOn(made.id, 'hide', 2);
  const page = await as(app, visitor(town)).call(readProposal, { params: { number: made.number } });
  expect(`${page.text}${(await versions()).text}`).not.toMatch(/Barrois/);
});

test('an edit that arrives while its proposal is withdrawn does not bring it back', async () => {
  const { body: made } = await as(app, leo).call(submitProposal, {
    params: { activityId: consultation.activity.id },
    body: bodyOf('Un banc de plus', 'Pour se reposer.'),
  });
  const edit = await app.db.transaction(async (tx) => {
    await tx.run(`UPDATE contributions SET publication = 'withdrawn' WHERE municipality_id = $1 AND id = $2`, [town.id, made.id]);
    const asked = as(app, leo).call(editProposal, {
      params: { contributionId: made.id },
      body: { ...bodyOf('Un banc de plus', 'Pour se reposer, vraiment.'), revision: 1 },
    });
    await until(() => app.db.one(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)); // it has asked the policy and waits for the row
    return { asked };
  });
  expect((await edit.asked).problem.code).toBe('contribution-ended');
  expect(
    await app.db.one('SELECT publication, revision FROM contributions WHERE municipality_id = $1 AND id = $2', [town.id, made.id]),
  ).toEqual({ publication: 'withdrawn', revision: 1 });
});
