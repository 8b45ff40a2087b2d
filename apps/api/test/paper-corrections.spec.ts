import sharp from 'sharp';
import { readFile, uploadFile } from '@parvis/shared/contracts/files.ts';
import { cancelPaperEntry, enterPaperComment, listPaperBatches, readPaperDesk } from '@parvis/shared/contracts/paper.ts';
import { readDebate } from '@parvis/shared/contracts/comments.ts';
import { closeOpening } from './support/consultations.ts';
import { aPerson, aTown, as, visitor } from './support/people.ts';
import { aProposal } from './support/proposals.ts';
import { paperScene, app, town, agent, consultation, aBatch, enterProposal, enterSupports, seen } from './support/paper-scene.ts';

paperScene();

describe('an entry made by mistake', () => {
  const cancel = (
    batchId: string,
    entry: { kind: 'proposal' | 'comment' | 'support'; contributionId: string; participantId: string },
    more: object = {},
    who = agent,
  ) =>
    as(app, who).call(cancelPaperEntry, {
      params: { batchId },
      body: {
        kind: entry.kind,
        contributionId: entry.contributionId,
        participantId: entry.participantId,
        reason: 'Feuille saisie deux fois',
        number: null,
        ...more,
      },
    });
  const entries = async (batchId: string) => (await as(app, agent).call(readPaperDesk, { params: { batchId } })).body;

  test('of a support is cancelled or moved to the right proposal, also after the close; counts follow, the trace stays', async () => {
    const ines = await aPerson(app, town);
    const [trees, bench] = [
      await aProposal(app, town, consultation, ines),
      await aProposal(app, town, consultation, ines, { title: 'Des bancs' }),
    ];
    const batch = await aBatch();
    await enterSupports(batch.id, [
      { name: 'Marcelle', number: trees.number },
      { name: 'Ali', number: trees.number },
    ]);
    expect((await seen(trees.number, 2)).supports).toBe(2);
    await closeOpening(app, town, consultation.activity.id);
    const [ali, marcelle] = (await entries(batch.id)).entries.sort((a, b) => a.person.localeCompare(b.person));
    const moved = await cancel(batch.id, ali!, { number: bench.number });
    expect(moved.body).toMatchObject({
      kind: 'support',
      person: 'Ali',
      number: trees.number,
      cancelled: { by: 'Nadia K.', reason: 'Feuille saisie deux fois', correctedNumber: bench.number },
    });
    expect((await cancel(batch.id, ali!)).problem.code).toBe('paper-entry-not-found');
    expect((await seen(trees.number, 1)).people).toMatchObject({ paper: 1 });
    expect((await seen(bench.number, 1)).people).toMatchObject({ paper: 1 });
    expect((await cancel(batch.id, marcelle!)).status).toBe(200);
    const shown = await seen(trees.number, 0);
    expect(shown.supports).toBe(0);
    expect(shown.history.filter((one) => one.act === 'support-cancelled')).toMatchObject([
      { role: 'facilitator', reason: 'Feuille saisie deux fois' },
      { role: 'facilitator' },
    ]);
    const desk = await entries(batch.id);
    expect(desk.batch.supports).toBe(1);
    expect(desk.entries).toHaveLength(3);
    expect(
      await app.db.rows(
        `SELECT topic, count(*)::int AS n FROM outbox WHERE municipality_id = $1 AND topic LIKE 'support.%' GROUP BY topic ORDER BY topic`,
        [town.id],
      ),
    ).toEqual([
      { topic: 'support.cancelled', n: 2 },
      { topic: 'support.given', n: 3 },
    ]);
  });

  test('of a proposal leaves its page with the reason, and counts nowhere', async () => {
    const administrator = await aPerson(app, town, { roles: ['administrator'] });
    const batch = await aBatch();
    const { body: entry } = await enterProposal(batch.id);
    expect((await cancel(batch.id, entry, { number: entry.number })).problem.errors).toMatchObject([{ pointer: '#/number' }]);
    expect((await cancel(batch.id, entry, { reason: '' })).problem.errors).toMatchObject([{ pointer: '#/reason' }]);
    expect((await cancel(batch.id, entry, {}, administrator)).status).toBe(200);
    const shown = await seen(entry.number!);
    expect(shown).toMatchObject({
      states: { publication: 'withdrawn' },
      withdrawnReason: 'Feuille saisie deux fois',
      title: 'Un banc devant la pharmacie',
    });
    expect(shown.history.at(-1)).toMatchObject({ act: 'entry-cancelled', role: 'administrator', reason: 'Feuille saisie deux fois' });
    expect(await app.db.rows('SELECT contributions, people FROM visible_participation WHERE municipality_id = $1', [town.id])).toEqual([]);
    expect((await entries(batch.id)).batch.proposals).toBe(0);
  });

  test('of a comment leaves its place with the reason, and is written anew where it belongs', async () => {
    const ines = await aPerson(app, town);
    const [trees, bench] = [
      await aProposal(app, town, consultation, ines),
      await aProposal(app, town, consultation, ines, { title: 'Des bancs' }),
    ];
    const batch = await aBatch();
    const { body: entry } = await as(app, agent).call(enterPaperComment, {
      params: { batchId: batch.id },
      body: { name: 'M. Roux', number: trees.number, stance: 'against', text: 'Et le marché ?' },
    });
    expect((await cancel(batch.id, entry, { number: trees.number })).problem.errors).toMatchObject([{ pointer: '#/number' }]);
    expect((await cancel(batch.id, entry, { number: bench.number })).status).toBe(200);
    const wrong = (await as(app, visitor(town)).call(readDebate, { params: { contributionId: trees.id } })).body;
    expect(wrong.against.items[0]).toMatchObject({ text: '', isPlaceOnly: true, mistake: { reason: 'Feuille saisie deux fois' } });
    const right = (await as(app, visitor(town)).call(readDebate, { params: { contributionId: bench.id } })).body;
    expect(right.against.items[0]).toMatchObject({ text: 'Et le marché ?', channel: 'paper', mistake: null });
    expect((await entries(batch.id)).batch.comments).toBe(1);
  });

  test('is corrected until the consultation is archived, by agents of the town, and only in its batch', async () => {
    const batch = await aBatch();
    const { body: entry } = await enterProposal(batch.id);
    expect((await cancel((await aBatch()).id, entry)).status).toBe(404);
    expect((await cancel(batch.id, { ...entry, kind: 'comment' })).status).toBe(404);
    expect((await cancel(batch.id, entry, {}, await aPerson(app, town, { roles: ['moderator'] }))).status).toBe(403);
    await app.db.run(`UPDATE consultations SET state = 'archived', archived_at = now() WHERE municipality_id = $1 AND id = $2`, [
      town.id,
      consultation.id,
    ]);
    expect((await cancel(batch.id, entry)).problem.code).toBe('consultation-archived');
  });
});

test('only agents of the town enter paper', async () => {
  const batch = await aBatch();
  const elsewhere = await aPerson(app, await aTown(app), { roles: ['facilitator'] });
  expect((await as(app, elsewhere).call(readPaperDesk, { params: { batchId: batch.id } })).status).toBe(404);
  for (const role of ['moderator', 'official'] as const)
    expect((await as(app, await aPerson(app, town, { roles: [role] })).call(readPaperDesk, { params: { batchId: batch.id } })).status).toBe(
      403,
    );
  expect((await as(app, visitor(town)).call(listPaperBatches, {})).status).toBe(401);
});

test('a scan of sheets with names and signatures is read at the counter and by administrators, by no moderator and no official', async () => {
  const sheets = await sharp({ create: { width: 80, height: 60, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const { status, body: scan } = await as(app, agent).call(uploadFile, {
    query: { purpose: 'scan' },
    raw: new Uint8Array(sheets),
    headers: { 'x-file-name': 'feuilles.png' },
  });
  expect(status).toBe(200);
  const statuses = await Promise.all(
    (['facilitator', 'administrator', 'moderator', 'official', 'citizen'] as const).map(async (role) => {
      const reader = await aPerson(app, town, { roles: role === 'citizen' ? [] : [role] });
      return (await as(app, reader).call(readFile, { params: { fileId: scan.id, name: scan.name } })).status;
    }),
  );
  expect(statuses).toEqual([200, 200, 404, 404, 404]);
});
