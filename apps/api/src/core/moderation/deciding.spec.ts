import { editComment, readDebate } from '@parvis/shared/contracts/comments.ts';
import { claimContribution, decide, readCase, readQueue } from '@parvis/shared/contracts/moderation.ts';
import { readRegister } from '@parvis/shared/contracts/moderation-register.ts';
import { readFlagSubject } from '@parvis/shared/contracts/flags.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { aComment, aSubject, someRules } from '../../../test/support/debates.ts';
import { aPerson, aTown, as, visitor } from '../../../test/support/people.ts';
import { PublicDatabase } from '../../platform/database/index.ts';
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
  queueOf,
  stateOf,
} from '../../../test/support/moderation-scene.ts';

moderationScene();

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
