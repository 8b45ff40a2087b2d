import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import {
  readTerritory,
  readTownSettings,
  removeTerritory,
  saveAreas,
  saveTerritory,
  saveTownArms,
  saveTownSettings,
  searchCommunes,
} from '@parvis/shared/contracts/municipalities.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aPerson, aTown, as, visitor } from '../../../test/support/people.ts';
import { projectRoot } from '../../platform/config/index.ts';
import { areaOf, setSuspended, TownDirectory } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: 'http://parvis.test:3000' });
});
afterAll(() => app.stop());

const settings: RequestOf<typeof saveTownSettings> = {
  name: 'Saint-Aubin-sur-Lisse',
  tagline: 'Décider ensemble',
  population: 8_412,
  accent: '#0c5a54',
  languages: ['fr', 'en'],
  timeZone: 'Europe/Paris',
  host: null,
  mailFrom: null,
  mailReplyTo: 'mairie@saint-aubin.fr',
};
const square = (x: number, y: number, size = 1) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
});

/** A request to the server as a browser sends it to `host`. */
function get(host: string, path: string, cookie = ''): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request(`${app.origin}${path}`, { headers: { host, ...(cookie && { cookie }) } }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode!, text }));
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['Saint Étienne', '42218', 'Saint-Étienne'],
  ['st-etienne', '42218', 'Saint-Étienne'],
  ['marseille', '13055', 'Marseille'],
  ['90400', '90032', 'Danjoutin'],
  ['l’isle-adam', '95313', 'L’Isle-Adam'],
])('a search for %s finds commune %s', async (search, code, name) => {
  const { body } = await as(app, visitor(await aTown(app))).call(searchCommunes, { query: { search } });
  expect(body.items.length).toBeLessThanOrEqual(10);
  expect(body.items.find((one) => one.code === code)).toMatchObject({ name });
});

test('an administrator changes name, colour, zone and addresses of the town; a colour that cannot be read is refused with the nearest that can', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const saved = await as(app, claire).call(saveTownSettings, {
    body: { ...settings, name: 'Ville neuve', timeZone: 'America/Martinique', languages: ['fr'], host: 'Participer.Ville-Neuve.FR' },
  });
  expect(saved.body).toMatchObject({
    name: 'Ville neuve',
    host: 'participer.ville-neuve.fr',
    origin: 'http://participer.ville-neuve.fr:3000',
    languages: ['fr'],
    mailReplyTo: 'mairie@saint-aubin.fr',
  });
  expect((await as(app, claire).call(readTownSettings)).body).toEqual(saved.body);
  expect(await app.db.one(`SELECT display_name FROM participants WHERE municipality_id = $1 AND source = 'town'`, [town.id])).toEqual({
    display_name: 'Ville neuve',
  });
  const pale = await as(app, claire).call(saveTownSettings, { body: { ...settings, accent: '#ffe97f' } });
  expect(pale).toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '#/accent', code: 'unreadable-colour', detail: expect.stringMatching(/#[0-9a-f]{6}/) as unknown }] },
  });
  for (const [field, value] of [
    ['timeZone', 'Paris'],
    ['timeZone', 'Europe/Nowhere'],
    ['languages', []],
    ['languages', ['fr', 'fr']],
    ['host', 'https://x.fr'],
    ['host', '127.0.0.1'],
    ['mailFrom', 'nobody'],
    ['name', ' '],
  ] as const) {
    const wrong = await as(app, claire).call(saveTownSettings, { body: { ...settings, [field]: value } });
    expect([wrong.status, wrong.problem.errors?.[0]?.pointer]).toEqual([422, `#/${field}`]);
  }
});

test('a host that another town or the installation has is refused', async () => {
  const [one, other] = [await aTown(app), await aTown(app, { host: 'ailleurs.test' })];
  const claire = await aPerson(app, one, { roles: ['administrator'] });
  for (const host of ['ailleurs.test', 'parvis.test']) {
    const refused = await as(app, claire).call(saveTownSettings, { body: { ...settings, host } });
    expect(refused).toMatchObject({ status: 422, problem: { errors: [{ pointer: '#/host', code: 'already-taken' }] } });
  }
  expect(await app.db.one('SELECT host FROM municipalities WHERE id = $1', [other.id])).toEqual({ host: 'ailleurs.test' });
});

test('the outline and the quarters come from GeoJSON, and tell in which quarter a place lies', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const put = (route: typeof saveTerritory | typeof saveAreas, document: unknown) =>
    as(app, claire).call(route, { raw: JSON.stringify(document), headers: { 'content-type': 'application/geo+json' } });
  expect((await put(saveTerritory, square(0, 40, 2))).body.territory?.coordinates[0]![0]).toHaveLength(5);
  const areas = {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { nom: 'Centre' }, geometry: square(0, 40) },
      { type: 'Feature', properties: { nom: 'Bords de Lisse' }, geometry: square(1, 40) },
    ],
  };
  expect((await put(saveAreas, areas)).body.areas.map((area) => area.id)).toEqual(['centre', 'bords-de-lisse']);
  expect((await as(app, visitor(town)).call(readTerritory)).body.areas).toHaveLength(2);
  expect(await areaOf(app.db, town.id, { lon: 1.5, lat: 40.5 })).toBe('bords-de-lisse');
  expect(await areaOf(app.db, town.id, { lon: 9, lat: 9 })).toBeNull();
  expect((await put(saveTerritory, { type: 'Point', coordinates: [0, 0] })).problem.errors?.[0]).toMatchObject({
    pointer: '#',
    code: 'not-a-territory',
  });
  expect((await put(saveAreas, { ...areas, features: [{ ...areas.features[0], properties: {} }] })).problem.errors?.[0]?.code).toBe(
    'area-without-name',
  );
  expect(
    (await as(app, claire).call(saveTerritory, { raw: '{"type":', headers: { 'content-type': 'application/geo+json' } })).problem.code,
  ).toBe('not-readable');
  expect((await as(app, claire).call(removeTerritory)).body).toMatchObject({ territory: null, areas: { length: 2 } });
});

const outlines = ['../shared', '../../shared']
  .map((folder) => join(projectRoot, folder, 'data/geo-communes/communes-90-territoire-de-belfort.geojson'))
  .find(existsSync);
(outlines ? test : test.skip)('the official outlines of a department are taken whole', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const raw = readFileSync(outlines!, 'utf8');
  const { status, body } = await as(app, claire).call(saveTerritory, { raw, headers: { 'content-type': 'application/geo+json' } });
  expect([status, (body.territory?.coordinates.length ?? 0) > 90]).toEqual([200, true]);
});

test('arms are an uploaded picture of the town, and of no other', async () => {
  const [town, other] = [await aTown(app), await aTown(app)];
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const fileId = await anArmsFile(town.id, claire.participantId);
  expect((await as(app, claire).call(saveTownArms, { body: { fileId } })).body.arms).toMatchObject({ id: fileId });
  expect((await as(app, visitor(town)).call(readTerritory)).status).toBe(200);
  const stranger = await aPerson(app, other, { roles: ['administrator'] });
  expect((await as(app, stranger).call(saveTownArms, { body: { fileId } })).problem.errors).toMatchObject([
    { pointer: '#/fileId', code: 'not-found' },
  ]);
  expect((await as(app, claire).call(saveTownArms, { body: { fileId: null } })).body.arms).toBeNull();
  expect(await app.db.rows('SELECT FROM files WHERE municipality_id = $1', [town.id])).toHaveLength(0);
});

async function anArmsFile(townId: string, participantId: string): Promise<string> {
  const row = await app.db.one<{ id: string }>(
    `
    INSERT INTO files (municipality_id, id, purpose, sha256, media_type, file_name, bytes, width, height, uploaded_by)
    VALUES ($1, gen_random_uuid(), 'arms', '\\x00', 'image/webp', 'blason.webp', 10, 10, 10, $2) RETURNING id`,
    [townId, participantId],
  );
  return row!.id;
}

test('each town answers at its own host, and nothing of another below it, whoever is signed in', async () => {
  const [a, b] = [await aTown(app, { host: 'a.test', name: 'Ville A' }), await aTown(app, { host: 'b.test', name: 'Ville B' })];
  const path = await aTown(app, { name: 'Ville C' });
  const claire = await aPerson(app, a, { roles: ['administrator'] });
  app.app.get(TownDirectory).forget();
  expect(JSON.parse((await get('a.test', '/api/admin/town', claire.cookie)).text)).toMatchObject({ slug: a.slug });
  expect(JSON.parse((await get('A.TEST:3000', '/api/admin/town', claire.cookie)).text)).toMatchObject({ slug: a.slug });
  expect((await get('b.test', '/api/admin/town', claire.cookie)).status).toBe(401);
  expect((await get('parvis.test', `${b.base}/api/admin/town`, claire.cookie)).status).toBe(401);
  for (const other of [b, path]) expect((await get('a.test', `${other.base}/api/territory`, claire.cookie)).status).toBe(404);
  expect((await get('parvis.test', `${path.base}/api/territory`)).status).toBe(200);
  expect((await get('inconnu.test', '/api/territory')).status).toBe(404);
});

test('a suspended town answers 503 everywhere, its neighbours go on, and it comes back', async () => {
  const [town, neighbour] = [await aTown(app), await aTown(app)];
  const directory = app.app.get(TownDirectory);
  expect(await setSuspended(app.db, town.slug, true)).toBe(true);
  directory.forget();
  expect((await as(app, visitor(town)).call(readTerritory)).problem).toMatchObject({ status: 503, code: 'municipality-suspended' });
  expect((await as(app, visitor(neighbour)).call(readTerritory)).status).toBe(200);
  await setSuspended(app.db, town.slug, false);
  directory.forget();
  expect((await as(app, visitor(town)).call(readTerritory)).status).toBe(200);
  expect(await setSuspended(app.db, 'nulle-part', true)).toBe(false);
});
