import { addModerationNote, claimContribution, readCase, releaseContribution } from '@parvis/shared/contracts/moderation.ts';
import { readFlagSubject } from '@parvis/shared/contracts/flags.ts';
import { aComment, aSubject } from '../../../test/support/debates.ts';
import { as, visitor } from '../../../test/support/people.ts';
import {
  moderationScene,
  app,
  town,
  consultation,
  leo,
  ines,
  claire,
  paul,
  subject,
  words,
  decideOn,
  flag,
  queueOf,
  stateOf,
} from '../../../test/support/moderation-scene.ts';

moderationScene();

describe('flagging', () => {
  test('Inès flags a comment once; a second flag of hers waits for the decision on the first', async () => {
    const comment = await aComment(app, consultation, leo, subject, { text: words });
    expect((await as(app, ines).call(readFlagSubject, { params: { contributionId: comment } })).body).toMatchObject({
      text: words,
      mayFlag: true,
    });
    expect((await flag(ines, comment)).status).toBe(204);
    expect((await flag(ines, comment, { ground: 'spam' })).problem.code).toBe('already-flagged');
    const told = async () => (await as(app, ines).call(readFlagSubject, { params: { contributionId: comment } })).body;
    expect(await told()).toMatchObject({ mayFlag: false, refusal: { code: 'already-flagged' } });
    expect((await decideOn(claire, comment, { act: 'keep', reason: 'Rien ne désigne une personne.' })).status).toBe(200);
    expect(await told()).toMatchObject({ mayFlag: true, refusal: null });
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
