import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { create, extract } from 'tar';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation } from '../../../test/support/consultations.ts';
import { emptyDatabaseUrl, freshDatabaseUrl } from '../../../test/support/database.ts';
import { aPerson, aTown, type Person, type TestTown } from '../../../test/support/people.ts';
import { recordEvent } from '../log/index.ts';
import { queueMail } from '../mails/index.ts';
import { TownDirectory } from '../municipalities/index.ts';
import { pseudonymise } from '../participants/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { erasuresFile, restore, RestoreRefused, backup, type Installation } from './index.ts';

let app: TestApp;
let here: Installation;
let folder: string;
let town: TestTown;
let ines: Person;

beforeAll(async () => {
  app = await startApp({ DATABASE_URL: await freshDatabaseUrl() });
  folder = mkdtempSync(join(tmpdir(), 'parvis-backups-'));
  here = { databaseUrl: app.config.databaseUrl, filesFolder: app.config.filesFolder, keysFolder: join(app.config.dataFolder, 'keys') };
  town = await aTown(app);
  ines = await aPerson(app, town, { name: 'Inès « B. »\ttab' });
  const consultation = await aConsultation(app, town);
  const contributionId = newId();
  await app.db.transaction(async (tx) => {
    await tx.run(
      `INSERT INTO contributions (municipality_id, id, kind, consultation_id, activity_id, number, participant_id, publication, published_at) VALUES ($1, $2, 'proposal', $3, $4, 1, $5, 'published', statement_timestamp())`,
      [town.id, contributionId, consultation.id, consultation.activity.id, ines.participantId],
    );
    await tx.run(`INSERT INTO revisions (municipality_id, contribution_id, revision, content) VALUES ($1, $2, 1, $3)`, [
      town.id,
      contributionId,
      JSON.stringify({ title: 'Un banc \\ à l’ombre', text: 'Ligne 1\nLigne 2\t«\u00a0!\u00a0»' }),
    ]);
    await tx.run('INSERT INTO supports (municipality_id, contribution_id, participant_id, level, revision) VALUES ($1, $2, $3, 1, 1)', [
      town.id,
      contributionId,
      ines.participantId,
    ]);
    await recordEvent(tx, {
      municipalityId: town.id,
      topic: 'proposal.published',
      contributionId,
      consultationId: consultation.id,
      record: { id: contributionId },
    });
    const found = (await app.app.get(TownDirectory).bySlug(town.slug))!;
    await queueMail(tx, {
      town: found,
      to: { address: ines.email, language: 'fr', participantId: ines.participantId },
      kind: 'test',
      subject: 'Bonjour',
      paragraphs: ['Bonjour.'],
      reason: 'Essai.',
    });
  });
  await mkdir(join(here.filesFolder, town.id), { recursive: true });
  await writeFile(join(here.filesFolder, town.id, 'abc'), Buffer.from([0, 255, 13, 10]));
  await mkdir(here.keysFolder, { recursive: true });
  await writeFile(join(here.keysFolder, 'log.key'), 'a key');
});
afterAll(() => app.stop());

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Count and checksum of every table; transaction ids belong to a cluster and are not compared. */
function fingerprint(url: string): Promise<Record<string, string>> {
  return connected(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public' OR tablename IN ('_private_jobs', '_private_tasks') ORDER BY 1`);
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const {
        rows: [row],
      } = await client.query<{ line: string }>(`
        SELECT count(*) || ' ' || coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '') AS line FROM (SELECT (to_jsonb(t) - ${name === 'public.outbox_cursors' ? `'{xid,seq}'::text[]` : `'{xid,counted_in}'::text[]`})::text AS line FROM ${name} t) AS lines`);
      found[name] = row!.line;
    }
    return found;
  });
}

async function elsewhere(): Promise<Installation> {
  const data = mkdtempSync(join(tmpdir(), 'parvis-restored-'));
  return { databaseUrl: await emptyDatabaseUrl(), filesFolder: join(data, 'files'), keysFolder: join(data, 'keys') };
}

test('a town that was backed up stands again in a fresh database: every table, its files, its keys, its waiting mail', async () => {
  const file = join(folder, 'one', 'parvis.tar.gz');
  const manifest = await backup(here, file);
  const there = await elsewhere();
  const restored = await restore(there, file);
  expect(restored).toMatchObject({ tables: manifest.tables.length, erasedAgain: 0 });
  const [before, after] = [await fingerprint(here.databaseUrl), await fingerprint(there.databaseUrl)];
  expect(after).toEqual(before);
  expect(Number(before['public.contributions']!.split(' ')[0])).toBe(1);
  expect(Number(before['graphile_worker._private_jobs']!.split(' ')[0])).toBeGreaterThan(0);
  expect(await readFile(join(there.filesFolder, town.id, 'abc'))).toEqual(Buffer.from([0, 255, 13, 10]));
  expect(await readFile(join(there.keysFolder, 'log.key'), 'utf8')).toBe('a key');

  const second = await startApp({ DATABASE_URL: there.databaseUrl });
  try {
    const twice = await aPerson(second, town); // sequences, constraints and triggers are back
    await expect(
      second.db.run('INSERT INTO supports (municipality_id, contribution_id, participant_id, level, revision) VALUES ($1, $2, $3, 1, 1)', [
        town.id,
        newId(),
        twice.participantId,
      ]),
    ).rejects.toThrow('supports_contribution');
    await second.db.transaction((tx) => recordEvent(tx, { municipalityId: town.id, topic: 'proposal.revised', record: {} }));
    const [first, last] = await second.db.rows<{ seq: number }>('SELECT seq FROM outbox ORDER BY xid, seq');
    expect(last!.seq).toBeGreaterThan(first!.seq);
  } finally {
    await second.stop();
  }
});

test('a restore forgets again whoever was erased after the backup', async () => {
  const gone = await aPerson(app, town, { name: 'Quelqu’un qui part' });
  const file = join(folder, 'two', 'parvis.tar.gz');
  await backup(here, file);
  await app.db.transaction(async (tx) => {
    await pseudonymise(tx, town.id, gone.participantId);
    await tx.run('DELETE FROM accounts WHERE municipality_id = $1 AND id = $2', [town.id, gone.accountId]);
  });
  await backup(here, join(folder, 'two', 'parvis-later.tar.gz')); // keeps the list of erased ids beside the backups
  expect(readFileSync(join(folder, 'two', erasuresFile), 'utf8')).toContain(gone.participantId);
  const there = await elsewhere();
  expect((await restore(there, file)).erasedAgain).toBe(1);
  await connected(there.databaseUrl, async (client) => {
    expect((await client.query('SELECT display_name FROM participants WHERE id = $1', [gone.participantId])).rows).toEqual([
      { display_name: '' },
    ]);
    expect((await client.query('SELECT FROM accounts WHERE id = $1', [gone.accountId])).rowCount).toBe(0);
    expect((await client.query('SELECT FROM accounts WHERE id = $1', [ines.accountId])).rowCount).toBe(1);
  });
});

test('a restore writes over nothing, and takes neither a damaged file nor one of a newer version', async () => {
  const file = join(folder, 'three', 'parvis.tar.gz');
  await backup(here, file);
  await expect(restore({ ...here }, file)).rejects.toThrow('The database is not empty');
  const staging = mkdtempSync(join(tmpdir(), 'parvis-damage-'));
  await extract({ file, cwd: staging });
  const accounts = join(staging, 'database', 'public.accounts.copy');
  writeFileSync(accounts, readFileSync(accounts, 'utf8').replace(ines.email, 'autre@exemple.fr'));
  const damaged = join(folder, 'three', 'damaged.tar.gz');
  await create({ file: damaged, cwd: staging, gzip: true }, ['manifest.json', 'database']);
  const there = await elsewhere();
  await expect(restore(there, damaged)).rejects.toThrow(RestoreRefused);
  const cut = join(folder, 'three', 'cut.tar.gz');
  writeFileSync(cut, readFileSync(file).subarray(0, 2_000));
  for (const unreadable of [cut, join(folder, 'nowhere.tar.gz')])
    await expect(restore(there, unreadable)).rejects.toThrow('cannot be read as a backup');
  const manifest = JSON.parse(readFileSync(join(staging, 'manifest.json'), 'utf8')) as { migrations: string[]; tables: { file: string }[] };
  writeFileSync(
    join(staging, 'manifest.json'),
    JSON.stringify({
      ...manifest,
      migrations: [...manifest.migrations, 'FromTheFuture2000000000000'],
      tables: manifest.tables.filter((one) => one.file !== 'public.accounts.copy'),
    }),
  );
  const newer = join(folder, 'three', 'newer.tar.gz');
  await create({ file: newer, cwd: staging, gzip: true }, ['manifest.json', 'database']);
  await expect(restore(there, newer)).rejects.toThrow('newer version');
});
