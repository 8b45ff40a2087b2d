import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { readFile, uploadFile } from '@parvis/shared/contracts/files.ts';
import type { FilePurpose } from '@parvis/shared/rules/words.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation } from '../../../test/support/consultations.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal } from '../../../test/support/proposals.ts';
import { personalDataSources } from '../participants/index.ts';
import { FILE_STORE, type FileStore } from '../../platform/files/index.ts';
import { countPdfPages } from '../../platform/media/index.ts';
import { shownFileName } from './file-name.ts';
import { fileKey } from './file-view.ts';
import { FilesJobs } from './files.jobs.ts';
import { publishFiles } from './files.queries.ts';
import { assertOwnFiles } from './use-files.ts';

let app: TestApp;
let town: TestTown;
let ines: Person;
let admin: Person;
beforeAll(async () => {
  app = await startApp();
  town = await aTown(app);
  ines = await aPerson(app, town);
  admin = await aPerson(app, town, { name: 'Claire M.', roles: ['administrator'] });
});
afterAll(() => app.stop());

function send(
  person: Pick<Person, 'town' | 'cookie'>,
  purpose: FilePurpose,
  raw: Uint8Array,
  name = 'photo.jpg',
  headers: Readonly<Record<string, string>> = {},
) {
  return as(app, person).call(uploadFile, {
    query: { purpose },
    raw: new Uint8Array(raw),
    headers: { 'x-file-name': encodeURIComponent(name), ...headers },
  });
}

function get(person: Pick<Person, 'town' | 'cookie'>, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${app.origin}${url}`, { headers: { ...(person.cookie && { cookie: person.cookie }), ...headers } });
}

/** A photograph as a telephone makes it: turned, and telling where it was taken. */
function photograph(width = 1_600, height = 1_200): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#3a7' } })
    .withExif({ IFD0: { Make: 'Téléphone', Copyright: 'Inès' }, IFD3: { GPSLatitude: '47/1 12/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
}

async function pdfOf(pages: number): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (let page = 1; page <= pages; page += 1) document.addPage().text(`Page ${page}`);
  const done = new Promise((resolve) => {
    document.on('end', resolve);
  });
  document.end();
  await done;
  return Buffer.concat(chunks);
}

describe('a picture', () => {
  test('that Inès uploads is kept as WebP with narrower copies, without where it was taken', async () => {
    const { status, body } = await send(ines, 'picture', await photograph(2_400, 1_200), '../Ma photo: été.JPG');
    expect(status).toBe(200);
    expect(body).toMatchObject({ mediaType: 'image/webp', width: 2_000, height: 1_000, pages: null, name: 'Ma photo été.webp' });
    const shown = await get(ines, body.url);
    expect(shown.status).toBe(200);
    const kept = Buffer.from(await shown.arrayBuffer());
    expect(kept.length).toBe(body.bytes);
    expect(kept.includes('Inès') || kept.includes('EXIF')).toBe(false);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    const narrow = await sharp(Buffer.from(await (await get(ines, `${body.url}?w=400`)).arrayBuffer())).metadata();
    expect([narrow.width, narrow.height]).toEqual([400, 200]);
  });

  test('of an animation keeps its first frame', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer();
    const gif = await sharp([await frame('#f00'), await frame('#00f')], { join: { animated: true } })
      .gif()
      .toBuffer();
    const { body } = await send(ines, 'picture', gif, 'anim.gif');
    const kept = sharp(Buffer.from(await (await get(ines, body.url)).arrayBuffer()));
    expect(await kept.metadata()).toMatchObject({ width: 40, height: 30 });
    const pixel = await kept.raw().toBuffer();
    expect(pixel[0]!).toBeGreaterThan(200);
  });

  test('turned by its telephone is shown upright', async () => {
    const turned = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await send(ines, 'picture', turned)).body).toMatchObject({ width: 200, height: 300 });
  });

  test.each<[string, () => Promise<Buffer>, number, string]>([
    ['cut off', async () => (await photograph()).subarray(0, 4_000), 422, 'picture-unreadable'],
    [
      'with an enormous canvas',
      () =>
        sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
      422,
      'picture-too-many-pixels',
    ],
    [
      'drawn in SVG',
      () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
      415,
      'file-not-accepted',
    ],
    ['that is a page of HTML', () => Promise.resolve(Buffer.from('<html><script>alert(1)</script>')), 415, 'file-not-accepted'],
    ['without a byte', () => Promise.resolve(Buffer.alloc(0)), 415, 'file-not-accepted'],
  ])('%s is refused', async (_, make, status, code) => {
    const answer = await send(ines, 'picture', await make());
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
  });
});

describe('a document', () => {
  test('that the town uploads is offered for saving, with its pages', async () => {
    const { body } = await send(admin, 'document', await pdfOf(7), 'Étude de circulation.pdf');
    expect(body).toMatchObject({ mediaType: 'application/pdf', pages: 7, name: 'Étude de circulation.pdf' });
    const served = await get(admin, body.url);
    expect(served.headers.get('content-disposition')).toContain(
      'attachment; filename="Etude de circulation.pdf"; filename*=UTF-8\'\'%C3%89tude',
    );
    expect(served.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('content-type')).toBe('application/pdf');
  });

  test('that is cut off is refused', async () => {
    const answer = await send(admin, 'document', (await pdfOf(9)).subarray(0, 3_000));
    expect([answer.status, answer.problem.code]).toEqual([422, 'document-unreadable']);
  });

  test('with a compressed page tree, a linear one, or an encrypted one has its pages counted or none', () => {
    const stream = deflateSync(Buffer.from('2 0 3 40 << /Type /Pages /Kids [3 0 R] /Count 12 >> << /Type /Page >>'));
    const compressed = Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /Length 70 /Filter /FlateDecode >>\nstream\r\n'),
      stream,
      Buffer.from('\r\nendstream\nendobj\n%%EOF'),
    ]);
    expect(countPdfPages(compressed)).toBe(12);
    expect(countPdfPages(Buffer.from('%PDF-1.7\n1 0 obj << /Linearized 1 /L 9 /H [ 1 2 ] /O 3 /E 4 /N 31 /T 5 >>'))).toBe(31);
    expect(countPdfPages(Buffer.from('%PDF-1.7\n1 0 obj << /Type /ObjStm >>\nstream\nsecret\nendstream %%EOF'))).toBeNull();
  });
});

test('a PDF made to keep the server busy is done with at once', () => {
  const started = performance.now();
  const words = (word: string, ending = '') => Buffer.from(`%PDF-1.7\n${word.repeat(2_000_000 / word.length)}${ending}\n%%EOF`);
  expect([countPdfPages(words('/Type/Pages ')), countPdfPages(words('/Type/ObjStm ', 'stream\nx\nendstream'))]).toEqual([null, null]);
  expect(performance.now() - started).toBeLessThan(3_000);
});

describe('who may', () => {
  test('a visitor uploads nothing; a citizen uploads pictures only', async () => {
    const picture = await photograph(50, 50);
    expect((await send(visitor(town), 'picture', picture)).status).toBe(401);
    for (const purpose of ['document', 'cover', 'arms', 'scan', 'import', 'territory'] as const)
      expect((await send(ines, purpose, picture)).status).toBe(403);
    const facilitator = await aPerson(app, town, { roles: ['facilitator'] });
    expect((await send(facilitator, 'scan', picture)).status).toBe(200);
    expect((await send(facilitator, 'cover', picture)).status).toBe(403);
  });

  test('until it is public, a file is its uploader’s and the staff’s; then everybody’s, and caches may keep it', async () => {
    const { body } = await send(ines, 'picture', await photograph(80, 60));
    const paul = await aPerson(app, town, { name: 'Paul' });
    const other = await aPerson(app, await aTown(app), { roles: ['administrator'] });
    const statuses = async () => Promise.all([ines, admin, paul, visitor(town)].map(async (one) => (await get(one, body.url)).status));
    expect(await statuses()).toEqual([200, 200, 404, 404]);
    expect((await get(ines, body.url)).headers.get('cache-control')).toContain('private');
    await app.db.transaction((tx) => publishFiles(tx, town.id, [body.id]));
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    const served = await get(visitor(town), body.url);
    expect(served.headers.get('cache-control')).toBe('public, max-age=86400');
    expect((await get(visitor(town), body.url, { 'if-none-match': served.headers.get('etag')! })).status).toBe(304);
    expect((await as(app, other).call(readFile, { params: { fileId: body.id, name: body.name } })).status).toBe(404);
  });

  test('nobody uses a file of somebody else, of another town or of another purpose', async () => {
    const { body } = await send(ines, 'picture', await photograph(80, 60));
    const actor = (person: Person) =>
      ({ municipalityId: person.town.id, participantId: person.participantId, roles: [], secondFactorPassed: true }) as never;
    const use = (person: Person, purpose: FilePurpose) =>
      app.db.transaction((tx) => assertOwnFiles(tx, actor(person), [body.id], purpose, '#/pictures/0/fileId'));
    expect((await use(ines, 'picture'))[0]!.id).toBe(body.id);
    await expect(use(ines, 'document')).rejects.toMatchObject({ fields: [{ pointer: '#/pictures/0/fileId', code: 'not-found' }] });
    await expect(use(await aPerson(app, town), 'picture')).rejects.toMatchObject({ status: 422 });
    await expect(use(await aPerson(app, await aTown(app)), 'picture')).rejects.toMatchObject({ status: 422 });
  });
});

test('a file that is too heavy for its purpose is refused before it is read', async () => {
  const answer = await send(ines, 'picture', Buffer.alloc(10_000_001));
  expect([answer.status, answer.problem.code]).toEqual([413, 'too-large']);
  expect(answer.problem.detail).toContain('10');
});

test('a territory is a text that looks like GeoJSON, an import a text', async () => {
  expect((await send(admin, 'territory', Buffer.from('{"type":"Polygon"}'), 'contour.geojson')).status).toBe(200);
  expect((await send(admin, 'territory', Buffer.from('id;titre'))).status).toBe(415);
  expect((await send(admin, 'import', Buffer.from('\ufeffid;titre\n1;Un'), 'export.csv')).body).toMatchObject({
    mediaType: 'text/csv',
    name: 'export.csv',
  });
  expect((await send(admin, 'import', Buffer.from('{"id":1}\n'), 'x')).body).toMatchObject({
    mediaType: 'application/x-ndjson',
    name: 'x.jsonl',
  });
  expect((await send(admin, 'import', await photograph(20, 20))).status).toBe(415);
});

test.each([
  ['C:\\Users\\ines\\photo.png', 'photo.webp'],
  ['../../etc/passwd', 'passwd.webp'],
  ['', 'fichier.webp'],
  ['\u202egnp.exe', 'gnp.webp'],
  ['.htaccess', 'fichier.webp'],
  ['a\u0000b.png', 'fichier.webp'],
  ['x'.repeat(300), `${'x'.repeat(100)}.webp`],
])('a file called %j is offered as %j', (sent, shown) => expect(shownFileName(sent, 'webp')).toBe(shown));

test('an upload that no form was sent with is removed after a day, its bytes too; what is used or public stays', async () => {
  const store = app.app.get<FileStore>(FILE_STORE);
  const [forgotten, published, arms] = await Promise.all([
    send(ines, 'picture', await photograph(500, 60)),
    send(ines, 'picture', await photograph(80, 60)),
    send(admin, 'arms', await photograph(80, 60)),
  ]);
  await app.db.transaction((tx) => publishFiles(tx, town.id, [published.body.id]));
  await app.db.run('UPDATE municipalities SET arms_file_id = $2 WHERE id = $1', [town.id, arms.body.id]);
  await app.db.run(`UPDATE files SET created_at = created_at - interval '25 hours' WHERE municipality_id = $1`, [town.id]);
  const jobs = app.app.get(FilesJobs);
  await jobs.removeUnused();
  const left = (await app.db.rows<{ id: string }>('SELECT id FROM files WHERE municipality_id = $1', [town.id])).map((row) => row.id);
  expect(left).toEqual(expect.arrayContaining([published.body.id, arms.body.id]));
  expect(left).not.toContain(forgotten.body.id);
  await jobs.removeBytes({ files: [{ municipalityId: town.id, id: forgotten.body.id }] });
  expect(await store.exists(fileKey(town.id, forgotten.body.id))).toBe(false);
  expect(await store.exists(fileKey(town.id, forgotten.body.id, 400))).toBe(false);
  expect(await store.exists(fileKey(town.id, published.body.id))).toBe(true);
});

test('who leaves and takes the texts along takes their pictures too; otherwise they stay without a name', async () => {
  const consultation = await aConsultation(app, town);
  const paul = await aPerson(app, town, { name: 'Paul' });
  const proposal = await aProposal(app, town, consultation, paul);
  const [shown, unused] = await Promise.all([
    send(paul, 'picture', await photograph(90, 60)),
    send(paul, 'picture', await photograph(80, 60)),
  ]);
  await app.db.run(
    `INSERT INTO contribution_files (municipality_id, contribution_id, file_id, alt, position) VALUES ($1, $2, $3, 'Un banc', 1)`,
    [town.id, proposal.id, shown.body.id],
  );
  const source = personalDataSources().find((one) => one.name === 'files')!;
  const person = { municipalityId: town.id, participantId: paul.participantId, accountId: null, email: null };
  const left = async () =>
    await app.db.rows<{ id: string; uploaded_by: string | null }>(
      'SELECT id, uploaded_by FROM files WHERE municipality_id = $1 AND id = ANY ($2)',
      [town.id, [shown.body.id, unused.body.id]],
    );
  expect(await source.read(app.db, person)).toHaveLength(2);
  await app.db.transaction((tx) => source.erase!(tx, person, { texts: false }));
  expect(await left()).toEqual([{ id: shown.body.id, uploaded_by: null }]);
  await app.db.transaction((tx) => source.erase!(tx, person, { texts: true }));
  expect(await left()).toEqual([]);
});
