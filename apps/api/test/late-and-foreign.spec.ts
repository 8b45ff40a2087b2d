import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import { readyMappings } from '@parvis/shared/rules/imports/ready-mappings.ts';
import { staffRoles } from '@parvis/shared/rules/words.ts';
import { Pipeline, type ProblemDocument } from '../src/platform/http/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { aPerson, type Person } from './support/people.ts';
import { aWorld, pathOf, type World } from './support/world.ts';

let app: TestApp;
let here: World;
let elsewhere: World;
let everything: Person;
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
  [here, elsewhere] = [await aWorld(app), await aWorld(app)];
  everything = await aPerson(app, here.town, { name: 'Qui peut tout', roles: staffRoles });
});
afterAll(() => app.stop());

const text = { title: 'Un banc devant la pharmacie', bodyHtml: '<p>Pour s’asseoir en attendant le bus.</p>', categoryId: 'rues' };
const answer = { status: 'accepted', bodyHtml: '<p>Ce sera fait à l’automne prochain.</p>', signedAs: 'La maire' };
const presentation = {
  title: 'Le centre demain',
  slug: 'centre-demain',
  question: 'Comment se déplacer ?',
  summary: 'Dites-le.',
  bodyHtml: '<p>Le centre change.</p>',
  cover: null,
  decidedBy: 'Le conseil',
  decidedOn: '2027-01-31',
  whatThen: 'Une réponse.',
  contact: '',
  responseDelayDays: 60,
  areaIds: [],
  territory: null,
  documents: [],
  visibility: 'public',
  reason: 'Précision',
};
const phase = { kind: 'contributions', title: 'Proposer', startsOn: '2026-01-01', endsOn: '2027-12-31', opens: [] };
const comment = { name: 'Marcelle', title: 'Un banc pour tous', text: 'Pour s’asseoir.' };

/** By route: a good body but for one identifier (`id`), which is another town's. Every identifier that a body can hold stands here. */
const bodies: Readonly<Record<string, (id: string) => Readonly<Record<string, object>>>> = {
  'PUT /admin/town/arms': (id) => ({ '/fileId': { fileId: id } }),
  'POST /imports': (id) => ({
    '/activityId': { activityId: id, fileId: here.open['fileId'], mapping: { ...readyMappings['consul-proposals'], source: 'essai' } },
    '/fileId': { activityId: here.open['activityId'], fileId: id, mapping: { ...readyMappings['consul-proposals'], source: 'essai' } },
  }),
  'POST /paper/batches': (id) => ({
    '/consultationId': { consultationId: id, receivedOn: '2026-01-15' },
    '/scanFileId': { consultationId: here.open['consultationId'], receivedOn: '2026-01-15', scanFileId: id },
  }),
  'PATCH /paper/batches/:batchId': (id) => ({ '/scanFileId': { label: '', scanFileId: id } }),
  'POST /paper/batches/:batchId/proposals': (id) => ({ '/activityId': { ...comment, activityId: id } }),
  'POST /paper/batches/:batchId/cancellations': (id) => ({
    '/contributionId': { kind: 'support', contributionId: id, participantId: here.people.author.participantId, reason: 'Erreur de saisie' },
    '/participantId': { kind: 'support', contributionId: here.open['contributionId'], participantId: id, reason: 'Erreur de saisie' },
  }),
  'POST /contributions/:contributionId/comments': (id) => ({ '/parentId': { text: 'Un avis.', parentId: id } }),
  'PUT /admin/consultations/:consultationId': (id) => ({
    '/cover/fileId': { ...presentation, cover: { fileId: id, alt: '' } },
    '/documents/*/fileId': { ...presentation, documents: [{ fileId: id, title: 'Plan' }] },
  }),
  'PUT /admin/consultations/:consultationId/activity-order': (id) => ({ '/activityIds/*': { activityIds: [id], reason: 'Ordre' } }),
  'PUT /admin/consultations/:consultationId/phases': (id) => ({
    '/phases/*/id': { phases: [{ ...phase, id }], reason: 'Dates' },
    '/phases/*/opens/*/activityId': {
      phases: [{ ...phase, opens: [{ activityId: id, action: 'propose', minLevel: 1 }] }],
      reason: 'Dates',
    },
  }),
  'POST /activities/:activityId/proposals': (id) => ({
    '/pictures/*/fileId': { ...text, pictures: [{ fileId: id, alt: 'Un banc' }] },
    '/draftId': { ...text, draftId: id },
  }),
  'POST /activities/:activityId/proposal-drafts': (id) => ({ '/pictures/*/fileId': { ...text, pictures: [{ fileId: id, alt: '' }] } }),
  'PUT /proposal-drafts/:contributionId': (id) => ({ '/pictures/*/fileId': { ...text, pictures: [{ fileId: id, alt: '' }] } }),
  'PUT /proposals/:contributionId': (id) => ({
    '/pictures/*/fileId': { ...text, revision: 1, pictures: [{ fileId: id, alt: 'Un banc' }] },
  }),
  ...Object.fromEntries(
    ['POST /consultations/:consultationId/responses', 'PUT /responses/:responseId'].map((name) => [
      name,
      (id: string) => ({
        '/subjectIds/*': { ...answer, subjectIds: [id] },
        '/activityId': { ...answer, activityId: id },
        '/documents/*/fileId': { ...answer, subjectIds: [here.open['contributionId']], documents: [{ fileId: id, title: 'Plan' }] },
      }),
    ]),
  ),
  'POST /consultations/:consultationId/responses/publish': (id) => ({ '/responseIds/*': { responseIds: [id] } }),
};
/** Passed over in silence, by contract: contents that are not there any more are not decided with the others. */
const passedOver = new Set(['POST /moderation/contributions/:contributionId/decisions /also/*']);

interface Schema {
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}
function identifiersOf(schema: Schema, at = ''): string[] {
  return [
    ...(schema.format === 'uuid' ? [at] : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => identifiersOf(one, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => identifiersOf(one, `${at}/${name}`)),
    ...(schema.items ? identifiersOf(schema.items, `${at}/*`) : []),
  ];
}

const nameOf = (record: RouteRecord): string => `${record.method} ${record.path}`;

async function send(
  record: RouteRecord,
  who: Pick<Person, 'town' | 'cookie'>,
  body: object,
): Promise<{ status: number; problem: ProblemDocument }> {
  const response = await fetch(`${app.origin}${who.town.base}/api${pathOf(record, here.open)}`, {
    method: record.method,
    headers: { 'content-type': 'application/json', cookie: who.cookie },
    body: JSON.stringify(body),
  });
  return { status: response.status, problem: (await response.json()) as ProblemDocument };
}

/** What another town has under the name of a field. */
function foreign(pointer: string): string {
  const name = /(\w+?)s?(?:\/\*)?$/.exec(pointer)![1]!.replace(/^(scanFile)Id?$/, 'fileId');
  const known: Readonly<Record<string, string>> = {
    subjectId: 'contributionId',
    parentId: 'commentId',
    scanFileId: 'fileId',
    id: 'phaseId',
  };
  return elsewhere.open[known[name] ?? name] ?? randomUUID();
}

test('an identifier of another town, in whatever body, is refused as one that leads nowhere', async () => {
  const found: string[] = [];
  for (const record of app.app
    .get(Pipeline)
    .records()
    .filter((one) => one.request)) {
    for (const pointer of new Set(
      identifiersOf(z.toJSONSchema(record.request!, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema),
    )) {
      if (passedOver.has(`${nameOf(record)} ${pointer}`)) continue;
      const made = bodies[nameOf(record)]?.(foreign(pointer))[pointer];
      if (!made) {
        found.push(`${nameOf(record)} ${pointer}: no body in this test`);
        continue;
      }
      const [theirs, nothing] = [made, JSON.parse(JSON.stringify(made).replaceAll(foreign(pointer), randomUUID())) as object];
      const isAuthors = /^PUT \/proposal/.test(nameOf(record));
      const told = await send(record, isAuthors ? here.people.author : everything, theirs);
      const told2 = await send(record, isAuthors ? here.people.author : everything, nothing);
      const names = (one: typeof told) => (one.problem.errors ?? []).map(({ pointer: at, code }) => `${at} ${code}`).join();
      const isWrong =
        told.status < 400 ||
        told.status >= 500 ||
        told.status !== told2.status ||
        told.problem.code !== told2.problem.code ||
        names(told) !== names(told2);
      const isOther = told.status === 422 && !names(told).includes(pointer.split('/')[1]!);
      if (isWrong || isOther)
        found.push(
          `${nameOf(record)} ${pointer}: ${told.status} ${told.problem.code} ${names(told)}; of nothing ${told2.status} ${told2.problem.code} ${names(told2)}`,
        );
    }
  }
  expect(found).toEqual([]);
});
