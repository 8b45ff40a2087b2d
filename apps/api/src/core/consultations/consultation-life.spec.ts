import {
  archiveConsultation,
  closeConsultation,
  duplicateConsultation,
  listAdminConsultations,
  publishConsultation,
  readAdminConsultation,
  removeDraft,
  savePresentation,
} from '@parvis/shared/contracts/consultation-admin.ts';
import { listConsultations, readConsultation, readConsultationHistory } from '@parvis/shared/contracts/consultations.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation } from '../../../test/support/consultations.ts';
import { aDraft as newDraft, aPublished, presentationOf, type Presentation } from '../../../test/support/consultation-desk.ts';
import { completeLegalPages } from '../../../test/support/legal.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';

let app: TestApp;
let town: TestTown;
let clerk: Person;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  town = await aTown(app);
  clerk = await aPerson(app, town, { name: 'Claire Delmas', roles: ['administrator'] });
});
afterAll(() => app.stop());

const aDraft = (change?: Partial<Presentation>) => newDraft(app, clerk, change);
const published = () => aPublished(app, town, clerk);
const seen = async (slug: string, person: Pick<Person, 'town' | 'cookie'> = visitor(town)) =>
  as(app, person).call(readConsultation, { params: { slug } });

test('a clerk begins with a draft that proposes an activity and a calendar, and is told what is missing', async () => {
  const draft = await aDraft({});
  expect(draft.activities).toMatchObject([{ kind: 'proposals', slug: 'propositions', offers: ['propose', 'support', 'comment'] }]);
  expect(draft.phases.map(({ kind, endsOn, opens }) => [kind, endsOn !== null, opens.length])).toEqual([
    ['information', false, 0],
    ['contributions', true, 3],
    ['response', true, 0],
    ['follow-up', false, 0],
  ]);
  expect(new Date(draft.phases[0]!.startsOn).getUTCDay()).toBe(1);
  expect(draft.checklist.filter((one) => !one.isDone).map((one) => one.code)).toEqual([
    'question',
    'decided-by',
    'decided-on',
    'what-then',
    'legal',
  ]);
  expect(draft.checklist.at(-1)!.detail).toContain('Mentions légales');
});

test('a draft is invisible until it is published; then everybody reads it and what is open follows its calendar', async () => {
  const draft = await aDraft();
  expect((await seen(draft.slug)).status).toBe(404);
  const live = await published();
  const { status, body } = await seen(live.slug);
  expect(status).toBe(200);
  expect(body).toMatchObject({ stage: 'open', state: 'published', decidedOn: '2027-03-04', isPreview: false });
  expect(body.activities[0]!.openings.map((one) => [one.action, one.isOpen, one.minLevel])).toEqual([
    ['comment', true, 1],
    ['propose', true, 1],
    ['support', true, 1],
  ]);
  expect((await as(app, visitor(town)).call(readConsultationHistory, { params: { slug: live.slug } })).body.entries).toMatchObject([
    { act: 'published', role: 'administrator', actorName: 'Claire Delmas', version: 1, changes: [] },
  ]);
  expect(
    await app.db.rows(`SELECT topic FROM outbox WHERE municipality_id = $1 AND consultation_id = $2 ORDER BY seq`, [town.id, live.id]),
  ).toEqual([{ topic: 'consultation.published' }, { topic: 'rules.published' }]);
});

test('no consultation opens while legal pages, the decider or what happens then are missing', async () => {
  const draft = await aDraft();
  const params = { consultationId: draft.id };
  const refused = await as(app, clerk).call(publishConsultation, { params, body: {} });
  expect([refused.status, refused.problem.code]).toEqual([409, 'legal-pages-incomplete']);
  expect(refused.problem.detail).toContain('directeur de la publication');
  await completeLegalPages(app, town);
  await as(app, clerk).call(savePresentation, { params, body: presentationOf(draft, { whatThen: '', decidedBy: '' }) });
  const incomplete = await as(app, clerk).call(publishConsultation, { params, body: {} });
  expect([incomplete.status, incomplete.problem.code]).toEqual([409, 'consultation-incomplete']);
  expect(incomplete.problem.detail).toContain('qui décide, ce qui se passera ensuite');
  const other = await aDraft();
  expect((await as(app, clerk).call(publishConsultation, { params: { consultationId: other.id }, body: {} })).status).toBe(200);
  expect((await as(app, clerk).call(publishConsultation, { params: { consultationId: other.id }, body: {} })).problem.code).toBe(
    'not-a-draft',
  );
});

test('closed now, nothing is open from that moment; archived, nothing changes any more', async () => {
  const live = await published();
  const params = { consultationId: live.id };
  expect((await as(app, clerk).call(archiveConsultation, { params, body: {} })).problem.code).toBe('consultation-open');
  expect((await as(app, clerk).call(closeConsultation, { params, body: { reason: '' } })).status).toBe(422);
  expect((await as(app, clerk).call(closeConsultation, { params, body: { reason: 'Le chantier est reporté.' } })).body).toMatchObject({
    state: 'closed',
    stage: 'finished',
  });
  const after = (await seen(live.slug)).body;
  expect(after.activities[0]!.openings.some((one) => one.isOpen)).toBe(false);
  expect(after.phases.find((one) => one.kind === 'contributions')).toMatchObject({ when: 'past', endsAt: after.closedAt });
  expect((await as(app, clerk).call(archiveConsultation, { params, body: {} })).body.state).toBe('archived');
  expect((await as(app, clerk).call(closeConsultation, { params, body: { reason: 'x' } })).problem.code).toBe('consultation-archived');
  expect(
    (await as(app, visitor(town)).call(readConsultationHistory, { params: { slug: live.slug } })).body.entries.map((one) => [
      one.act,
      one.reason,
    ]),
  ).toEqual([
    ['archived', ''],
    ['closed', 'Le chantier est reporté.'],
    ['published', ''],
  ]);
});

test('a duplicate takes settings and calendar, moved to the new start, and nothing of what people wrote', async () => {
  const live = await published();
  const {
    body: { id },
  } = await as(app, clerk).call(duplicateConsultation, {
    params: { consultationId: live.id },
    body: { title: 'La place du Marché, suite', startsOn: '2028-03-06' },
  });
  const { body } = await as(app, clerk).call(readAdminConsultation, { params: { consultationId: id } });
  expect(body).toMatchObject({ state: 'draft', slug: 'la-place-du-marche-suite', decidedBy: 'Le conseil municipal', version: 1 });
  expect(body.phases.map((one) => one.startsOn).sort()[0]).toBe('2028-03-06');
  expect(body.phases.flatMap((one) => one.opens).every((one) => one.activityId === body.activities[0]!.id)).toBe(true);
  expect(body.activities[0]!.id).not.toBe(live.activities[0]!.id);
});

test('only administrators of the town, and nobody of another, see or touch a draft', async () => {
  const draft = await aDraft();
  const params = { consultationId: draft.id };
  const others = [visitor(town), await aPerson(app, town), await aPerson(app, town, { roles: ['moderator'] })];
  for (const person of others) {
    expect([401, 403]).toContain((await as(app, person).call(readAdminConsultation, { params })).status);
    expect([401, 403]).toContain((await as(app, person).call(savePresentation, { params, body: presentationOf(draft) })).status);
  }
  const elsewhere = await aTown(app);
  const foreign = await aPerson(app, elsewhere, { roles: ['administrator'] });
  expect((await as(app, foreign).call(readAdminConsultation, { params })).status).toBe(404);
  expect((await as(app, foreign).call(removeDraft, { params })).status).toBe(404);
  expect((await as(app, clerk).call(removeDraft, { params })).status).toBe(204);
  const { id } = await aConsultation(app, town);
  expect((await as(app, clerk).call(removeDraft, { params: { consultationId: id } })).problem.code).toBe('not-a-draft');
});

test('the administrator lists every state; the public list stays without drafts', async () => {
  await aDraft();
  await aConsultation(app, town, { title: 'En ligne' });
  const { body } = await as(app, clerk).call(listAdminConsultations);
  expect([body.items.map((one) => one.title), body.counts]).toEqual([
    ['En ligne', 'La place du Marché'],
    { draft: 1, published: 1, closed: 0, archived: 0 },
  ]);
  expect((await as(app, clerk).call(listAdminConsultations, { query: { state: 'draft' } })).body.items).toHaveLength(1);
  for (const stage of ['upcoming', 'open'] as const)
    expect((await as(app, clerk).call(listConsultations, { query: { stage } })).body.items.map((one) => one.title)).toEqual(
      stage === 'open' ? ['En ligne'] : [],
    );
});
