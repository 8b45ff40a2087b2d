import { readProposal, listRevisions } from '@parvis/shared/activities/proposals/contract.ts';
import { readCommentVersions, readDebate, withdrawComment } from '@parvis/shared/contracts/comments.ts';
import { appealDecision, decide } from '@parvis/shared/contracts/moderation.ts';
import { readMyContributions, type MyContribution, type MyPart } from '@parvis/shared/contracts/my-contributions.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation } from '../../../test/support/consultations.ts';
import { aComment, aSubject, someRules } from '../../../test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person } from '../../../test/support/people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const partOf = async (person: Person, part: MyPart): Promise<MyContribution[]> =>
  (await as(app, person).call(readMyContributions, { query: { part } })).body.items;

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
  await app.db.run(`INSERT INTO supports (municipality_id, contribution_id, participant_id, level, revision) VALUES ($1, $2, $3, 1, 1)`, [
    town.id,
    theirs,
    awa.participantId,
  ]);
  await as(app, claire).call(decide, {
    params: { contributionId: hidden },
    body: { act: 'hide', rule: { version: 1, number: 2 }, reason: 'Une insulte vise un voisin.', revision: 1 },
  });
  expect((await partOf(awa, 'drafts')).map((one) => [one.card.id, one.card.title])).toEqual([[draft, 'Un brouillon']]);
  expect((await partOf(awa, 'waiting')).map((one) => one.card.id)).toEqual([waiting]);
  expect((await partOf(awa, 'published')).map((one) => one.card.id)).toEqual([published]);
  expect((await partOf(awa, 'comments')).map((one) => one.card.id)).toEqual([hidden]);
  const [restricted] = await partOf(awa, 'restricted');
  expect(restricted).toMatchObject({
    card: { id: hidden, excerpt: 'Des mots retirés' },
    decision: { act: 'hide', reason: 'Une insulte vise un voisin.', decidedBy: '' },
    appeal: null,
    mayAppeal: true,
  });
  await as(app, awa).call(appealDecision, {
    params: { decisionId: restricted!.decision!.id },
    body: { text: 'Ce n’était pas une insulte.' },
  });
  expect((await partOf(awa, 'restricted'))[0]).toMatchObject({ appeal: { settledAt: null }, mayAppeal: false });
  const { body } = await as(app, awa).call(readMyContributions);
  expect(body.items.map((one) => one.card.id)).toEqual([hidden, published, waiting, draft]);
  expect(body.counts).toEqual({ all: 4, drafts: 1, waiting: 1, published: 1, restricted: 1, comments: 1, supports: 1 });
  expect((await partOf(awa, 'supports'))[0]).toMatchObject({
    card: { title: 'Un abri à vélos' },
    supportedAt: expect.any(String) as string,
    decision: null,
  });
  await as(app, claire).call(decide, {
    params: { contributionId: theirs },
    body: { act: 'hide', rule: { version: 1, number: 2 }, reason: 'Hors du sujet, vraiment.', revision: 1 },
  });
  expect((await partOf(awa, 'supports'))[0]!.card).toMatchObject({ title: '', excerpt: '' });
  expect((await partOf(marc, 'all')).map((one) => one.card.id)).toEqual([theirs]);
  expect((await as(app, visitor(town)).call(readMyContributions)).status).toBe(401);
});

test('on its own page Awa still reads what moderation took away, with rule, reason and the way out; nobody else reads a word, and no cache keeps it', async () => {
  const town = await aTown(app);
  const consultation = await aConsultation(app, town);
  const [awa, marc, claire] = [
    await aPerson(app, town, { name: 'Awa T.' }),
    await aPerson(app, town),
    await aPerson(app, town, { roles: ['moderator'] }),
  ];
  await someRules(app, town);
  const words = { title: 'Un titre retiré', text: 'Des mots retirés du public.' };
  const [hidden, toCorrect, refused] = [
    await aSubject(app, town, consultation, awa, words),
    await aSubject(app, town, consultation, awa, words),
    await aSubject(app, town, consultation, awa, { ...words, publication: 'pending' }),
  ];
  const numberOf = async (id: string): Promise<number> =>
    (await app.db.one<{ number: number }>('SELECT number FROM contributions WHERE municipality_id = $1 AND id = $2', [town.id, id]))!
      .number;
  const judge = (contributionId: string, act: 'hide' | 'ask-correction' | 'refuse') =>
    as(app, claire).call(decide, {
      params: { contributionId },
      body: { act, rule: { version: 1, number: 2 }, reason: 'Une insulte vise un voisin.', revision: 1 },
    });
  for (const [id, act, moderation] of [
    [hidden, 'hide', 'hidden'],
    [toCorrect, 'ask-correction', 'correction-asked'],
    [refused, 'refuse', 'hidden'],
  ] as const) {
    expect((await judge(id, act)).status).toBe(200);
    const number = await numberOf(id);
    const own = await as(app, awa).call(readProposal, { params: { number } });
    expect(own.body).toMatchObject({
      title: words.title,
      bodyHtml: `<p>${words.text}</p>`,
      slug: 'sans-titre',
      isMine: true,
      states: { moderation },
      restriction: {
        decision: { act, reason: 'Une insulte vise un voisin.', rule: { number: 2, title: 'Respecter les personnes' }, decidedBy: '' },
        appeal: null,
        mayAppeal: true,
      },
      acts: { edit: { allowed: act === 'ask-correction' } },
    });
    expect(own.headers.get('cache-control')).toBe('private, no-store');
    expect((await as(app, awa).call(listRevisions, { params: { number } })).body.items[0]).toMatchObject({
      title: words.title,
      text: words.text,
    });
    for (const other of [marc, visitor(town)]) {
      const seen = await as(app, other).call(readProposal, { params: { number } });
      expect(seen.status).toBe(act === 'refuse' ? 404 : 200);
      expect(JSON.stringify(seen.body ?? null)).not.toContain('retiré');
      if (seen.status === 200)
        expect(seen.body).toMatchObject({ restriction: null, hidden: { ruleNumber: 2, reason: 'Une insulte vise un voisin.' } });
    }
  }
});

test('in a debate Awa finds her removed and withdrawn comments with their reasons, Marc only their places', async () => {
  const town = await aTown(app);
  const consultation = await aConsultation(app, town);
  const [awa, marc, claire] = [await aPerson(app, town), await aPerson(app, town), await aPerson(app, town, { roles: ['moderator'] })];
  await someRules(app, town);
  const subject = await aSubject(app, town, consultation, marc);
  const [removed, withdrawn] = [
    await aComment(app, consultation, awa, subject, { text: 'Des mots retirés' }),
    await aComment(app, consultation, awa, subject, { text: 'Des mots repris' }),
  ];
  await as(app, claire).call(decide, {
    params: { contributionId: removed },
    body: { act: 'hide', rule: { version: 1, number: 2 }, reason: 'Une insulte vise un voisin.', revision: 1 },
  });
  await as(app, awa).call(withdrawComment, { params: { contributionId: withdrawn } });
  const params = { contributionId: subject };
  const { body } = await as(app, awa).call(readDebate, { params });
  expect(body.mine).toMatchObject([
    { id: withdrawn, text: 'Des mots repris', restriction: null },
    { id: removed, text: 'Des mots retirés', restriction: { decision: { act: 'hide', rule: { number: 2 } }, mayAppeal: true } },
  ]);
  expect((await as(app, awa).call(readCommentVersions, { params: { contributionId: removed } })).body.versions[0]!.text).toBe(
    'Des mots retirés',
  );
  for (const other of [marc, visitor(town)]) {
    expect(JSON.stringify((await as(app, other).call(readDebate, { params })).body)).not.toMatch(/Des mots/);
    expect((await as(app, other).call(readCommentVersions, { params: { contributionId: removed } })).body.versions[0]!.text).toBe('');
  }
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
