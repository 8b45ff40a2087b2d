import { readDebate } from '@parvis/shared/contracts/comments.ts';
import { appealDecision, readCase, readStatement, settleAppeal } from '@parvis/shared/contracts/moderation.ts';
import { readRegister } from '@parvis/shared/contracts/moderation-register.ts';
import { aComment } from '../../../test/support/debates.ts';
import { as, visitor, type Person } from '../../../test/support/people.ts';
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
  reason,
  decideOn,
  flag,
  queueOf,
  stateOf,
} from '../../../test/support/moderation-scene.ts';

moderationScene();

const decisionOf = async (id: string): Promise<string> =>
  (await app.db.one<{ id: string }>(
    'SELECT id FROM decisions WHERE municipality_id = $1 AND contribution_id = $2 ORDER BY id DESC LIMIT 1',
    [town.id, id],
  ))!.id;

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
