import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import { Pipeline } from '../src/platform/http/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import type { Person } from './support/people.ts';
import { absentObjects, aWorld, type Objects, type World } from './support/world.ts';

/** Who may call which route on a public object of another author, as reviewed; `UPDATE_MATRIX=1` writes it anew, and the diff is read. */
const reviewed = join(import.meta.dirname, 'authorisation.matrix.json');

let app: TestApp;
let records: readonly RouteRecord[];
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
  // What signs out, deletes or leaves comes last, so that it disturbs nothing before it.
  const weight = (record: RouteRecord): number => ['GET', 'PATCH', 'PUT', 'POST', 'DELETE'].indexOf(record.method) + (record.path.startsWith('/sessions') ? 10 : 0);
  records = [...app.app.get(Pipeline).records()].sort((a, b) => weight(a) - weight(b) || a.path.localeCompare(b.path));
});
afterAll(() => app.stop());

const nameOf = (record: RouteRecord): string => `${record.method} ${record.path}`;
let calls = 0;

/** What comes back for an empty body: everything that is refused before the body is looked at, and nothing that a good one would do. */
async function ask(record: RouteRecord, who: Pick<Person, 'town' | 'cookie'>, objects: Objects): Promise<{ status: number; code: string }> {
  calls += 1;
  const path = record.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = objects[name];
    if (value === undefined) throw new Error(`The world has nothing called ${name}; add it to support/world.ts.`);
    return encodeURIComponent(value);
  });
  const abort = new AbortController();
  const answer = await fetch(`${app.origin}${who.town.base}/api${path}`, {
    method: record.method, redirect: 'manual', signal: abort.signal,
    headers: { 'x-forwarded-for': `10.0.${Math.floor(calls / 250)}.${calls % 250}`, ...(who.cookie && { cookie: who.cookie }), ...(record.request && { 'content-type': 'application/json' }) },
    ...(record.request && { body: '{}' }), ...(record.upload && { body: 'x' }),
  });
  const isProblem = answer.headers.get('content-type')?.includes('problem') ?? false;
  const code = isProblem ? ((await answer.json()) as { code: string }).code : '';
  abort.abort(); // live streams do not end by themselves
  return { status: answer.status, code };
}

const roles = ['visitor', 'citizen', 'facilitator', 'moderator', 'official', 'administrator'] as const;

test('each route admits the roles that were reviewed, and no other', async () => {
  const admitted = new Map<string, string[]>(records.map((record) => [nameOf(record), []]));
  const broken: string[] = [];
  for (const role of roles) {
    const world = await aWorld(app);
    for (const record of records) {
      const { status, code } = await ask(record, world.people[role], world.open);
      if (status >= 500) broken.push(`${role} ${nameOf(record)}: ${status} ${code}`);
      if (status !== 401 && status !== 403 && code !== 'sign-in-required') admitted.get(nameOf(record))!.push(role);
    }
  }
  expect(broken).toEqual([]);
  const matrix = Object.fromEntries([...admitted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, who]) => [name, who.join(' ')]));
  if (process.env['UPDATE_MATRIX'] || !existsSync(reviewed)) writeFileSync(reviewed, `${JSON.stringify(matrix, null, 2)}\n`);
  expect(matrix).toEqual(JSON.parse(readFileSync(reviewed, 'utf8')));
});

/** Routes whose answers differ between objects that somebody may not know of and objects that do not exist: each would be a leak. */
async function tellTales(who: (world: World) => readonly Pick<Person, 'town' | 'cookie'>[], world: World, secret: Objects): Promise<string[]> {
  const named = records.filter((record) => /:(consultationId|slug|activityId|contributionId|number|responseId|commitmentId|accountId)\b/.test(record.path));
  const found: string[] = [];
  for (const person of who(world)) for (const record of named) {
    const [told, nothing] = [await ask(record, person, secret), await ask(record, person, absentObjects())];
    if (told.status !== nothing.status || told.code !== nothing.code) found.push(`${nameOf(record)}: ${told.status} ${told.code}, of nothing ${nothing.status} ${nothing.code}`);
  }
  return found;
}

test('another town’s objects are, to every role, as if they did not exist', async () => {
  const [world, other] = [await aWorld(app), await aWorld(app)];
  const { number: _, ...secret } = other.open; // numbers are each town's own: its first proposal is number 1 everywhere
  expect(await tellTales(({ people }) => roles.map((role) => people[role]), world, { ...secret, number: '999998' })).toEqual([]);
});

test('drafts of consultations and proposals are, to visitors and citizens, as if they did not exist', async () => {
  const world = await aWorld(app);
  expect(await tellTales(({ people }) => [people.visitor, people.citizen], world, world.draft)).toEqual([]);
});

test('a consultation for invited people is, to everybody else, as if it did not exist', async () => {
  const world = await aWorld(app);
  expect(await tellTales(({ people }) => [people.visitor, people.citizen], world, world.invited)).toEqual([]);
});
