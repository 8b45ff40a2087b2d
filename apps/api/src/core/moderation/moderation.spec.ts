import { editComment, readDebate } from '@parvis/shared/contracts/comments.ts';
import {
  addModerationNote,
  appealDecision,
  claimContribution,
  decide,
  flagContribution,
  readCase,
  readFlagSubject,
  readQueue,
  readRegister,
  readStatement,
  releaseContribution,
  settleAppeal,
} from '@parvis/shared/contracts/moderation.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, type TestConsultation } from '../../../test/support/consultations.ts';
import { aComment, aSubject, someRules } from '../../../test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { PublicDatabase } from '../../platform/database/index.ts';

let app: TestApp;
let town: TestTown;
let consultation: TestConsultation;
let leo: Person;
let ines: Person;
let claire: Person;
let paul: Person;
let subject: string;
const words = 'Mon voisin du 14 rue Haute, M. Jean Barrois, coupe les arbres.';
const reason = 'Votre texte nomme une personne privée et son adresse.';

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.db.run('DELETE FROM rate_limits');
  town = await aTown(app);
  consultation = await aConsultation(app, town);
  [leo, ines] = [await aPerson(app, town, { name: 'Léo P.' }), await aPerson(app, town, { name: 'Inès B.' })];
  [claire, paul] = [
    await aPerson(app, town, { name: 'Claire V.', roles: ['moderator'] }),
    await aPerson(app, town, { name: 'Paul M.', roles: ['moderator'] }),
  ];
  subject = await aSubject(app, town, consultation, ines);
  await someRules(app, town);
});

type DecideBody = Partial<RequestOf<typeof decide>>;
const decideOn = (person: Person, contributionId: string, body: DecideBody = {}) =>
  as(app, person).call(decide, {
    params: { contributionId },
    body: { act: 'hide', rule: { version: 1, number: 4 }, reason, revision: 1, ...body },
  });
const flag = (
  person: Parameters<typeof as>[1],
  contributionId: string,
  body: RequestOf<typeof flagContribution> = { ground: 'personal-data' },
) => as(app, person).call(flagContribution, { params: { contributionId }, body });
const queueOf = async (person: Person, query = {}) => (await as(app, person).call(readQueue, { query })).body;
const stateOf = async (id: string) =>
  app.db.one<{ publication: string; moderation: string }>(
    'SELECT publication, moderation FROM contributions WHERE municipality_id = $1 AND id = $2',
    [town.id, id],
  );
const decisionOf = async (id: string): Promise<string> =>
  (await app.db.one<{ id: string }>(
    'SELECT id FROM decisions WHERE municipality_id = $1 AND contribution_id = $2 ORDER BY id DESC LIMIT 1',
    [town.id, id],
  ))!.id;

describe('flagging', () => {
  test('Inès flags a comment once; a second flag of hers waits for the decision on the first', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    expect((await as(app, ines).call(readFlagSubject, { params: { contributionId: comment } })).body).toMatchObject({
      text: words,
      mayFlag: true,
    });
    expect((await flag(ines, comment)).status).toBe(204);
    expect((await flag(ines, comment, { ground: 'spam' })).problem.code).toBe('already-flagged');
    expect((await decideOn(claire, comment, { act: 'keep', reason: 'Rien ne désigne une personne.' })).status).toBe(200);
    expect((await flag(ines, comment, { ground: 'insult-hate' })).status).toBe(204);
    expect((await flag(leo, comment)).problem.code).toBe('own-contribution');
  });

  test('somebody without an account gives a name and an address, to which the receipt goes; nobody can flag what nobody sees', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    const bare = await flag(visitor(town), comment);
    expect([bare.status, bare.problem.errors?.map((one) => one.pointer)]).toEqual([422, ['#/name', '#/email']]);
    expect(
      (await flag(visitor(town), comment, { ground: 'illegal', name: 'Sam', email: 'pas une adresse' })).problem.errors?.map((one) => [
        one.pointer,
        one.code,
      ]),
    ).toEqual([
      ['#/email', 'not-an-email'],
      ['#/text', 'required'],
    ]);
    const empty = await flag(visitor(town), comment, { ground: '' as 'other', text: '', name: '', email: '' });
    expect(empty.problem.errors?.map((one) => [one.pointer, one.code])).toEqual([
      ['#/ground', 'not-one-of'],
      ['#/name', 'required'],
      ['#/email', 'not-an-email'],
    ]);
    const silent = await flag(visitor(town), comment, { ground: 'other', text: ' ', name: '', email: '' });
    expect(silent.problem.errors?.map((one) => one.pointer)).toEqual(['#/name', '#/email', '#/text']);
    expect(
      (await flag(visitor(town), comment, { ground: 'illegal', text: 'Atteinte à la vie privée', name: 'Sam', email: 'sam@exemple.fr' }))
        .status,
    ).toBe(204);
    expect((await flag(visitor(town), comment, { ground: 'spam', name: 'Sam', email: 'Sam@exemple.fr' })).problem.code).toBe(
      'already-flagged',
    );
    expect(
      await app.db.rows(
        `SELECT p.source, p.level, c.email FROM flags f JOIN participants p ON p.municipality_id = f.municipality_id AND p.id = f.participant_id
      JOIN contact_points c ON c.municipality_id = p.municipality_id AND c.participant_id = p.id WHERE f.municipality_id = $1`,
        [town.id],
      ),
    ).toEqual([{ source: 'mail', level: 0, email: 'sam@exemple.fr' }]);
    const draft = await aSubject(app, town, consultation, leo, { publication: 'draft' });
    expect((await flag(visitor(town), draft, { ground: 'spam', name: 'Sam', email: 'sam@exemple.fr' })).status).toBe(404);
  });
});

test('ten flags of Inès at once leave one, and two moderators at once leave one decision', async () => {
  const comment = await aComment(app, consultation, leo, subject, { text: words });
  const flags = await Promise.all(Array.from({ length: 10 }, () => flag(ines, comment)));
  expect(flags.map((answer) => answer.status).sort()).toEqual([204, ...Array<number>(9).fill(409)]);
  const decisions = await Promise.all([decideOn(claire, comment), decideOn(paul, comment)]);
  expect(decisions.map((answer) => answer.problem?.code ?? 'decided').sort()).toEqual(['decided', 'decision-not-possible']);
});

describe('the queue', () => {
  test('flags, waiting texts, corrections and appeals of every kind stand in one queue, oldest first, with their filters', async () => {
    const flagged = await aComment(app, consultation, leo, subject, { text: words });
    await flag(ines, flagged);
    await flag(paul, flagged, { ground: 'insult-hate' });
    await flag(leo, subject, { ground: 'off-topic' });
    const waiting = await aSubject(app, town, consultation, leo, { publication: 'pending', text: 'À relire avant publication.' });
    const queue = await queueOf(claire);
    expect(queue.items.map((line) => [line.reason, line.card.id, line.flags, line.card.kind])).toEqual([
      ['flagged', flagged, 2, 'comment'],
      ['flagged', subject, 1, 'proposal'],
      ['pending', waiting, 0, 'proposal'],
    ]);
    expect(queue.counts).toEqual({ flagged: 2, pending: 1, corrected: 0, appeal: 0, opinion: 0 });
    expect((await queueOf(claire, { ground: 'insult-hate' })).items.map((line) => line.card.id)).toEqual([flagged]);
    expect((await queueOf(claire, { kind: 'proposal', reason: 'flagged' })).items.map((line) => line.card.id)).toEqual([subject]);
    expect((await queueOf(claire, { olderThanHours: 1 })).items).toEqual([]);
    expect((await queueOf(claire, { consultation: consultation.id })).items).toHaveLength(3);
  });

  test('six comments with the same advertising are one line and fall by one decision', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      ids.push(await aComment(app, consultation, leo, subject, { text: at % 2 ? 'Achetez  MES arbres !' : 'achetez mes arbres !' }));
      await flag(ines, ids[at]!, { ground: 'spam' });
    }
    const mine = await aComment(app, consultation, claire, subject, { text: 'Achetez mes arbres !' });
    await flag(ines, mine, { ground: 'spam' });
    const [line, ...others] = (await queueOf(claire)).items;
    expect([line!.similar, others]).toEqual([7, []]);
    const { body } = await as(app, claire).call(readCase, { params: { contributionId: ids[0]! } });
    expect(body.similar.map((one) => one.id).sort()).toEqual([...ids.slice(1), mine].sort());
    const stranger = await aComment(app, consultation, leo, subject, { text: 'Un tout autre avis.' });
    const answer = await decideOn(claire, ids[0]!, {
      rule: { version: 1, number: 3 },
      reason: 'Publicité répétée.',
      also: [...ids.slice(1), mine, stranger],
    });
    expect(answer.body).toEqual({ decided: ids, passedOver: 2 });
    expect((await stateOf(stranger))!.moderation).toBe('none');
    expect((await queueOf(claire)).items.map((one) => [one.card.id, one.isForMe])).toEqual([[mine, false]]);
  });

  test('a claim keeps a content for Claire for a quarter of an hour; Paul may take it over', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    await flag(ines, comment);
    const params = { contributionId: comment };
    expect((await as(app, claire).call(claimContribution, { params, body: {} })).body).toMatchObject({ by: 'Claire V.', isMine: true });
    expect((await as(app, paul).call(claimContribution, { params, body: {} })).problem).toMatchObject({
      status: 409,
      code: 'claimed-by-another',
      detail: expect.stringContaining('Claire V.') as string,
    });
    expect((await queueOf(paul)).items[0]!.claim).toMatchObject({ by: 'Claire V.', isMine: false });
    expect((await decideOn(paul, comment)).problem.code).toBe('claimed-by-another');
    await app.db.run(`UPDATE moderation_claims SET until = statement_timestamp() WHERE municipality_id = $1`, [town.id]);
    expect((await as(app, paul).call(claimContribution, { params, body: {} })).status).toBe(200);
    expect((await as(app, claire).call(claimContribution, { params, body: { takeOver: true } })).status).toBe(200);
    expect((await as(app, claire).call(releaseContribution, { params })).status).toBe(204);
    expect((await queueOf(paul)).items[0]!.claim).toBeNull();
  });

  test('Claire asks for a second opinion, and Paul’s note answers her', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    const params = { contributionId: comment };
    await as(app, claire).call(addModerationNote, { params, body: { text: 'Le nom est-il public ?', asksOpinion: true } });
    expect((await queueOf(paul, { reason: 'opinion' })).items.map((line) => line.card.id)).toEqual([comment]);
    await as(app, paul).call(addModerationNote, { params, body: { text: 'Non, c’est un particulier.' } });
    expect((await queueOf(paul)).items).toEqual([]);
    expect((await as(app, claire).call(readCase, { params })).body.notes.map((note) => [note.author, note.isOpen])).toEqual([
      ['Claire V.', false],
      ['Paul M.', false],
    ]);
  });

  test('the case shows the text in its place: subject, thread, flags, what its author did before', async () => {
    const earlier = await aComment(app, consultation, leo, subject, { text: 'Un premier avis.' });
    await decideOn(claire, earlier, { reason: 'Hors du sujet de la consultation.', rule: { version: 1, number: 1 } });
    const parent = await aComment(app, consultation, ines, subject, { text: 'Qui coupe les arbres ?' });
    const comment = await aComment(app, consultation, leo, subject, { text: words, parentId: parent });
    await flag(ines, comment, { ground: 'personal-data', text: 'nomme un voisin' });
    const { body } = await as(app, claire).call(readCase, { params: { contributionId: comment } });
    expect(body).toMatchObject({
      text: words,
      reasons: ['flagged'],
      flags: [{ ground: 'personal-data', text: 'nomme un voisin', hasAccount: true, isOpen: true }],
      possible: ['keep', 'hide', 'ask-correction', 'lock'],
    });
    expect(body.around.map((one) => [one.role, one.author])).toEqual([
      ['subject', 'Inès B.'],
      ['parent', 'Inès B.'],
    ]);
    expect(body.author).toMatchObject({
      contributions: 2,
      removed: 1,
      latest: [{ id: earlier }],
      decisions: [{ act: 'hide', ruleTitle: 'Rester dans le sujet' }],
    });
    expect(body.rules).toMatchObject({ version: 1, rules: [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }] });
  });
});

describe('deciding', () => {
  test('without a rule in force or a written reason nothing is decided', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    const pointers = async (body: object) => {
      const answer = await as(app, claire).call(decide, { params: { contributionId: comment }, body: body as RequestOf<typeof decide> });
      return [answer.status, answer.problem.errors?.map((one) => one.pointer)];
    };
    const whole = { act: 'hide', rule: { version: 1, number: 4 }, reason, revision: 1 };
    expect(await pointers({ ...whole, rule: undefined })).toEqual([422, ['#/rule']]);
    expect(await pointers({ ...whole, reason: undefined })).toEqual([422, ['#/reason']]);
    expect(await pointers({ ...whole, reason: '   ' })).toEqual([422, ['#/reason']]);
    expect(await pointers({ ...whole, rule: { version: 1, number: 9 } })).toEqual([422, ['#/rule/number']]);
    expect(await pointers({ ...whole, act: 'delete' })).toEqual([422, ['#/act']]);
    await someRules(app, town, ['Une seule règle']);
    expect((await decideOn(claire, comment)).problem.code).toBe('rules-changed');
    expect(await stateOf(comment)).toEqual({ publication: 'published', moderation: 'none' });
  });

  test('each decision leads to its states, is kept in public history without a name, and impossible ones are refused', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    for (const [act, moderation] of [
      ['keep', 'none'],
      ['lock', 'locked'],
      ['unlock', 'none'],
      ['hide', 'hidden'],
      ['restore', 'none'],
      ['ask-correction', 'correction-asked'],
      ['hide', 'hidden'],
    ] as const) {
      expect((await decideOn(claire, comment, { act })).status).toBe(200);
      expect((await stateOf(comment))!.moderation).toBe(moderation);
    }
    for (const act of ['hide', 'lock', 'unlock', 'keep', 'publish', 'refuse'] as const)
      expect((await decideOn(claire, comment, { act })).problem.code).toBe('decision-not-possible');
    const waiting = await aSubject(app, town, consultation, leo, { publication: 'pending' });
    expect((await decideOn(claire, waiting, { act: 'refuse' })).status).toBe(200);
    expect(await stateOf(waiting)).toEqual({ publication: 'pending', moderation: 'hidden' });
    expect((await decideOn(claire, waiting, { act: 'publish' })).status).toBe(200);
    expect(await stateOf(waiting)).toEqual({ publication: 'published', moderation: 'none' });
    const history = await app.db.rows<{ act: string; role: string; participant_id: string | null; reason: string }>(
      `SELECT act, role, participant_id, reason FROM history WHERE municipality_id = $1 AND contribution_id = $2 AND role = 'moderator' ORDER BY id`,
      [town.id, comment],
    );
    expect(history.map((one) => one.act)).toEqual(['keep', 'lock', 'unlock', 'hide', 'restore', 'ask-correction', 'hide']);
    expect(history.every((one) => one.participant_id === null && one.reason === reason)).toBe(true);
    expect(
      await app.db.one(`SELECT count(*)::int AS n FROM outbox WHERE municipality_id = $1 AND topic = 'decision.made'`, [town.id]),
    ).toEqual({ n: 9 });
  });

  test('a hidden comment leaves its place with rule and reason, and no trace of its words or author in anything public', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    await decideOn(claire, comment);
    const debate = await as(app, visitor(town)).call(readDebate, { params: { contributionId: subject } });
    expect(debate.body.for.items[0]).toMatchObject({
      isPlaceOnly: true,
      text: '',
      author: { name: '' },
      place: { ruleNumber: 4, ruleTitle: 'Données personnelles d’un tiers', reason },
    });
    expect(debate.body.counts.total).toBe(0);
    const register = await as(app, visitor(town)).call(readRegister);
    expect(register.body.items[0]).toMatchObject({
      act: 'hide',
      rule: { number: 4 },
      reason,
      path: expect.stringContaining(`#c-${comment}`) as string,
    });
    for (const text of [debate.text, register.text]) expect(text).not.toMatch(/Barrois|Léo/);
    const views = app.app.get(PublicDatabase);
    for (const view of [
      'visible_comments',
      'visible_revisions',
      'visible_history',
      'visible_decisions',
      'visible_tallies',
      'visible_contributions',
    ]) {
      const rows = await views.rows(`SELECT t::text AS whole FROM ${view} t WHERE municipality_id = $1`, [town.id]);
      expect(JSON.stringify(rows)).not.toContain('Barrois');
    }
    expect((await as(app, visitor(town)).call(readFlagSubject, { params: { contributionId: comment } })).text).not.toContain('Barrois');
    expect((await as(app, leo).call(readDebate, { params: { contributionId: subject } })).body.mine[0]!.text).toBe(words);
  });

  test('nobody moderates an own text, without the role, or in another town; a text that changed is read again first', async () => {
    const own = await aComment(app, consultation, claire, subject, { text: 'Un avis de la modératrice.' });
    expect((await decideOn(claire, own)).problem.code).toBe('own-contribution');
    expect((await decideOn(paul, own)).status).toBe(200);
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    expect((await decideOn(ines, comment)).problem.code).toBe('role-required');
    const elsewhere = await aTown(app);
    const stranger = await aPerson(app, elsewhere, { roles: ['moderator'] });
    for (const [record, body] of [
      [readCase, undefined],
      [decide, { act: 'hide', rule: { version: 1, number: 4 }, reason, revision: 1 }],
      [claimContribution, {}],
    ] as const) {
      expect(
        (
          await as(app, stranger).call(record as typeof decide, {
            params: { contributionId: comment },
            body: body as RequestOf<typeof decide>,
          })
        ).status,
      ).toBe(404);
    }
    expect((await as(app, stranger).call(readQueue)).body.items).toEqual([]);
    await as(app, leo).call(editComment, { params: { contributionId: comment }, body: { text: 'Je corrige moi-même.', revision: 1 } });
    expect((await decideOn(claire, comment)).problem.code).toBe('changed-meanwhile');
  });

  test('Léo corrects what Claire asked him to, the text comes back into the queue and is published again', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    await decideOn(claire, comment, { act: 'ask-correction' });
    expect((await queueOf(claire)).items).toEqual([]);
    await app.db.run(`UPDATE contributions SET published_at = published_at - interval '2 days' WHERE municipality_id = $1 AND id = $2`, [
      town.id,
      comment,
    ]);
    const edited = await as(app, leo).call(editComment, {
      params: { contributionId: comment },
      body: { text: 'Un voisin coupe les arbres.', revision: 1 },
    });
    expect(edited.body).toMatchObject({ moderation: 'correction-asked', revision: 2 });
    expect((await queueOf(claire)).items.map((line) => line.reason)).toEqual(['corrected']);
    expect((await as(app, claire).call(readCase, { params: { contributionId: comment } })).body).toMatchObject({
      text: 'Un voisin coupe les arbres.',
      previousText: words,
      possible: ['hide', 'restore', 'ask-correction'],
    });
    await decideOn(claire, comment, { act: 'restore', reason: 'La correction convient, merci.', revision: 2 });
    expect((await as(app, visitor(town)).call(readDebate, { params: { contributionId: subject } })).body.for.items[0]).toMatchObject({
      text: 'Un voisin coupe les arbres.',
      isPlaceOnly: false,
    });
  });
});

describe('appealing', () => {
  const text = 'Ce nom est celui d’un élu, il est public.';
  const appealOf = async (comment: string) =>
    as(app, leo).call(appealDecision, { params: { decisionId: await decisionOf(comment) }, body: { text } });
  const settle = (
    person: Person,
    appealId: string,
    outcome: 'upheld' | 'overturned',
    because = 'Après relecture, la décision est revue.',
  ) => as(app, person).call(settleAppeal, { params: { appealId }, body: { outcome, rule: { version: 1, number: 4 }, reason: because } });
  const appealIn = async (person: Person, comment: string) =>
    (await as(app, person).call(readCase, { params: { contributionId: comment } })).body.appeal!;

  test('Léo appeals once; Claire, who decided, may not settle it; Paul gives him right and the comment is back', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    await decideOn(claire, comment);
    const statement = await as(app, leo).call(readStatement, { params: { decisionId: await decisionOf(comment) } });
    expect(statement.body).toMatchObject({
      decision: { act: 'hide', reason, rule: { number: 4 }, decidedBy: '' },
      text: words,
      followedFlags: false,
      mayAppeal: true,
    });
    expect((await as(app, ines).call(readStatement, { params: { decisionId: await decisionOf(comment) } })).status).toBe(404);
    expect((await appealOf(comment)).body).toMatchObject({ mayAppeal: false, appeal: { text, outcome: null } });
    expect((await appealOf(comment)).problem.code).toBe('already-appealed');
    expect((await queueOf(claire)).items.map((line) => [line.reason, line.isForMe])).toEqual([['appeal', false]]);
    expect((await queueOf(paul)).items.map((line) => [line.reason, line.isForMe])).toEqual([['appeal', true]]);
    const { id, isForMe } = await appealIn(claire, comment);
    expect(isForMe).toBe(false);
    expect((await settle(claire, id, 'upheld')).problem.code).toBe('another-moderator');
    expect((await settle(paul, id, 'overturned')).status).toBe(200);
    expect(await stateOf(comment)).toEqual({ publication: 'published', moderation: 'none' });
    expect((await settle(paul, id, 'overturned')).problem.code).toBe('appeal-settled');
    expect((await as(app, visitor(town)).call(readRegister)).body.figures.appeals).toEqual({ settled: 1, overturned: 1 });
  });

  test('an upheld decision stays, is told with its new reason, and takes no second appeal', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    await flag(ines, comment);
    await decideOn(claire, comment);
    await appealOf(comment);
    await settle(paul, (await appealIn(paul, comment)).id, 'upheld', 'La personne nommée n’est pas élue.');
    expect((await stateOf(comment))!.moderation).toBe('hidden');
    expect((await as(app, visitor(town)).call(readDebate, { params: { contributionId: subject } })).body.for.items[0]!.place!.reason).toBe(
      'La personne nommée n’est pas élue.',
    );
    expect((await appealOf(comment)).problem.code).toBe('not-appealable');
    const [, first] = await app.db.rows<{ id: string }>(
      'SELECT id FROM decisions WHERE municipality_id = $1 AND contribution_id = $2 ORDER BY id DESC',
      [town.id, comment],
    );
    expect((await as(app, leo).call(readStatement, { params: { decisionId: first!.id } })).body).toMatchObject({
      followedFlags: true,
      appeal: { outcome: { act: 'hide', isAppeal: true } },
    });
  });

  test('after six months, or against a decision that takes nothing, there is no appeal', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    await decideOn(claire, comment, { act: 'keep' });
    expect((await appealOf(comment)).problem.code).toBe('not-appealable');
    await decideOn(claire, comment);
    await app.db.run(`UPDATE decisions SET decided_at = decided_at - interval '184 days' WHERE municipality_id = $1`, [town.id]);
    expect((await appealOf(comment)).problem.code).toBe('appeal-too-late');
  });

  test('the database itself keeps an appeal from the moderator who decided', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    await decideOn(claire, comment);
    await appealOf(comment);
    const appeal = await appealIn(paul, comment);
    const insert = (contestedBy: string | null) =>
      app.db.run(
        `
      INSERT INTO decisions (municipality_id, id, contribution_id, revision, act, rule_version, rule_number, reason, decided_by, appeal_id, contested_by)
      VALUES ($1, gen_random_uuid(), $2, 1, 'hide', 1, 4, 'Je me donne raison.', $3, $4, $5)`,
        [town.id, comment, claire.participantId, appeal.id, contestedBy],
      );
    await expect(insert(claire.participantId)).rejects.toThrow(/decisions_by_another/);
    await expect(insert(paul.participantId)).rejects.toThrow(/decisions_appeal_by/);
    await expect(insert(null)).rejects.toThrow(/decisions_contested_whole/);
  });
});
