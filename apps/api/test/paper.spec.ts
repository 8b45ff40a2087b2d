import {
  describePaperBatch,
  enterPaperComment,
  listPaperBatches,
  listPaperConsultations,
  openPaperBatch,
  readPaperDesk,
} from '@parvis/shared/contracts/paper.ts';
import { readDebate } from '@parvis/shared/contracts/comments.ts';
import { decide, readCase } from '@parvis/shared/contracts/moderation.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { newId } from '../src/platform/ids/index.ts';
import { aConsultation, closeOpening, postponeOpening } from './support/consultations.ts';
import { someRules } from './support/debates.ts';
import { aPerson, as, visitor } from './support/people.ts';
import { aProposal } from './support/proposals.ts';
import { paperScene, app, town, agent, consultation, today, aBatch, enterProposal, enterSupports, seen } from './support/paper-scene.ts';

paperScene();

const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(Date.now() + days * 86_400_000));

test('a sheet that Nadia types becomes a proposal of Marcelle, marked as paper, with the agent and the batch kept', async () => {
  const batch = await aBatch();
  expect(batch).toMatchObject({ number: 1, label: 'Urne de la mairie', receivedOn: today(), enteredBy: 'Nadia K.', scan: null });
  const entered = await enterProposal(batch.id);
  expect(entered.status).toBe(200);
  const shown = await seen(entered.body.number!);
  expect(shown).toMatchObject({
    title: 'Un banc devant la pharmacie',
    bodyHtml: '<p>Pour s’asseoir</p><p>en attendant le bus.</p>',
    author: { name: 'Marcelle Petit', source: 'paper' },
    enteredOnPaper: true,
  });
  const [row] = await app.db.rows(
    'SELECT channel, entered_by, paper_batch_id FROM contributions WHERE municipality_id = $1 AND number = $2',
    [town.id, entered.body.number],
  );
  expect(row).toEqual({ channel: 'paper', entered_by: agent.participantId, paper_batch_id: batch.id });
});

test('all that is wrong with a typed sheet is told at once: what no sheet may be, and what the activity asks', async () => {
  const batch = await aBatch();
  const wrong = { '#/name': 'required', '#/title': 'required', '#/text': 'too-long', '#/categoryId': 'required' };
  const refused = await enterProposal(batch.id, { name: '', title: '', text: 'a'.repeat(4_001), categoryId: null });
  expect(refused.status).toBe(422);
  expect(Object.fromEntries(refused.problem.errors!.map((one) => [one.pointer, one.code]))).toEqual(wrong);
  const nowhere = await enterProposal(newId(), { title: '', categoryId: null });
  expect(nowhere.problem.errors).toMatchObject([{ pointer: '#/title', code: 'required' }]);
});

test('supports on paper count in their own column, once for each person and proposal', async () => {
  const ines = await aPerson(app, town);
  const [trees, bench] = [
    await aProposal(app, town, consultation, ines),
    await aProposal(app, town, consultation, ines, { title: 'Des bancs' }),
  ];
  const batch = await aBatch();
  const answer = await enterSupports(batch.id, [
    { name: 'Marcelle Petit', number: trees.number },
    { name: 'marcelle  PETIT', number: trees.number },
    { name: 'Marcelle Petit', number: bench.number },
    { name: 'Marcelle Petit', number: trees.number, isAnother: true },
    { name: 'Ali', number: 99_999 },
  ]);
  expect(answer.body.outcomes.map((one) => one.outcome)).toEqual(['made', 'was-there', 'made', 'made', 'not-found']);
  expect((await enterSupports(batch.id, [{ name: 'MARCELLE PETIT', number: trees.number }])).body.outcomes[0]!.outcome).toBe('was-there');
  const shown = await seen(trees.number, 2);
  expect(shown.supports).toBe(2);
  expect(shown.people).toMatchObject({ paper: 2, email: 0 });
  expect((await seen(bench.number, 1)).supports).toBe(1);
  const desk = await as(app, agent).call(readPaperDesk, { params: { batchId: batch.id } });
  expect(desk.body.batch).toMatchObject({ supports: 3, proposals: 0 });
  expect(desk.body.entries).toHaveLength(3);
  expect(desk.body.entries[0]).toMatchObject({ kind: 'support' });
});

test('Inès, who supports online and then on paper too, counts twice: nothing ties a sheet to an account, and paper is told apart', async () => {
  const ines = await aPerson(app, town, { name: 'Inès Bellanger' });
  const trees = await aProposal(app, town, consultation, await aPerson(app, town));
  expect((await as(app, ines).call(addSupport, { params: { contributionId: trees.id } })).status).toBe(200);
  expect((await enterSupports((await aBatch()).id, [{ name: 'Inès Bellanger', number: trees.number }])).body.outcomes[0]!.outcome).toBe(
    'made',
  );
  expect((await seen(trees.number, 2)).people).toMatchObject({ email: 1, paper: 1 });
});

test('nobody is asked to correct what came on paper: its author has no account to do so', async () => {
  const moderator = await aPerson(app, town, { roles: ['moderator'] });
  const onPaper = (await enterProposal((await aBatch()).id)).body.contributionId;
  const online = (await aProposal(app, town, consultation, await aPerson(app, town))).id;
  const possible = async (contributionId: string) =>
    (await as(app, moderator).call(readCase, { params: { contributionId } })).body.possible;
  expect(await possible(online)).toContain('ask-correction');
  expect(await possible(onPaper)).toEqual(['keep', 'hide', 'lock']);
  const rule = { version: await someRules(app, town), number: 1 };
  const asked = await as(app, moderator).call(decide, {
    params: { contributionId: onPaper },
    body: { act: 'ask-correction', rule, reason: 'Un nom est cité.', revision: 1, also: [], takeOver: false },
  });
  expect(asked).toMatchObject({ status: 409, problem: { code: 'decision-not-possible' } });
});

test('a comment on paper stands in the debate, marked as paper', async () => {
  const trees = await aProposal(app, town, consultation, await aPerson(app, town));
  const batch = await aBatch();
  const entered = await as(app, agent).call(enterPaperComment, {
    params: { batchId: batch.id },
    body: { name: 'M. Roux', number: trees.number, stance: 'against', text: 'Et le marché ?' },
  });
  expect(entered.body).toMatchObject({ kind: 'comment', person: 'M. Roux', number: trees.number, title: trees.title });
  const debate = await as(app, visitor(town)).call(readDebate, { params: { contributionId: trees.id } });
  expect(JSON.stringify(debate.body)).toContain('Et le marché ?');
  expect(JSON.stringify(debate.body)).toContain('"paper"');
  expect(
    (
      await as(app, agent).call(enterPaperComment, {
        params: { batchId: batch.id },
        body: { name: 'M. Roux', number: 77_777, stance: 'for', text: 'x' },
      })
    ).problem.errors,
  ).toMatchObject([{ pointer: '#/number', code: 'not-found' }]);
});

describe('the calendar', () => {
  test('takes a sheet that arrived while the phase was open, though it is typed after the close', async () => {
    const trees = await aProposal(app, town, consultation, await aPerson(app, town));
    const batch = await aBatch();
    await closeOpening(app, town, consultation.activity.id);
    expect((await enterProposal(batch.id)).status).toBe(200);
    expect((await enterSupports(batch.id, [{ name: 'Ali', number: trees.number }])).body.outcomes[0]!.outcome).toBe('made');
  });

  test('refuses one that arrived on another day, before or after', async () => {
    const trees = await aProposal(app, town, consultation, await aPerson(app, town));
    const early = await aBatch(dayFromNow(-3));
    expect((await enterProposal(early.id)).problem.code).toBe('phase-closed');
    expect((await enterSupports(early.id, [{ name: 'Ali', number: trees.number }])).body.outcomes[0]!.outcome).toBe('phase-closed');
    expect(
      (
        await as(app, agent).call(enterPaperComment, {
          params: { batchId: early.id },
          body: { name: 'A', number: trees.number, stance: 'for', text: 'Oui' },
        })
      ).problem.code,
    ).toBe('phase-closed');
    const late = await aBatch();
    await postponeOpening(app, town, consultation.activity.id, { inSeconds: 3 * 86_400 });
    expect((await enterProposal(late.id)).problem.code).toBe('phase-closed');
  });

  test('knows no day that has not come, no draft and no archive', async () => {
    const open = (body: object) =>
      as(app, agent).call(openPaperBatch, { body: { consultationId: consultation.id, receivedOn: today(), ...body } });
    expect((await open({ receivedOn: dayFromNow(1) })).problem.errors).toMatchObject([{ pointer: '#/receivedOn' }]);
    expect((await open({ consultationId: (await aConsultation(app, town, { state: 'draft' })).id })).status).toBe(404);
    expect((await open({ consultationId: (await aConsultation(app, town, { state: 'archived' })).id })).problem.code).toBe(
      'consultation-archived',
    );
  });
});

test('a wrong sheet is refused by the field', async () => {
  const batch = await aBatch();
  const wrong = await enterProposal(batch.id, { name: '\u200b', title: 'Non', text: '', categoryId: 'inconnue' });
  expect(wrong.status).toBe(422);
  expect(wrong.problem.errors!.map((one) => one.pointer).sort()).toEqual(['#/categoryId', '#/name', '#/text', '#/title']);
  expect((await enterProposal(batch.id, { categoryId: 'inconnue' })).problem.errors).toMatchObject([
    { pointer: '#/categoryId', code: 'not-one-of' },
  ]);
});

test('batches are numbered in each consultation, two at once too, and stand in its public history', async () => {
  const numbers = (await Promise.all([aBatch(), aBatch(), aBatch()])).map((one) => one.number).sort();
  expect(numbers).toEqual([1, 2, 3]);
  const listed = await as(app, agent).call(listPaperBatches, { query: { consultationId: consultation.id } });
  expect(listed.body.items).toHaveLength(3);
  expect((await as(app, agent).call(listPaperConsultations, {})).body.items).toMatchObject([{ id: consultation.id, batches: 3 }]);
  expect(
    await app.db.rows(`SELECT detail->>'number' AS number FROM history WHERE municipality_id = $1 AND act = 'paper-batch' ORDER BY 1`, [
      town.id,
    ]),
  ).toEqual([{ number: '1' }, { number: '2' }, { number: '3' }]);
  const changed = await as(app, agent).call(describePaperBatch, {
    params: { batchId: listed.body.items[0]!.id },
    body: { label: 'Foire', scanFileId: null },
  });
  expect(changed.body.label).toBe('Foire');
  const scans = await Promise.all(
    [1, 2].map(async () => {
      const id = newId();
      await app.db.run(
        `INSERT INTO files (municipality_id, id, purpose, sha256, media_type, file_name, bytes, uploaded_by) VALUES ($1, $2, 'scan', sha256('x'), 'application/pdf', 'scan.pdf', 1, $3)`,
        [town.id, id, agent.participantId],
      );
      return id;
    }),
  );
  for (const scanFileId of [scans[0]!, scans[1]!, null])
    await as(app, agent).call(describePaperBatch, { params: { batchId: listed.body.items[0]!.id }, body: { label: 'Foire', scanFileId } });
  expect(await app.db.rows(`SELECT act FROM history WHERE municipality_id = $1 AND act LIKE 'paper-scan%' ORDER BY id`, [town.id])).toEqual(
    [{ act: 'paper-scan-replaced' }, { act: 'paper-scan-removed' }],
  );
});
