import { type ImportView, publishImport, readImport, startImport } from '@parvis/shared/contracts/imports.ts';
import { type RequestOf } from '@parvis/shared/contracts/route.ts';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import { type ImportMapping } from '@parvis/shared/rules/imports/mapping.ts';
import { type TestApp, startApp } from './app.ts';
import { type TestConsultation, aConsultation } from './consultations.ts';
import { type Answer, type Person, type TestTown, aPerson, aTown, as } from './people.ts';
import { ImportRunner } from '../../src/core/imports/index.ts';

export let app: TestApp;
export let town: TestTown;
export let admin: Person;
export let consultation: TestConsultation;
/** Uploads and stages as the screen does; the jobs run here and now. */
export async function stage(bytes: string | Uint8Array, mapping: ImportMapping): Promise<ImportView> {
  const file = await as(app, admin).call(uploadFile, {
    query: { purpose: 'import' },
    raw: new Uint8Array(Buffer.from(bytes)),
    headers: { 'x-file-name': 'export' },
  });
  expect(file.status).toBe(200);
  const started = await as(app, admin).call(startImport, {
    body: { activityId: consultation.activity.id, fileId: file.body.id, mapping: mapping as RequestOf<typeof startImport>['mapping'] },
  });
  expect([started.status, started.body.state]).toEqual([200, 'staging']);
  await app.app.get(ImportRunner).stageJob({ municipalityId: town.id, importId: started.body.id });
  return (await read(started.body.id)).body;
}
export const read = (importId: string): Promise<Answer<ImportView>> => as(app, admin).call(readImport, { params: { importId } });
export async function publish(importId: string, leaveOutFaulty = false): Promise<ImportView> {
  const answer = await as(app, admin).call(publishImport, { params: { importId }, body: { leaveOutFaulty } });
  expect([answer.status, answer.body.state]).toEqual([200, 'publishing']);
  await app.app.get(ImportRunner).publish({ municipalityId: town.id, importId });
  return (await read(importId)).body;
}
export async function count(sql: string, values: readonly string[] = []): Promise<number> {
  return (await app.db.one<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, [town.id, ...values]))!.n;
}
export const keysOf = (source: string, kind: string): Promise<number> =>
  count('external_keys WHERE municipality_id = $1 AND source = $2 AND kind = $3', [source, kind]);

/** One town with an administrator who imports, for all tests of a file. */
export function importsScene(): void {
  beforeAll(async () => {
    app = await startApp();
    town = await aTown(app);
    admin = await aPerson(app, town, { name: 'Claire M.', roles: ['administrator'] });
    consultation = await aConsultation(app, town);
  });
  afterAll(() => app.stop());
}
