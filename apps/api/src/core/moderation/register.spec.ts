import { publishModerationRules } from '@parvis/shared/contracts/legal.ts';
import { readDebate } from '@parvis/shared/contracts/comments.ts';
import { addModerationNote, decide, readStatement } from '@parvis/shared/contracts/moderation.ts';
import { readRegister } from '@parvis/shared/contracts/moderation-register.ts';
import { flagContribution } from '@parvis/shared/contracts/flags.ts';
import { sightOf, type Visible } from '@parvis/shared/rules/visibility.ts';
import {
  consultationStates,
  consultationVisibilities,
  moderationStates,
  publicationStates,
  type DecisionAct,
} from '@parvis/shared/rules/words.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, type TestConsultation } from '../../../test/support/consultations.ts';
import { aComment, aSubject, someRules } from '../../../test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { InsiderDatabase, PublicDatabase } from '../../platform/database/index.ts';
import { ModerationRetention } from './retention.job.ts';

let app: TestApp;
let town: TestTown;
let consultation: TestConsultation;
let leo: Person;
let ines: Person;
let subject: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.db.run('DELETE FROM rate_limits');
  town = await aTown(app);
  consultation = await aConsultation(app, town);
  [leo, ines] = [await aPerson(app, town, { name: 'Léo P.' }), await aPerson(app, town, { name: 'Inès B.' })];
  subject = await aSubject(app, town, consultation, ines);
  await someRules(app, town);
});

test('the public register counts decisions by act and rule, with delays, and lists each with its reason', async () => {
  const ids = [
    await aComment(app, consultation, leo, subject, { text: 'Un' }),
    await aComment(app, consultation, leo, subject, { text: 'Deux' }),
    await aSubject(app, town, consultation, leo, { publication: 'pending', text: 'Trois' }),
  ];
  const claire = await aPerson(app, town, { roles: ['moderator'] });
  const decideOn = (contributionId: string, act: DecisionAct, number: number) =>
    as(app, claire).call(decide, {
      params: { contributionId },
      body: { act, rule: { version: 1, number }, reason: 'Une raison écrite.', revision: 1 },
    });
  await as(app, ines).call(flagContribution, { params: { contributionId: ids[0]! }, body: { ground: 'personal-data' } });
  await app.db.run(`UPDATE flags SET created_at = created_at - interval '5 hours' WHERE municipality_id = $1`, [town.id]);
  await decideOn(ids[0]!, 'hide', 4);
  await decideOn(ids[1]!, 'lock', 1);
  await decideOn(ids[2]!, 'refuse', 4);
  const { body } = await as(app, visitor(town)).call(readRegister);
  expect(body.figures).toMatchObject({
    decisions: 3,
    byRule: [
      { number: 4, count: 2 },
      { number: 1, count: 1 },
    ],
    timed: 2,
    within24Hours: 2,
    appeals: { settled: 0, overturned: 0 },
  });
  expect(body.figures.medianHours).toBeCloseTo(2.5, 0);
  expect(body.items.map((entry) => entry.act)).toEqual(['lock', 'hide']); // what was refused before publication has no public place
  expect((await as(app, visitor(town)).call(readRegister, { query: { act: 'lock' } })).body.items).toHaveLength(1);
});

test('register, statement of reasons and debate cite the rule in their reader’s language', async () => {
  const [claire, helene] = [await aPerson(app, town, { roles: ['moderator'] }), await aPerson(app, town, { roles: ['administrator'] })];
  const rule = {
    title: 'Respecter les personnes',
    body: 'Pas d’insulte.',
    translations: [{ language: 'en' as const, title: 'Respect people', body: 'No insults.' }],
  };
  const { version } = (await as(app, helene).call(publishModerationRules, { body: { rules: [rule] } })).body;
  const contributionId = await aComment(app, consultation, leo, subject);
  await as(app, claire).call(decide, {
    params: { contributionId },
    body: { act: 'hide', rule: { version, number: 1 }, reason: 'Une raison écrite.', revision: 1 },
  });
  for (const [language, title] of [
    ['fr', 'Respecter les personnes'],
    ['en', 'Respect people'],
  ] as const) {
    const headers = { 'accept-language': language };
    const register = (await as(app, visitor(town)).call(readRegister, { headers })).body;
    expect([register.items[0]!.rule.title, register.figures.byRule[0]!.title]).toEqual([title, title]);
    const debate = (await as(app, leo).call(readDebate, { params: { contributionId: subject }, headers })).body;
    expect([debate.for.items[0]!.place!.ruleTitle, debate.mine[0]!.restriction!.decision.rule.title]).toEqual([title, title]);
    const decisionId = register.items[0]!.id;
    expect((await as(app, leo).call(readStatement, { params: { decisionId }, headers })).body.decision.rule).toMatchObject({
      title,
      body: language === 'en' ? 'No insults.' : 'Pas d’insulte.',
    });
  }
});

test('the rule of what is seen by whom and the SQL views say the same over every state', async () => {
  const seen = async (reader: 'public' | 'insider', id: string) => {
    const db = app.app.get<PublicDatabase>(reader === 'public' ? PublicDatabase : InsiderDatabase);
    const row = await db.one<{ is_place_only: boolean }>(
      'SELECT is_place_only FROM visible_contributions WHERE municipality_id = $1 AND id = $2',
      [town.id, id],
    );
    return row === null ? 'nothing' : row.is_place_only ? 'place' : 'text';
  };
  const comment = await aComment(app, consultation, leo, subject, { text: 'Un avis' });
  for (const consultationState of consultationStates)
    for (const consultationVisibility of consultationVisibilities) {
      await app.db.run('UPDATE consultations SET state = $2, visibility = $3 WHERE municipality_id = $1', [
        town.id,
        consultationState,
        consultationVisibility,
      ]);
      for (const kind of ['proposal', 'comment'])
        for (const publication of publicationStates)
          for (const moderation of moderationStates)
            for (const wasPublished of [true, false]) {
              if (publication === 'published' && !wasPublished) continue;
              const id = kind === 'proposal' ? subject : comment;
              await app.db.run(
                'UPDATE contributions SET publication = $3, moderation = $4, published_at = CASE WHEN $5 THEN statement_timestamp() END WHERE municipality_id = $1 AND id = $2',
                [town.id, id, publication, moderation, wasPublished],
              );
              const state: Visible = { kind, publication, moderation, wasPublished, consultationState, consultationVisibility };
              expect({ ...state, seen: await seen('public', id) }).toEqual({ ...state, seen: sightOf(state, 'public') });
              const invited = { ...state, consultationState: 'published', consultationVisibility: 'invited' } as const;
              expect({ ...state, seen: await seen('insider', id) }).toEqual({ ...state, seen: sightOf(invited, 'invited') });
            }
    }
});

test('after a year the words of flags and the notes of moderators are gone; decisions stay', async () => {
  const comment = await aComment(app, consultation, leo, subject, { text: 'Un avis' });
  await as(app, ines).call(flagContribution, {
    params: { contributionId: comment },
    body: { ground: 'personal-data', text: 'nomme un voisin' },
  });
  const claire = await aPerson(app, town, { roles: ['moderator'] });
  await as(app, claire).call(addModerationNote, { params: { contributionId: comment }, body: { text: 'À voir.' } });
  await as(app, claire).call(decide, {
    params: { contributionId: comment },
    body: { act: 'hide', rule: { version: 1, number: 4 }, reason: 'Une raison écrite.', revision: 1 },
  });
  const left = async () =>
    app.db.one(
      `
    SELECT (SELECT string_agg(body, '') FROM flags WHERE municipality_id = $1) AS words, (SELECT count(*)::int FROM moderation_notes WHERE municipality_id = $1) AS notes,
      (SELECT count(*)::int FROM decisions WHERE municipality_id = $1) AS decisions`,
      [town.id],
    );
  await app.app.get(ModerationRetention).run();
  expect(await left()).toEqual({ words: 'nomme un voisin', notes: 1, decisions: 1 });
  for (const [table, column] of [
    ['decisions', 'decided_at'],
    ['moderation_notes', 'created_at'],
  ])
    await app.db.run(`UPDATE ${table} SET ${column} = ${column} - interval '13 months' WHERE municipality_id = $1`, [town.id]);
  await app.app.get(ModerationRetention).run();
  expect(await left()).toEqual({ words: '', notes: 0, decisions: 1 });
});
