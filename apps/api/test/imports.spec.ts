import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardImport, listImportFaults, publishImport, readImport, startImport } from '@parvis/shared/contracts/imports.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import type { ImportMapping } from '@parvis/shared/rules/imports/mapping.ts';
import { readyMappings } from '@parvis/shared/rules/imports/ready-mappings.ts';
import { aPerson, aTown, as } from './support/people.ts';
import { ImportRunner, importCommand } from '../src/core/imports/index.ts';
import { importsScene, app, town, admin, consultation, stage, read, publish, count, keysOf } from './support/imports-scene.ts';

importsScene();

const faultsOf = async (importId: string) => (await as(app, admin).call(listImportFaults, { params: { importId } })).body.items;

const mapping: ImportMapping = {
  source: 'ailleurs',
  format: 'csv',
  records: [
    {
      kind: 'proposal',
      key: 'id',
      title: 'titre',
      body: ['texte'],
      author: 'auteur',
      at: ['date'],
      tallies: [{ column: 'votes', label: 'Votes' }],
    },
  ],
};

const commentMapping: ImportMapping = {
  source: 'ailleurs',
  format: 'csv',
  records: [{ kind: 'comment', key: 'id', subject: 'proposition', parent: 'parent', body: ['texte'] }],
};

test('a file of another format than announced is told with its columns and the origin that suits them', async () => {
  const told = async (bytes: string, announced: ImportMapping) => (await stage(bytes, announced)).found;
  const columns = ['id', 'title', 'summary', 'text', 'userId', 'date', 'numSupports', 'lat'];
  const { 'decidim-debates': debates, 'cap-collectif-opinions': opinions } = readyMappings;
  const madrid = `\ufeff${columns.join(';')}\n1;Un banc;Ici;Là;7;2020-01-01;3;4\n`;
  expect(await told(madrid, debates)).toEqual({ columns, looksLike: 'consul-proposals' });
  const opinion = { id: 1, title: 'Communs', body: 'Texte', author: 'u', created_at: '2015-09-26', type: {}, is_trashed: false };
  const votes = { votes_ok: 1, votes_mitige: 0, votes_nok: 0, arguments: [] };
  expect(await told(JSON.stringify([{ ...opinion, ...votes }]), debates)).toMatchObject({ looksLike: 'cap-collectif-opinions' });
  expect(await told('id,titre\n1,Un banc\n', opinions)).toEqual({ columns: ['id', 'titre'], looksLike: null });
  expect(await told('{"id": 1, "title": ', debates)).toEqual({ columns: [], looksLike: null });
  expect(await told('id;titre;texte;auteur;date;votes\n1;;;;hier;x\n', mapping)).toBeNull(); // the right file, however faulty
});

describe('a faulty file', () => {
  test('has every faulty row listed with line, column and reason, and publishes nothing', async () => {
    const csv =
      '\ufeffid;titre;texte;auteur;date;votes\n' +
      'a1;Un banc;"Sur la place,\nprès du puits";u1;2024-05-01;3\n' + // two lines
      'a2;;Sans titre;u2;2024-05-01;0\n' +
      'a3;Des arbres;Partout;u2;hier;0\n' +
      'a1;Encore un banc;Le même numéro;u1;2024-05-01;1\n' +
      'a5;Trop;de;cellules;2024-05-01;1;2\n' +
      'a6;Un signe\u0007;Texte;u1;2024-05-01;-4\n' +
      'a7;Guillemet;ouvert "mal;u1;2024-05-01;0\n' +
      'a8;Une fontaine;Fraîche;;2024-05-02;\n';
    const checked = await stage(csv, mapping);
    expect(checked).toMatchObject({ state: 'checked', proposals: 2 });
    const told = (await faultsOf(checked.id)).map(({ line, column, code }) => [line, column, code]);
    expect(told).toEqual(
      expect.arrayContaining([
        [4, 'titre', 'required'],
        [5, 'date', 'not-a-moment'],
        [6, 'id', 'repeated-key'],
        [7, '', 'wrong-number-of-cells'],
        [8, 'titre', 'control-character'],
        [8, 'votes', 'not-a-count'],
        [9, '', 'unreadable'],
      ]),
    );
    expect(checked.faults).toBe(told.length);
    expect((await faultsOf(checked.id))[0]!.reason).toMatch(/[a-zé]{3,}/);
    const refused = await as(app, admin).call(publishImport, { params: { importId: checked.id }, body: { leaveOutFaulty: false } });
    expect([refused.status, refused.problem.code]).toEqual([409, 'import-has-faults']);
    expect(await keysOf('ailleurs', 'proposal')).toBe(0);
    expect(await publish(checked.id, true)).toMatchObject({ state: 'published', proposals: 2, participants: 2 });
  });

  test('without the mapping’s columns, or that is no text of this format, says so', async () => {
    const csv = await stage('numero,titre\n1,x\n', { ...mapping, source: 'autre' });
    expect((await faultsOf(csv.id)).map((one) => [one.line, one.column, one.code])).toContainEqual([1, 'id', 'unknown-column']);
    const json = await stage('{"id":1}\n{broken\n[1]\n', {
      source: 'autre',
      format: 'json',
      records: [{ kind: 'proposal', key: 'id', title: 'id', body: ['id'] }],
    });
    expect(json).toMatchObject({ proposals: 1, faults: 2 });
    expect((await faultsOf(json.id)).map((one) => one.line)).toEqual([2, 3]);
    expect(await stage(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), { ...mapping, source: 'autre' })).toMatchObject({
      state: 'checked',
      faults: 1,
    });
  });

  test('of comments tells subjects and parents that are nowhere, elsewhere or in a circle', async () => {
    const csv =
      'id,proposition,parent,texte\nc1,a1,,Oui\nc2,a1,c1,Non\nc3,a8,c1,Ailleurs\nc4,rien,,Perdu\nc5,a1,c6,Rond\nc6,a1,c5,Rond\nc7,a1,parti,Orphelin\nc8,a1,c2,Profond\n';
    const checked = await stage(csv, commentMapping);
    expect((await faultsOf(checked.id)).map(({ line, column, code, isNotice }) => [line, column, code, isNotice])).toEqual([
      [4, 'parent', 'parent-elsewhere', false],
      [5, 'proposition', 'subject-not-found', false],
      [6, 'parent', 'parent-in-a-circle', false],
      [7, 'parent', 'parent-in-a-circle', false],
      [8, 'parent', 'parent-not-found', true],
    ]);
    expect(await publish(checked.id, true)).toMatchObject({ comments: 4 });
    const later = await stage('id,proposition,parent,texte\nc9,a1,c8,Plus tard\nc1,a1,,Encore\n', commentMapping);
    expect(later).toMatchObject({ faults: 0, repeats: 1, comments: 1 });
    expect(await publish(later.id)).toMatchObject({ comments: 1 });
    const threads = await app.db.rows<{ text: string; parent: string | null; source: string | null }>(
      `
      SELECT m.body AS text, p.body AS parent, m.source_parent AS source FROM comments m JOIN external_keys e ON e.municipality_id = m.municipality_id AND e.contribution_id = m.id
      LEFT JOIN comments p ON p.municipality_id = m.municipality_id AND p.id = m.parent_id WHERE m.municipality_id = $1 AND e.source = 'ailleurs' ORDER BY e.external_key`,
      [town.id],
    );
    expect(threads).toEqual([
      { text: 'Oui', parent: null, source: null },
      { text: 'Non', parent: 'Oui', source: null },
      { text: 'Orphelin', parent: null, source: 'parti' },
      { text: 'Profond', parent: 'Oui', source: 'c2' },
      { text: 'Plus tard', parent: 'Oui', source: 'c8' },
    ]);
  });

  test('of totals gives figures to proposals of an earlier import, and a later one replaces them', async () => {
    const totals: ImportMapping = {
      source: 'ailleurs',
      format: 'csv',
      records: [{ kind: 'totals', subject: 'id', tallies: [{ column: 'oui', label: 'Oui' }] }],
    };
    await publish((await stage('id,oui\na1,12\na8,0\n', totals)).id);
    await publish((await stage('id,oui\na1,15\n', totals)).id);
    const figures = await app.db.rows<{ external_key: string; count: number }>(
      `
      SELECT e.external_key, t.count FROM imported_tallies t JOIN external_keys e ON e.municipality_id = t.municipality_id AND e.contribution_id = t.contribution_id
      WHERE t.municipality_id = $1 AND t.label = 'Oui' ORDER BY 1`,
      [town.id],
    );
    expect(figures).toEqual([
      { external_key: 'a1', count: 15 },
      { external_key: 'a8', count: 0 },
    ]);
  });
});

test('text of a spreadsheet in Windows-1252, with tabs, is read', async () => {
  const bytes = Buffer.from('id\ttitre\ttexte\tauteur\tdate\tvotes\nw1\tÉlargir l\x92allée\tDéjà là\tu1\t2024-05-01\t1\n', 'latin1');
  const checked = await stage(bytes, { ...mapping, source: 'tableur' });
  expect(checked).toMatchObject({ faults: 0, proposals: 1 });
  await publish(checked.id);
  const row = await app.db.one<{ title: string; at: string }>(
    `SELECT p.title, c.published_at AS at FROM proposals p JOIN contributions c ON c.municipality_id = p.municipality_id AND c.id = p.id WHERE c.municipality_id = $1 AND c.import_id = $2`,
    [town.id, checked.id],
  );
  expect(row).toEqual({ title: 'Élargir l’allée', at: '2024-04-30T22:00:00Z' }); // midnight in the town's zone
});

test('a crash in the middle of the switch leaves nothing, and publishing again brings everything once', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `k${at};Titre ${at};Texte;u${at % 7};2024-05-01;1`).join('\n');
  const checked = await stage(`id;titre;texte;auteur;date;votes\n${rows}\n`, { ...mapping, source: 'panne' });
  await app.db.run(`CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.source = 'panne' AND NEW.external_key = 'k250' THEN RAISE EXCEPTION 'pulled plug'; END IF; RETURN NEW; END $$`);
  await app.db.run('CREATE TRIGGER break_it BEFORE INSERT ON external_keys FOR EACH ROW EXECUTE FUNCTION break_it()');
  const before = await count('contributions WHERE municipality_id = $1');
  await expect(publish(checked.id)).rejects.toThrow('pulled plug');
  await app.db.run('DROP TRIGGER break_it ON external_keys');
  await app.db.run('DROP FUNCTION break_it');
  expect((await read(checked.id)).body.state).toBe('failed');
  expect(await count('contributions WHERE municipality_id = $1')).toBe(before);
  for (const table of ['external_keys', 'participants', 'outbox'])
    expect(await count(`${table} WHERE municipality_id = $1 AND to_jsonb(${table})::text LIKE '%panne%'`)).toBe(0);
  expect(await publish(checked.id)).toMatchObject({ state: 'published', proposals: 300, participants: 7 });
  expect(await keysOf('panne', 'proposal')).toBe(300);
});

test('the command tells faults, publishes nothing in a dry run, and publishes with the figures otherwise', async () => {
  const place = mkdtempSync(join(tmpdir(), 'parvis-import-'));
  writeFileSync(join(place, 'm.json'), JSON.stringify({ ...mapping, source: 'commande' }));
  writeFileSync(join(place, 'f.csv'), 'id;titre;texte;auteur;date;votes\nq1;Un;Deux;u;2024-05-01;1\nq2;;Deux;u;2024-05-01;1\n');
  let told = '';
  const run = (...more: string[]) =>
    importCommand(
      [
        '--town',
        town.slug,
        '--consultation',
        consultation.slug,
        '--activity',
        consultation.activity.slug,
        '--mapping',
        join(place, 'm.json'),
        '--file',
        join(place, 'f.csv'),
        ...more,
      ],
      {
        db: app.db,
        runner: app.app.get(ImportRunner),
        write: (text) => {
          told += text;
        },
      },
    );
  expect(await run('--dry-run')).toBe(1);
  expect(told).toContain('FAULT  line 3, titre:');
  expect(await run()).toBe(1);
  expect(await keysOf('commande', 'proposal')).toBe(0);
  expect(await run('--leave-out-faulty')).toBe(0);
  expect(told).toMatch(/Published in [\d.]+ s: 1 proposals/);
  expect(await run('--town', 'nulle-part')).toBe(2);
  expect(await run('--mapping', join(place, 'f.csv'))).toBe(2);
  expect(await run('--surprise')).toBe(2);
});

test('only an administrator imports, only in the own town, and only what is ready', async () => {
  const moderator = await aPerson(app, town, { roles: ['moderator'] });
  const stranger = await aPerson(app, await aTown(app), { roles: ['administrator'] });
  const sent = mapping as RequestOf<typeof startImport>['mapping'];
  const checked = await stage('id;titre;texte;auteur;date;votes\nz1;Un;Deux;u;2024-05-01;1\n', { ...mapping, source: 'droits' });
  expect((await as(app, moderator).call(readImport, { params: { importId: checked.id } })).status).toBe(403);
  expect((await as(app, stranger).call(readImport, { params: { importId: checked.id } })).status).toBe(404);
  expect(
    (
      await as(app, stranger).call(startImport, {
        body: { activityId: consultation.activity.id, fileId: consultation.activity.id, mapping: sent },
      })
    ).status,
  ).toBe(404);
  expect(
    (
      await as(app, admin).call(startImport, {
        body: { activityId: consultation.activity.id, fileId: consultation.activity.id, mapping: sent },
      })
    ).problem.errors?.[0]?.pointer,
  ).toBe('#/fileId');
  expect((await as(app, admin).call(discardImport, { params: { importId: checked.id } })).body.state).toBe('discarded');
  expect((await as(app, admin).call(publishImport, { params: { importId: checked.id }, body: {} })).status).toBe(409);
});
