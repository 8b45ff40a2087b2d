import sharp from 'sharp';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aTown, type TestTown } from '../../../test/support/people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const picture = async (town: Pick<TestTown, 'base'>): Promise<{ answer: Response; bytes: Buffer }> => {
  const answer = await fetch(`${app.origin}${town.base}/share.png`);
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};

test('each town has a picture for shared links, in its own words and colour, made of fonts that Parvis brings', async () => {
  const [green, red] = [await aTown(app), await aTown(app, { name: 'L’Œuvre <b>& Cie' })];
  for (const [{ id }, accent] of [
    [green, '#0c5a54'],
    [red, '#8a1538'],
  ] as const)
    await app.db.run('UPDATE municipalities SET accent = $2 WHERE id = $1', [id, accent]);
  const [one, other] = [await picture(green), await picture(red)];
  expect([one.answer.status, one.answer.headers.get('content-type'), one.answer.headers.get('cache-control')]).toEqual([
    200,
    'image/png',
    'public, max-age=300',
  ]);
  expect(await sharp(one.bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(one.bytes.length).toBeLessThan(100_000);
  for (const [{ bytes }, colour] of [
    [one, [0x0c, 0x5a, 0x54]],
    [other, [0x8a, 0x15, 0x38]],
  ] as const) {
    const edge = await sharp(bytes).extract({ left: 4, top: 4, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
    for (const [at, value] of colour.entries()) expect(Math.abs(edge[at]! - value)).toBeLessThan(6);
    const words = await sharp(bytes).extract({ left: 96, top: 280, width: 1000, height: 120 }).stats();
    expect(words.isOpaque && words.channels[0]!.stdev > 20).toBe(true); // dark letters on the paper
  }
  expect((await picture(green)).bytes.equals(one.bytes)).toBe(true);
  await app.db.run(`UPDATE municipalities SET tagline = 'La parole aux habitants' WHERE id = $1`, [green.id]);
  expect((await picture(green)).bytes.equals(one.bytes)).toBe(false);
});

test('where no town is, or one that is suspended, there is no picture', async () => {
  const town = await aTown(app);
  await app.db.run('UPDATE municipalities SET suspended_at = statement_timestamp() WHERE id = $1', [town.id]);
  expect((await picture(town)).answer.status).toBe(404);
  expect((await picture({ base: '/t/nulle-part' })).answer.status).toBe(404);
});
