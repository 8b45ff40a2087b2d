import { z } from 'zod';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import { readPlainText } from '@parvis/shared/rules/plain-text.ts';
import { Pipeline, type ProblemDocument } from '../src/platform/http/index.ts';
import { cleanRichText } from '../src/platform/text/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { freshDatabaseUrl } from './support/database.ts';
import { hostileStrings } from './support/hostile-strings.ts';
import type { Base } from './support/hostile-ground.ts';
import { aHostileWorld, type HostileWorld } from './support/hostile-world.ts';
import { as } from './support/people.ts';
import { sampleBodies, valueAt, withValue, type SampleBody, type TextField } from './support/sample-bodies.ts';

const strings = hostileStrings() ?? [];
const told = strings.length > 0 ? test : test.skip; // the lists stand beside the project, not in it

let app: TestApp;
let world: HostileWorld;
let records: readonly RouteRecord[];
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1', DATABASE_URL: await freshDatabaseUrl(), PUBLIC_URL: 'http://parvis.test' });
  app.app.getHttpServer().keepAliveTimeout = 60_000; // a busy machine may leave a connection idle for longer than five seconds
  world = await aHostileWorld(app);
  records = app.app
    .get(Pipeline)
    .records()
    .filter((one) => one.method !== 'GET' && one.request);
  await watchWrites();
});
afterAll(() => app.stop());

/** From here on every row that is written is kept as it was written, whatever overwrites it later. */
async function watchWrites(): Promise<void> {
  await app.db.run('CREATE TABLE written (place text, row_as_written jsonb)');
  await app.db.run(
    `CREATE FUNCTION note_written() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO written VALUES (TG_TABLE_NAME, to_jsonb(NEW)); RETURN NULL; END $$`,
  );
  const tables = await app.db.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('written', 'rate_limits')`,
  );
  for (const { name } of tables)
    await app.db.run(`CREATE TRIGGER note_written AFTER INSERT OR UPDATE ON ${name} FOR EACH ROW EXECUTE FUNCTION note_written()`);
}

/** Every text that was written since the last call, with its column. */
async function takeWritten(): Promise<{ readonly column: string; readonly text: string }[]> {
  const rows = await app.db.rows<{ place: string; row_as_written: unknown }>('DELETE FROM written RETURNING place, row_as_written');
  return rows.flatMap(({ place, row_as_written: row }) => textsOf(row, place));
}

function textsOf(value: unknown, column: string): { column: string; text: string }[] {
  if (typeof value === 'string') return [{ column, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, Array.isArray(value) ? column : `${column}.${key}`));
}

const nameOf = (record: RouteRecord): string => `${record.method} ${record.path}`;
const pointerOf = (path: TextField['path']): string => `#/${path.join('/')}`;
interface Answer {
  readonly status: number;
  readonly problem: ProblemDocument | null;
}
let calls = 0;

async function send(record: RouteRecord, { who, params, query = '' }: Base & { readonly query?: string }, body: unknown): Promise<Answer> {
  calls += 1;
  if (calls % 5 === 0) await app.db.run('DELETE FROM rate_limits');
  const path = record.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent({ ...world.objects, ...params }[name]!));
  const answer = await fetch(`${app.origin}${who!.town.base}/api${path}${query && `?${query}`}`, {
    method: record.method,
    redirect: 'manual',
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.${calls >> 16}.${(calls >> 8) & 255}.${calls & 255}`,
      ...(who!.cookie && { cookie: who!.cookie }),
    },
  });
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  return { status: answer.status, problem: isProblem ? ((await answer.json()) as ProblemDocument) : (await answer.arrayBuffer(), null) };
}

/** The caller who gets as far as the body, in the route's own base or among everybody. */
async function baseOf(record: RouteRecord): Promise<Base> {
  const base = (await world.bases[nameOf(record)]?.()) ?? {};
  if (base.who) return base;
  for (const who of world.callers) {
    const { status } = await send(record, { ...base, who }, 'nothing like this');
    if (status === 422) return { ...base, who };
  }
  throw new Error(`${nameOf(record)}: nobody gets as far as the body; give it a base in support/hostile-world.ts`);
}

function accepts(record: RouteRecord, body: unknown): boolean {
  return record.request!.safeParse(body).success;
}

/** Kept in another form, or not at all: hashed, sent by mail, looked up, or read for the addresses in it. */
const notKept = /password|code|token|\/email|\/address$|addresses/i;
/** Routes that no text of the list can pass: they take tokens and codes, or the caller's password. */
const neverPass =
  /^POST \/(sessions|registrations\/|email-changes\/|password-resets\/completion|installation\/open|account\/(second-factor|recovery-codes|erasure))/;

/**
 * Routes that work out a hash of a password, 30 ms each, get one string of each class. So do, over HTTP, fields whose contract refuses the
 * string: the same contract has said so here.
 */
const hashes = /^(?:POST \/(?:sessions|registrations|password-resets\/completion|account\/(?!notif)|invitations)|PUT \/account\/password)/;
const oneOfEachClass = strings.filter((one, at) => strings.findIndex((other) => other.class === one.class) === at);

interface Expected {
  readonly where: string;
  readonly text: string;
}
interface Outcome {
  readonly faults: string[];
  readonly expected: Expected[];
  passed: number;
}

/** Sends every string in every field of one form of a route: what the contract refuses must be named, what it takes must be kept clean. */
async function tryForm(record: RouteRecord, sample: SampleBody, outcome: Outcome): Promise<void> {
  let base = await baseOf(record);
  const fill = (): unknown => ({ ...(sample.body as object), ...base.body });
  const fields = [...sample.fields.filter(({ path }) => typeof valueAt(fill(), path) === 'string'), ...(base.also ?? [])];
  const all = (wanted: readonly TextField[], text: string): unknown =>
    wanted.reduce((body, { path }) => withValue(body, path, text), fill());
  if (!accepts(record, fill()))
    throw new Error(
      `${nameOf(record)}: its contract refuses the ordinary body ${JSON.stringify(record.request!.safeParse(fill()).error?.issues)}`,
    );
  for (const one of hashes.test(nameOf(record)) ? oneOfEachClass : strings) {
    const refused = fields.filter(({ path }) => !accepts(record, withValue(fill(), path, one.text)));
    if (refused.length > 0 && oneOfEachClass.includes(one)) {
      const unnamed = unnamedIn(await send(record, base, all(refused, one.text)), refused);
      for (const field of unnamed) {
        // two that are wrong alone may be right together: a translation that is left out whole
        const answer = await send(record, base, all([field], one.text));
        if (unnamedIn(answer, [field]).length > 0)
          outcome.faults.push(
            `${nameOf(record)}, ${one.class}: ${answer.status} ${answer.problem?.code} does not name ${pointerOf(field.path)} ${JSON.stringify(one.text.slice(0, 60))}`,
          );
      }
    }
    let taken = fields.filter((field) => !refused.includes(field));
    if (taken.length === 0 || (base.ends && one !== strings.at(-1))) continue;
    let answer = await send(record, base, all(taken, one.text));
    const named = answer.problem?.errors?.map((error) => error.pointer) ?? [];
    if (answer.status === 422 && named.every((pointer) => taken.some(({ path }) => pointerOf(path) === pointer))) {
      // what the contract takes, and the service does not
      taken = taken.filter(({ path }) => !named.includes(pointerOf(path)));
      answer = await send(record, base, all(taken, one.text));
    }
    if (answer.status >= 500 || (answer.status >= 400 && (!answer.problem || !neverPass.test(nameOf(record)))))
      outcome.faults.push(
        `${nameOf(record)}, ${one.class}: ${answer.status} ${answer.problem?.code} ${JSON.stringify(answer.problem?.errors)} ${JSON.stringify(one.text.slice(0, 60))}`,
      );
    if (answer.status >= 300) continue;
    outcome.passed += 1;
    const parsed = record.request!.parse(all(taken, one.text));
    outcome.expected.push(
      ...taken.map((field) => ({
        where: `${nameOf(record)} ${pointerOf(field.path)}`,
        text: keptOf(field, valueAt(parsed, field.path), one.text, outcome.faults),
      })),
    );
    base = { ...base, ...(await world.bases[nameOf(record)]?.()) };
  }
}

/** What is to be kept of a text: for plain text, what the shared pipeline gives. */
function keptOf({ path, isRich, isOpen }: TextField, parsed: unknown, sent: string, faults: string[]): string {
  if (isRich) return cleanRichText(String(parsed)).html;
  const [one, many] = (['one', 'many'] as const)
    .map((lines) => readPlainText(sent, lines))
    .map((read) => ('text' in read ? read.text : null));
  if (isOpen) return one ?? '';
  if (asInTheFile.test(pointerOf(path))) return String(parsed);
  if (parsed !== '' && parsed !== one && parsed !== many && !notKept.test(pointerOf(path)))
    faults.push(`${pointerOf(path)} takes ${JSON.stringify(sent)} as ${JSON.stringify(parsed)}`);
  return String(parsed);
}

/** Of the refused fields, those that an answer does not name; all of them where it is no refusal of fields. */
function unnamedIn({ status, problem }: Answer, refused: readonly TextField[]): TextField[] {
  const named = status === 422 ? (problem?.errors ?? []).map((one) => one.pointer) : [];
  return refused.filter(({ path }) => !named.some((one) => pointerOf(path).startsWith(one)));
}

/** Columns of files of other platforms, named as they are there; what comes out of them goes through the pipeline. */
const asInTheFile = /^imports\.mapping|\/mapping\//;
const harmful =
  /<\s*(?:script|iframe|object|embed|svg|math|form|input|base)\b|<[^>]*\son\w+\s*=|<[^>]*\s(?:href|src)\s*=\s*["']?\s*(?!https?:|mailto:|#|\/)[^"'>]/i;

/** Why a text that was written is not inert where it stands. */
function livingPart({ column, text }: { column: string; text: string }): string | null {
  if (
    !text.isWellFormed() ||
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text) ||
    (/[\u202a-\u202e\u2066-\u2069]/.test(text) && !asInTheFile.test(column))
  )
    return `${column} keeps a hidden character: ${JSON.stringify(text.slice(0, 80))}`;
  return /html/i.test(column) && harmful.test(text) ? `${column} keeps markup that acts: ${harmful.exec(text)![0]}` : null;
}

test('what acts, and what hides, is seen where it is kept', () => {
  for (const text of ['<p onclick=alert(1)>', '<script>', '<a href="javascript:alert(1)">', 'a\u202eb', 'a\u0007b', 'a\ud800b'])
    expect(livingPart({ column: 'proposals.body_html', text })).not.toBeNull();
  for (const text of ['<p>&lt;script&gt; href=j</p>', '<a href="https://a.fr" rel="nofollow">a</a>', 'مرحبا'])
    expect(livingPart({ column: 'proposals.body_html', text })).toBeNull();
});

/** What is wrong with the texts that were written since the last time, and with those that were not. */
async function writtenFaults(expected: readonly Expected[]): Promise<string[]> {
  const written = await takeWritten();
  const kept = new Set(written.map((one) => one.text));
  return [
    ...expected
      .filter(({ where, text }) => !notKept.test(where) && !kept.has(text))
      .map(({ where, text }) => `${where} does not keep ${JSON.stringify(text.slice(0, 80))}`),
    ...written.flatMap((one) => livingPart(one) ?? []),
  ];
}

told(
  'sixty hostile strings in every field of every form are kept inert as the text pipeline gives them, or refused with the field named',
  async () => {
    expect([strings.length, new Set(strings.map((one) => one.text)).size]).toEqual([60, 60]);
    const outcome: Outcome = { faults: [], expected: [], passed: 0 };
    // The wizard first, and what ends it last.
    const turn = ({ path }: RouteRecord): number => (path === '/installation/administrator' ? 2 : path.startsWith('/installation') ? 0 : 1);
    const waiting = [...records]
      .sort((a, b) => turn(a) - turn(b))
      .flatMap((record) => sampleBodies(record.request!, world.objects).map((sample) => ({ record, sample })));
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await tryForm(next.record, next.sample, outcome);
      }),
    );
    expect([...outcome.faults, ...(await writtenFaults(outcome.expected))].slice(0, 40)).toEqual([]);
    expect(outcome.passed).toBeGreaterThan(2_000);
  },
  300_000,
);

told('the same strings in every question of an address, and as names of files, find nothing, are kept inert or are refused', async () => {
  await app.db.run('ANALYZE'); // as PostgreSQL does by itself within a minute: hundreds of rows came in seconds
  const faults: string[] = [];
  const asked = app.app
    .get(Pipeline)
    .records()
    .filter((one) => one.method === 'GET' && one.query && !one.path.endsWith('/live'));
  const everybody = world.callers;
  for (const record of asked)
    for (const [name, field] of Object.entries(record.query!.shape))
      if (z.safeParse(field as z.ZodType, 'un banc').success)
        for (const { text } of strings) {
          const base = { who: everybody[calls % 2]!, query: `${name}=${encodeURIComponent(text.toWellFormed().slice(0, 3_000))}` };
          const { status, problem } = await send(record, base, undefined);
          if (status >= 500 || (status >= 400 && !problem)) faults.push(`${nameOf(record)} ${base.query.slice(0, 80)}: ${status}`);
        }
  for (const { text } of strings) {
    const { status, problem } = await as(app, everybody[0]!).call(uploadFile, {
      query: { purpose: 'import' },
      raw: new Uint8Array(Buffer.from('id,titre\n1,Un banc\n')),
      headers: { 'x-file-name': encodeURIComponent(text.toWellFormed().slice(0, 1_000)) },
    });
    if (status >= 500 || (status >= 400 && !problem?.code)) faults.push(`a file called ${JSON.stringify(text.slice(0, 60))}: ${status}`);
    await app.db.run('DELETE FROM rate_limits');
  }
  expect([...faults, ...(await writtenFaults([]))].slice(0, 40)).toEqual([]);
});
