import { appealDecision, decide } from '@parvis/shared/contracts/moderation.ts';
import { readMyContributions, type MyContribution, type MyPart } from '@parvis/shared/contracts/my-contributions.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation } from '../../../test/support/consultations.ts';
import { aComment, aSubject, someRules } from '../../../test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person } from '../../../test/support/people.ts';

let app: TestApp;
beforeAll(async () => { app = await startApp(); });
afterAll(() => app.stop());

const partOf = async (person: Person, part: MyPart): Promise<MyContribution[]> => (await as(app, person).call(readMyContributions, { query: { part } })).body.items;

test('Awa finds her drafts, what waits, what is published, what was hidden with its reason, and what she supports; Marc finds nothing of hers', async () => {
  const town = await aTown(app);
  const consultation = await aConsultation(app, town);
  const [awa, marc] = [await aPerson(app, town, { name: 'Awa T.' }), await aPerson(app, town, { name: 'Marc' })];
  const claire = await aPerson(app, town, { name: 'Claire V.', roles: ['moderator'] });
  await someRules(app, town);
  const draft = await aSubject(app, town, consultation, awa, { publication: 'draft', title: 'Un brouillon' });
  const waiting = await aSubject(app, town, consultation, awa, { publication: 'pending' });
  const published = await aSubject(app, town, consultation, awa);
  const hidden = await aComment(app, consultation, awa, published, { text: 'Des mots retirés' });
  const theirs = await aSubject(app, town, consultation, marc, { title: 'Un abri à vélos' });
  await app.db.run(`INSERT INTO supports (municipality_id, contribution_id, participant_id, level, revision) VALUES ($1, $2, $3, 1, 1)`, [town.id, theirs, awa.participantId]);
  await as(app, claire).call(decide, { params: { contributionId: hidden }, body: { act: 'hide', rule: { version: 1, number: 2 }, reason: 'Une insulte vise un voisin.', revision: 1 } });
  expect((await partOf(awa, 'drafts')).map((one) => [one.card.id, one.card.title])).toEqual([[draft, 'Un brouillon']]);
  expect((await partOf(awa, 'waiting')).map((one) => one.card.id)).toEqual([waiting]);
  expect((await partOf(awa, 'published')).map((one) => one.card.id)).toEqual([published]);
  expect((await partOf(awa, 'comments')).map((one) => one.card.id)).toEqual([hidden]);
  const [restricted] = await partOf(awa, 'restricted');
  expect(restricted).toMatchObject({ card: { id: hidden, excerpt: 'Des mots retirés' }, decision: { act: 'hide', reason: 'Une insulte vise un voisin.', decidedBy: '' }, appeal: null, mayAppeal: true });
  await as(app, awa).call(appealDecision, { params: { decisionId: restricted!.decision!.id }, body: { text: 'Ce n’était pas une insulte.' } });
  expect((await partOf(awa, 'restricted'))[0]).toMatchObject({ appeal: { settledAt: null }, mayAppeal: false });
  const { body } = await as(app, awa).call(readMyContributions);
  expect(body.items.map((one) => one.card.id)).toEqual([hidden, published, waiting, draft]);
  expect(body.counts).toEqual({ all: 4, drafts: 1, waiting: 1, published: 1, restricted: 1, comments: 1, supports: 1 });
  expect((await partOf(awa, 'supports'))[0]).toMatchObject({ card: { title: 'Un abri à vélos' }, supportedAt: expect.any(String) as string, decision: null });
  await as(app, claire).call(decide, { params: { contributionId: theirs }, body: { act: 'hide', rule: { version: 1, number: 2 }, reason: 'Hors du sujet, vraiment.', revision: 1 } });
  expect((await partOf(awa, 'supports'))[0]!.card).toMatchObject({ title: '', excerpt: '' });
  expect((await partOf(marc, 'all')).map((one) => one.card.id)).toEqual([theirs]);
  expect((await as(app, visitor(town)).call(readMyContributions)).status).toBe(401);
});

test('walking through forty contributions of one’s own gives each once', async () => {
  const town = await aTown(app);
  const consultation = await aConsultation(app, town);
  const awa = await aPerson(app, town);
  const subject = await aSubject(app, town, consultation, awa);
  for (let at = 0; at < 44; at += 1) await aComment(app, consultation, awa, subject, { text: `Avis ${at}` });
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { body } = await as(app, awa).call(readMyContributions, { query: { ...(cursor && { cursor }) } });
    seen.push(...body.items.map((one) => one.card.id));
    cursor = body.nextCursor;
  }
  expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
});
