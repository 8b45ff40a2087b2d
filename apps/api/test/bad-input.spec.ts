import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import { openInstallation } from '@parvis/shared/contracts/installation.ts';
import { staffRoles } from '@parvis/shared/rules/words.ts';
import { SetupLinks } from '../src/core/installation/index.ts';
import { Pipeline, type ProblemDocument } from '../src/platform/http/index.ts';
import { hasMessage, languages, type Language } from '../src/platform/messages/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { freshDatabaseUrl } from './support/database.ts';
import { faultyBodies, faultyQueries } from './support/faulty-bodies.ts';
import { aPerson, as, visitor, type Person } from './support/people.ts';
import { aWorld, pathOf, type World } from './support/world.ts';

type Caller = Pick<Person, 'town' | 'cookie'> & { readonly at: TestApp };

let app: TestApp;
let empty: TestApp;
let world: World;
let everybody: readonly Caller[];
let records: readonly RouteRecord[];
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
  world = await aWorld(app);
  // An installation without a town, and the browser that sets it up.
  empty = await startApp({ DATABASE_URL: await freshDatabaseUrl(), TRUSTED_PROXIES: '127.0.0.1' });
  const nowhere = { id: '', slug: '', base: '' };
  const token = /jeton=([\w-]+)/.exec((await empty.app.get(SetupLinks).invitation())!)![1]!;
  const opened = await as(empty, visitor(nowhere)).call(openInstallation, { body: { token } });
  const first = { town: nowhere, cookie: /parvis_installation=[^;]*/.exec(opened.headers.get('set-cookie')!)![0], at: empty };
  everybody = [
    ...[await aPerson(app, world.town, { name: 'Qui peut tout', roles: staffRoles }), world.people.author, world.people.visitor].map(
      (one) => ({ ...one, at: app }),
    ),
    first,
  ];
  records = app.app.get(Pipeline).records();
});
afterAll(() => Promise.all([app.stop(), empty.stop()]));

interface Sent {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
  readonly query?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly language?: Language;
}
interface Told {
  readonly status: number;
  readonly problem: ProblemDocument | null;
  readonly faults: readonly string[];
}

const nameOf = (record: RouteRecord): string => `${record.method} ${record.path}`;
let calls = 0;

/** Calls a route by hand, each time from another address, so that no limit answers in place of what is tested. */
async function call(
  record: RouteRecord,
  who: Caller,
  { body, type = 'application/json', query = '', params = {}, language = languages[calls % 2]! }: Sent = {},
): Promise<Told> {
  calls += 1;
  if (calls % 20 === 0) await who.at.db.run('DELETE FROM rate_limits');
  const path = record.path.replace(/:(\w+)/g, (part, name: string) =>
    params[name] === undefined ? part : encodeURIComponent(params[name]),
  );
  const stop = new AbortController();
  const answer = await fetch(`${who.at.origin}${who.town.base}/api${pathOf({ ...record, path }, world.open)}${query && `?${query}`}`, {
    method: record.method,
    redirect: 'manual',
    signal: stop.signal,
    headers: {
      'x-forwarded-for': `10.${calls >> 16}.${(calls >> 8) & 255}.${calls & 255}`,
      'accept-language': language,
      ...(who.cookie && { cookie: who.cookie }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body }),
  });
  const isProblem = /^application\/problem\+json/.test(answer.headers.get('content-type') ?? '');
  const problem = isProblem ? ((await answer.json()) as ProblemDocument) : null;
  stop.abort();
  return { status: answer.status, problem, faults: faultsOf(answer.status, answer.headers, problem, language) };
}

/** What a problem document lacks of RFC 9457 and of the reader's language. */
function faultsOf(status: number, headers: Headers, problem: ProblemDocument | null, language: Language): string[] {
  if (status >= 500) return [`${status} ${problem?.code ?? ''}`];
  if (status < 400) return [];
  if (!problem) return [`${status} without a problem document`];
  const sentences = [problem.title, problem.detail, ...(problem.errors ?? []).map((one) => one.detail)];
  return [
    ...(problem.status === status ? [] : ['another status inside']),
    ...(problem.type === `urn:parvis:problem:${problem.code}` ? [] : ['type']),
    ...(/^urn:uuid:[0-9a-f-]{36}$/.test(problem.instance) ? [] : ['instance']),
    ...(headers.get('content-language') === language ? [] : ['content-language']),
    ...(hasMessage(language, `problems.${problem.code}.title`) ? [] : ['no words']),
    ...sentences.filter((one) => !one || /\{\w+\}/.test(one)).map((one) => `the sentence "${one}"`),
    ...(status === 422 && !problem.errors?.length && problem.code === 'invalid-input' ? ['no field named'] : []),
  ];
}

/** Whoever of the town gets as far as the body of a route, or null where nobody does. */
async function whoReaches(record: RouteRecord): Promise<Caller | null> {
  for (const person of everybody) {
    const { status } = await call(record, person, { body: '{' });
    if (status === 400) return person;
  }
  return null;
}

/** Each route that takes JSON, with somebody who may use it. */
async function forms(): Promise<{ readonly record: RouteRecord; readonly who: Caller }[]> {
  const found = [];
  for (const record of records.filter((one) => one.request)) {
    const who = await whoReaches(record);
    if (!who) throw new Error(`Nobody of the test reaches ${nameOf(record)}; give the world what it needs (support/world.ts).`);
    found.push({ record, who });
  }
  return found;
}

test('a form with a fault is refused with words in the reader’s language that name the field', async () => {
  const found: string[] = [];
  for (const { record, who } of await forms()) {
    for (const { what, body, pointer } of faultyBodies(record.request!)) {
      const { status, problem, faults } = await call(record, who, { body: JSON.stringify(body) });
      const isNamed = problem?.errors?.some((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
      if (status !== 422 || !isNamed || faults.length > 0)
        found.push(
          `${nameOf(record)}, ${what}: ${status} ${problem?.code} ${JSON.stringify(problem?.errors)?.slice(0, 200)} ${faults.join(', ')}`,
        );
    }
  }
  expect(found).toEqual([]);
});

test('what is not readable, of another kind or over a megabyte is refused as such', async () => {
  const found: string[] = [];
  const wrong: readonly (readonly [string, Sent, number, string])[] = [
    ['no body', { body: '' }, 400, 'not-readable'],
    ['broken JSON', { body: '{"title": "Un banc' }, 400, 'not-readable'],
    ['no UTF-8', { body: new Uint8Array([0x22, 0xc3, 0x28, 0x22]) }, 400, 'not-readable'],
    ['a form of old', { body: 'title=Un+banc', type: 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
    ['nothing at all', {}, 415, 'unsupported-media-type'],
    ['a text', { body: '{}', type: 'text/plain' }, 415, 'unsupported-media-type'],
    ['over a megabyte', { body: `{"title":"${'a'.repeat(1_000_000)}"}` }, 413, 'too-large'],
  ];
  for (const { record, who } of await forms())
    for (const [what, sent, status, code] of wrong) {
      const told = await call(record, who, sent);
      if (told.status !== status || told.problem?.code !== code || told.faults.length > 0)
        found.push(`${nameOf(record)}, ${what}: ${told.status} ${told.problem?.code} ${told.faults.join(', ')}`);
    }
  expect(found).toEqual([]);
});

test('an address with a faulty question is refused with the field named', async () => {
  const found: string[] = [];
  for (const record of records.filter((one) => one.query))
    for (const { what, query, pointer } of faultyQueries(record.query!)) {
      const told = await Promise.all(everybody.map((who) => call(record, who, { query })));
      if (!told.some(({ status, problem }) => status === 422 && problem?.errors?.some((one) => one.pointer.startsWith(pointer))))
        found.push(`${nameOf(record)}, ${what}: ${told.map((one) => `${one.status} ${one.problem?.code}`).join(', ')}`);
      for (const one of told) if (one.faults.length > 0) found.push(`${nameOf(record)}, ${what}: ${one.faults.join(', ')}`);
    }
  expect(found).toEqual([]);
});

test('a page of a list that nobody was given is no page', async () => {
  const found: string[] = [];
  for (const record of records.filter((one) => one.query?.shape['cursor']))
    for (const cursor of [
      'AAAA',
      'W10',
      Buffer.from('["x","y"]').toString('base64url'),
      Buffer.from('[1,2,3,4]').toString('base64url'),
      Buffer.from('{"a":null}').toString('base64url'),
    ]) {
      for (const who of everybody) {
        const { status, problem, faults } = await call(record, who, { query: `cursor=${cursor}` });
        if (status < 400 || faults.length > 0) found.push(`${nameOf(record)}, ${cursor}: ${status} ${problem?.code} ${faults.join(', ')}`);
      }
    }
  expect(found).toEqual([]);
});

test('an address that is no address answers as one that leads nowhere', async () => {
  const found: string[] = [];
  const wrong = [
    'x',
    '0',
    '-1',
    '1e9',
    '99999999999999999999',
    '%00',
    'é'.repeat(200),
    '../../etc/passwd',
    '00000000-0000-0000-0000-00000000000g',
    "' OR 1=1 --",
  ];
  for (const record of records)
    for (const [, name] of record.path.matchAll(/:(\w+)/g))
      for (const value of wrong) {
        if (record.path === '/files/:fileId/:name' && name === 'name') continue; // it is for people: the identifier alone decides
        for (const who of everybody) {
          const told = await call(record, who, { params: { [name!]: value }, ...(record.request && { body: '{}' }) });
          if (told.status < 400 || told.faults.length > 0)
            found.push(`${nameOf(record)}, ${name} ${value.slice(0, 30)}: ${told.status} ${told.problem?.code} ${told.faults.join(', ')}`);
        }
      }
  expect(found).toEqual([]);
});
