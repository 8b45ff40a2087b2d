import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import { writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { Pipeline } from '../src/platform/http/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { aPerson, type Person } from './support/people.ts';
import { absentObjects, aPreview, aWorld, ownObjects, pathOf, type Objects, type World } from './support/world.ts';

/** Who may call which route on a public object of another author, as reviewed; `UPDATE_MATRIX=1` writes it anew, and the diff is read. */
const reviewed = join(import.meta.dirname, 'authorisation.matrix.json');

/** Where it is another: who is admitted on what he or she made. */
const reviewedOwn = join(import.meta.dirname, 'authorisation.own.json');

/** What the holder of a preview link is answered about the draft that it is for, and would not be about nothing. */
const reviewedPreview = join(import.meta.dirname, 'authorisation.preview.json');

let app: TestApp;
let records: readonly RouteRecord[];
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
  // What signs out, deletes or leaves comes last, so that it disturbs nothing before it.
  const weight = (record: RouteRecord): number =>
    ['GET', 'PATCH', 'PUT', 'POST', 'DELETE'].indexOf(record.method) + (/^\/(account\/)?sessions/.test(record.path) ? 10 : 0);
  records = [...app.app.get(Pipeline).records()].sort((a, b) => weight(a) - weight(b) || a.path.localeCompare(b.path));
});
afterAll(() => app.stop());

const nameOf = (record: RouteRecord): string => `${record.method} ${record.path}`;
let calls = 0;

/** What some reads do not answer without. */
const asked: Readonly<Record<string, (objects: Objects) => string>> = {
  'GET /activities/:activityId/counts': ({ contributionId }) => `?ids=${contributionId}`,
  'GET /activities/:activityId/live': ({ contributionId }) => `?ids=${contributionId}`,
  'GET /activities/:activityId/proposals/similar': () => '?title=Planter%20des%20arbres',
  'GET /contributions/:contributionId/comments/side': () =>
    `?stance=for&cursor=${writeKeyset([1e9, 'ffffffff-ffff-7fff-bfff-ffffffffffff'])}`,
};

/** What comes back for an empty body: everything that is refused before the body is looked at, and nothing that a good one would do. */
async function ask(
  record: RouteRecord,
  who: Pick<Person, 'town' | 'cookie'>,
  objects: Objects,
): Promise<{ status: number; code: string; text: string }> {
  calls += 1;
  const abort = new AbortController();
  const answer = await fetch(`${app.origin}${who.town.base}/api${pathOf(record, objects)}${asked[nameOf(record)]?.(objects) ?? ''}`, {
    method: record.method,
    redirect: 'manual',
    signal: abort.signal,
    headers: {
      'x-forwarded-for': `10.0.${Math.floor(calls / 250)}.${calls % 250}`,
      ...(who.cookie && { cookie: who.cookie }),
      ...(record.request && { 'content-type': 'application/json' }),
    },
    ...(record.request && { body: '{}' }),
    ...(record.upload && { body: 'x' }),
  });
  const type = answer.headers.get('content-type') ?? '';
  const text = /json|csv/.test(type) ? await answer.text() : '';
  abort.abort(); // live streams do not end by themselves
  return { status: answer.status, code: type.includes('problem') ? (JSON.parse(text) as { code: string }).code : '', text };
}

/** Refusals that say that something is somebody else's, or one's own where it must not be, whatever their status. */
const ofSomebodyElse = new Set([
  'sign-in-required',
  'author-only',
  'own-contribution',
  'another-moderator',
  'contribution-not-found',
  'decision-not-found',
  'session-not-found',
  'file-not-found',
]);

const roles = ['visitor', 'citizen', 'facilitator', 'moderator', 'official', 'administrator'] as const;

/** Who of the six roles each route admits, on what `objectsFor` gives for each of them: whoever is not told to sign in, or that it is not for him or her. */
async function matrixOf(objectsFor: (world: World, role: (typeof roles)[number]) => Promise<Objects>): Promise<Record<string, string>> {
  const admitted = new Map<string, string[]>(records.map((record) => [nameOf(record), []]));
  const broken: string[] = [];
  for (const role of roles) {
    const world = await aWorld(app);
    const objects = await objectsFor(world, role);
    for (const record of records) {
      const { status, code } = await ask(record, world.people[role], objects);
      if (status >= 500) broken.push(`${role} ${nameOf(record)}: ${status} ${code}`);
      if (status !== 401 && status !== 403 && !ofSomebodyElse.has(code)) admitted.get(nameOf(record))!.push(role);
    }
  }
  expect(broken).toEqual([]);
  return Object.fromEntries([...admitted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, who]) => [name, who.join(' ')]));
}

let known: Promise<Record<string, string>> | null = null;
/** Everybody’s rights on what another author made public; looked at once. */
const others = (): Promise<Record<string, string>> => (known ??= matrixOf((world) => Promise.resolve(world.open)));

function expectReviewed(file: string, matrix: Record<string, string>): void {
  if (process.env['UPDATE_MATRIX'] || !existsSync(file)) writeFileSync(file, `${JSON.stringify(matrix, null, 2)}\n`);
  expect(matrix).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}

test('each route admits the roles that were reviewed, and no other', async () => {
  expectReviewed(reviewed, await others());
});

test('what one made oneself opens and closes the routes that were reviewed, and no other', async () => {
  const [onOthers, own] = [
    await others(),
    await matrixOf(async (world, role) =>
      role === 'visitor'
        ? world.open
        : {
            ...world.open,
            ...(await ownObjects(app, world.consultation, world.people[role], await aPerson(app, world.town, { roles: ['moderator'] }))),
          },
    ),
  ];
  expectReviewed(reviewedOwn, Object.fromEntries(Object.entries(own).filter(([name, who]) => who !== onOthers[name])));
});

/** Routes that name an object of a consultation. */
const naming = (): RouteRecord[] =>
  records.filter((record) =>
    /:(consultationId|slug|activityId|contributionId|number|(response|commitment|account|decision|appeal|import|batch|file|invitation|session)Id)\b/.test(
      record.path,
    ),
  );

/** Routes whose answers differ between objects that somebody may not know of and objects that do not exist: each would be a leak. */
async function tellTales(
  who: (world: World) => readonly Pick<Person, 'town' | 'cookie'>[],
  world: World,
  secret: Objects,
): Promise<string[]> {
  const named = naming();
  const found: string[] = [];
  for (const person of who(world))
    for (const record of named) {
      const [told, nothing] = [await ask(record, person, secret), await ask(record, person, absentObjects())];
      if (told.status !== nothing.status || told.code !== nothing.code)
        found.push(`${nameOf(record)}: ${told.status} ${told.code}, of nothing ${nothing.status} ${nothing.code}`);
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

test('the holder of a preview link reads the draft that it is for, changes nothing, and learns nobody’s name', async () => {
  const world = await aWorld(app);
  const { objects, token } = await aPreview(app, world.town, await aPerson(app, world.town, { name: 'Marcelle Nommée' }));
  const preview = `parvis_preview=${token}`;
  for (const { town, cookie } of [world.people.visitor, world.people.citizen]) {
    const holder = { town, cookie: [cookie, preview].filter(Boolean).join('; ') };
    const admitted: Record<string, string> = {};
    for (const record of naming()) {
      const [told, nothing] = [await ask(record, holder, objects), await ask(record, holder, absentObjects())];
      if (told.status !== nothing.status || told.code !== nothing.code) admitted[nameOf(record)] = `${told.status} ${told.code}`.trim();
      expect([nameOf(record), told.text]).toEqual([nameOf(record), expect.not.stringContaining('Marcelle')]);
    }
    if (!cookie) expectReviewed(reviewedPreview, Object.fromEntries(Object.entries(admitted).sort(([a], [b]) => (a < b ? -1 : 1))));
    expect(Object.keys(admitted).filter((name) => !name.startsWith('GET '))).toEqual([]);
  }
});

test('the holder of another draft’s preview link is told of this one as if it did not exist', async () => {
  const world = await aWorld(app);
  const [wanted, held] = [await aPreview(app, world.town, world.people.author), await aPreview(app, world.town, world.people.author)];
  const cookie = `parvis_preview=${held.token}`;
  const { visitor, citizen } = world.people;
  expect(
    await tellTales(
      () => [{ town: world.town, cookie }, { town: world.town, cookie: `${citizen.cookie}; ${cookie}` }, visitor],
      world,
      wanted.objects,
    ),
  ).toEqual([]);
});
