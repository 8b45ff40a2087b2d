import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse/sync';
import { extract } from 'tar';
import { listProposals, readProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { readDebate } from '@parvis/shared/contracts/comments.ts';
import { exportConsultationTable, exportTownTable } from '@parvis/shared/contracts/open-data.ts';
import { readResults, type Results } from '@parvis/shared/contracts/results.ts';
import { anAccountedWorld, type AccountedWorld } from '../../../test/support/accounted-world.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { type TestConsultation } from '../../../test/support/consultations.ts';
import { as, visitor, type TestTown } from '../../../test/support/people.ts';
import { type TestProposal } from '../../../test/support/proposals.ts';

let app: TestApp;
let world: AccountedWorld;
let town: TestTown;
let consultation: TestConsultation;
let numberOf: Readonly<Record<string, TestProposal>>;
let comments: Readonly<Record<string, string>>;
beforeAll(async () => {
  app = await startApp();
  world = await anAccountedWorld(app);
  ({ town, consultation, numberOf, comments } = world);
});
afterAll(() => app.stop());

type Row = Readonly<Record<string, string>>;
const rowsOf = (csv: string): Row[] => parse(csv, { bom: true, columns: true });
const table = async (name: string): Promise<Row[]> =>
  rowsOf((await as(app, visitor(town)).call(exportConsultationTable, { params: { slug: consultation.slug, file: `${name}.csv` } })).text);
const isShown = (row: Row): boolean => row['state'] === 'published' && ['none', 'locked'].includes(row['moderation']!);
const sum = (rows: readonly Row[], column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0);

test('an auditor finds every number that the town gave, once and without a gap, with what became of it', async () => {
  const numbers = rowsOf((await as(app, visitor(town)).call(exportTownTable, { params: { file: 'numbers.csv' } })).text);
  expect(numbers.map((row) => Number(row['number']))).toEqual(numbers.map((_, at) => at + 1));
  const stateOf = (name: string): string => numbers.find((row) => Number(row['number']) === numberOf[name]!.number)!['state']!;
  expect(Object.fromEntries(Object.keys(numberOf).map((name) => [name, stateOf(name)]))).toEqual({
    shown: 'published',
    big: 'published',
    merged: 'merged',
    hidden: 'hidden',
    toCorrect: 'to-correct',
    locked: 'published',
    withdrawn: 'withdrawn',
    erased: 'erased',
    waiting: 'waiting',
    refused: 'refused',
    elsewhere: 'not-public',
  });
  expect(numbers.at(-1)).toEqual({
    number: String(numberOf['elsewhere']!.number),
    id: '',
    kind: '',
    consultation: '',
    state: 'not-public',
  });
});

test('what was removed keeps a row with its number, the rule and the dates, and no text or author anywhere in the export', async () => {
  const traces = await table('contribution-states');
  const trace = (id: string): Row => traces.find((row) => row['id'] === id)!;
  const { hidden, toCorrect, refused } = numberOf;
  expect(trace(hidden!.id)).toMatchObject({
    number: String(hidden!.number),
    kind: 'proposal',
    state: 'hidden',
    rule_version: '1',
    rule_number: '2',
    decided_at: expect.stringMatching(/^20.*Z$/) as string,
    published_at: expect.stringMatching(/^20.*Z$/) as string,
  });
  expect(trace(toCorrect!.id)).toMatchObject({ state: 'to-correct', rule_number: '4' });
  expect(trace(refused!.id)).toMatchObject({ state: 'refused', rule_number: '3', published_at: '' });
  expect(trace(comments['hidden']!)).toMatchObject({
    number: '',
    kind: 'comment',
    subject: String(numberOf['shown']!.number),
    state: 'hidden',
    rule_number: '2',
  });
  expect(trace(comments['withdrawn']!)).toMatchObject({ state: 'withdrawn', rule_number: '' });
  expect(trace(comments['refused']!)).toMatchObject({ state: 'refused', rule_number: '3' });
  expect(traces).toHaveLength(Object.keys(numberOf).length - 1 + Object.keys(comments).length);
  for (const row of [...(await table('propositions--proposals')), ...(await table('comments'))]) {
    if (['hidden', 'correction-asked'].includes(row['moderation']!) || row['state'] === 'erased')
      expect([row['author'], row['body']]).toEqual(['', '']);
  }
  const names = ['contribution-states', 'propositions--proposals', 'comments', 'revisions', 'decisions', 'history', 'links'];
  const all = await Promise.all(
    names.map(
      async (name) =>
        (await as(app, visitor(town)).call(exportConsultationTable, { params: { slug: consultation.slug, file: `${name}.json` } })).text,
    ),
  );
  expect(all.join('')).not.toContain('qui ne sort pas');
});

test('nobody finds out who wrote what was removed: no public answer holds an identifier of a person, which would lead to their other texts', async () => {
  const at = as(app, visitor(town));
  const of = (name: string): { contributionId: string } => ({ contributionId: numberOf[name]!.id });
  const answers = [
    await at.call(readDebate, { params: of('shown') }),
    await at.call(readDebate, { params: of('hidden') }),
    await at.call(listProposals, { params: { activityId: consultation.activity.id } }),
    ...(await Promise.all(
      ['shown', 'big', 'hidden', 'toCorrect', 'withdrawn', 'erased'].map((name) =>
        at.call(readProposal, { params: { number: String(numberOf[name]!.number) } as never }),
      ),
    )),
  ];
  expect(answers[0]!.text).toContain(comments['hidden']);
  for (const { status, text } of answers) {
    expect(status).toBe(200);
    for (const person of [world.ines, world.leo, world.claire])
      expect(text).not.toMatch(new RegExp(`${person.participantId}|${person.accountId}`));
  }
  for (const { text } of answers.slice(5, 7)) expect(text).not.toContain('Inès'); // the removed ones
  const own = await as(app, world.ines).call(readProposal, { params: { number: String(numberOf['hidden']!.number) } as never });
  expect(own.body.author.name).toBe('Inès');
});

test('whoever adds up the exported tables finds the published results again', async () => {
  const results: Results = (await as(app, visitor(town)).call(readResults, { params: { slug: consultation.slug } })).body;
  const proposals = (await table('propositions--proposals')).filter(isShown);
  const shown = new Set(proposals.map((row) => row['id']));
  const readable = (await table('comments')).filter((row) => isShown(row) && shown.has(row['subject_id']));
  const counted = (await table('comments')).filter((row) => row['counted'] === 'true');
  expect(counted.map((row) => row['id'])).toEqual(readable.map((row) => row['id']));
  expect(results.totals).toEqual({ contributions: proposals.length, comments: readable.length, supports: sum(proposals, 'supports') });
  expect(results.totals).toEqual({ contributions: 3, comments: 3, supports: 5 });
  const doors = (what: 'contributions' | 'comments'): number => results.channels.reduce((total, one) => total + one[what], 0);
  expect([doors('contributions'), doors('comments')]).toEqual([results.totals.contributions, results.totals.comments]);
  const argued = (stance: string): number => readable.filter((row) => row['stance'] === stance).length;
  expect(results.stances).toEqual({ for: 1, against: 1, neutral: 0 }); // the reply takes no side, whatever its row says
  expect(results.stances).toEqual({ for: argued('for'), against: argued('against'), neutral: argued('neutral') });
  expect(results.supports).toEqual({
    imported: sum(proposals, 'supports_imported'),
    email: sum(proposals, 'supports_email'),
    post: sum(proposals, 'supports_post'),
    register: sum(proposals, 'supports_register'),
    identityProvider: sum(proposals, 'supports_identity_provider'),
    paper: sum(proposals, 'supports_paper'),
  });
  const [activity] = results.activities;
  expect(activity!.contributions).toBe(proposals.length);
  for (const { status, contributions } of activity!.statuses)
    expect([status, contributions]).toEqual([status, proposals.filter((row) => row['status'] === status).length]);
  expect(activity!.categories.filter((one) => one.id !== '').map(({ id, name }) => ({ id, name }))).toEqual(
    await table('propositions--categories'),
  );
  const named = activity!.categories.map((one) => one.id).filter((id) => id !== '');
  for (const { id, contributions, supports } of activity!.categories) {
    const those = proposals.filter((row) => (id === '' ? !named.includes(row['category']!) : row['category'] === id));
    expect([id, contributions, supports]).toEqual([id, those.length, sum(those, 'supports')]);
  }
  const days = await table('participation-by-day');
  const eventful = results.timeline.filter((one) => one.contributions + one.comments + one.supports + one.people > 0);
  expect(eventful.map((one) => [one.since, one.contributions, one.comments, one.supports, one.people])).toEqual(
    days.map((row) => [row['day'], ...['contributions', 'comments', 'supports', 'people'].map((column) => Number(row[column]))]),
  );
  const byWeek = await table('propositions--supports-by-week');
  for (const { week } of byWeek) expect(new Date(`${week}T00:00:00Z`).getUTCDay()).toBe(1);
  for (const row of proposals.filter((one) => one['number'] !== String(numberOf['big']!.number))) {
    expect([row['number'], Number(row['supports'])]).toEqual([
      row['number'],
      sum(
        byWeek.filter((one) => one['proposal'] === row['number']),
        'supports',
      ),
    ]);
  }
  const decisions = await table('decisions');
  const traces = await table('contribution-states');
  const acts = Object.fromEntries(results.moderation.byAct.map(({ act, count }) => [act, count]));
  expect([acts['hide'], acts['lock'], acts['ask-correction']]).toEqual(
    ['hide', 'lock', 'ask-correction'].map((act) => decisions.filter((row) => row['act'] === act).length),
  );
  const judged = await table('moderation-acts');
  expect(
    judged.every((row) => Object.keys(row).join() === 'id,kind,act,rule_version,rule_number,hours,decided_at,on_appeal,contested_act'),
  ).toBe(true);
  expect(results.moderation.decisions).toBe(judged.length);
  expect(acts).toEqual(Object.fromEntries([...Map.groupBy(judged, (row) => row['act']!)].map(([act, rows]) => [act, rows.length])));
  const hours = judged.filter((row) => row['hours'] !== '').map((row) => Number(row['hours']));
  expect([results.moderation.timed, results.moderation.within24Hours]).toEqual([hours.length, hours.filter((one) => one <= 24).length]);
  const people = Object.fromEntries((await table('people-by-level')).map((row) => [row['level'], Number(row['people'])]));
  expect(people).toEqual({
    imported: results.people.imported,
    email: results.people.email,
    post: results.people.post,
    register: results.people.register,
    identity_provider: results.people.identityProvider,
    paper: results.people.paper,
  });
  expect(sum(await table('people-by-level'), 'people')).toBe(3);
  expect(acts['refuse']).toBe(traces.filter((row) => row['state'] === 'refused').length);
});

test('the whole consultation comes as one archive that explains and checks itself; one bad row does not stop it', async () => {
  await app.db.run(`UPDATE phases SET ends_at = 'infinity' WHERE municipality_id = $1 AND consultation_id = $2`, [
    town.id,
    consultation.id,
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'archive-'));
  try {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('parvis-archive-'));
    const answer = await fetch(`${app.origin}${town.base}/api/open-data/consultations/${consultation.slug}/archive.tar.gz`, {
      headers: { 'accept-language': 'fr' },
    });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/gzip',
      'public, max-age=60',
    ]);
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`filename="${consultation.slug}-\\d{4}-\\d\\d-\\d\\d\\.tar\\.gz"`),
    );
    await pipeline(Readable.fromWeb(answer.body as never), extract({ cwd: folder }));
    const [root] = await readdir(folder);
    const read = (path: string): Promise<string> => readFile(join(folder, root!, path), 'utf8');
    const sums = (await read('SHA256SUMS'))
      .trim()
      .split('\n')
      .map((line) => line.split('  ') as [string, string]);
    for (const [hash, path] of sums)
      expect([
        path,
        createHash('sha256')
          .update(await read(path))
          .digest('hex'),
      ]).toEqual([path, hash]);
    const paths = new Set(sums.map(([, path]) => path));
    for (const path of ['LISEZMOI.md', 'README.md', 'LICENCE.txt', 'dictionnaire.csv', 'dictionary.csv', 'datapackage.json', 'errors.json'])
      expect([path, paths.has(path)]).toEqual([path, true]);
    const { resources } = JSON.parse(await read('datapackage.json')) as { resources: { name: string; path: string }[] };
    for (const { name, path } of resources) {
      const csv = rowsOf(await read(path));
      expect([name, csv.length]).toEqual([name, (JSON.parse(await read(`tables/${name}.json`)) as unknown[]).length]);
      expect(await read('LISEZMOI.md')).toContain(path);
      if (name !== 'areas' && name !== 'moderation-rules') expect(csv).toEqual(await table(name));
    }
    expect(resources.map((one) => one.name)).toEqual(
      expect.arrayContaining(['propositions--proposals', 'comments', 'contribution-states', 'moderation-rules']),
    );
    const errors = JSON.parse(await read('errors.json')) as { table: string; faults: unknown[] }[];
    expect(errors.filter((one) => one.faults.length > 0).map((one) => [one.table, one.faults.length])).toEqual([['phases', 1]]);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('parvis-archive-') && !before.includes(name))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
