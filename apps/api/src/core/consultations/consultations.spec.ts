import { listConsultations, listMyInvitations, readConsultation, readConsultationById } from '@parvis/shared/contracts/consultations.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, closeOpening } from '../../../test/support/consultations.ts';
import { aPerson, aTown, as, visitor, type TestTown } from '../../../test/support/people.ts';

let app: TestApp;
let town: TestTown;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.stop());

const titles = (answer: { body: { items: readonly { title: string }[] } }): string[] => answer.body.items.map((one) => one.title);

test('a visitor reads what is decided, until when, what is open and who decides', async () => {
  const { slug, id } = await aConsultation(app, town, {
    phases: [{ kind: 'information', actions: [], from: -7200, to: null, title: 'S’informer' }, {}],
  });
  const { status, body } = await as(app, visitor(town)).call(readConsultation, { params: { slug } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id,
    stage: 'open',
    decidedBy: 'Le conseil municipal',
    isPreview: false,
    allowed: [],
    minLevel: 1,
    version: 1,
  });
  expect(body.phases.map(({ title, when }) => [title, when])).toEqual([
    ['S’informer', 'now'],
    ['Proposer et débattre', 'now'],
  ]);
  expect(body.activities[0]!.openings.map(({ action, isOpen }) => [action, isOpen])).toEqual([
    ['comment', true],
    ['propose', true],
    ['support', true],
  ]);
  expect((await as(app, visitor(town)).call(readConsultationById, { params: { consultationId: id } })).body).toEqual(body);
});

test('lists tell apart what is open, what is to come and what is finished', async () => {
  await aConsultation(app, town, { title: 'Ouverte' });
  await aConsultation(app, town, { title: 'À venir', phases: [{ from: 3600 }] });
  const { activity } = await aConsultation(app, town, { title: 'Finie' });
  await closeOpening(app, town, activity.id);
  await aConsultation(app, town, { title: 'Close', state: 'closed' });
  const someone = as(app, visitor(town));
  expect(titles(await someone.call(listConsultations, { query: { stage: 'open' } }))).toEqual(['Ouverte']);
  expect(titles(await someone.call(listConsultations, { query: { stage: 'upcoming' } }))).toEqual(['À venir']);
  expect(titles(await someone.call(listConsultations, { query: { stage: 'finished' } })).sort()).toEqual(['Close', 'Finie']);
});

test('a long list comes in pages, each consultation once', async () => {
  for (let n = 1; n <= 5; n += 1) await aConsultation(app, town, { title: `Consultation ${n}` });
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await as(app, visitor(town)).call(listConsultations, { query: { stage: 'open', limit: '2', ...(cursor && { cursor }) } });
    seen.push(...titles(page));
    if (page.body.nextCursor === null) break;
    cursor = page.body.nextCursor;
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});

test('a draft and one for invited people exist for nobody else', async () => {
  const ines = await aPerson(app, town);
  const invited = await aPerson(app, town, { name: 'Karim D.' });
  const clerk = await aPerson(app, town, { roles: ['administrator'] });
  const draft = await aConsultation(app, town, { title: 'Brouillon', state: 'draft' });
  const closedCircle = await aConsultation(app, town, { title: 'Sur invitation', visibility: 'invited', invited: [invited] });
  for (const person of [visitor(town), ines]) {
    for (const { slug, id } of [draft, closedCircle]) {
      expect((await as(app, person).call(readConsultation, { params: { slug } })).status).toBe(404);
      expect((await as(app, person).call(readConsultationById, { params: { consultationId: id } })).status).toBe(404);
    }
    for (const stage of ['open', 'upcoming', 'finished'] as const)
      expect(titles(await as(app, person).call(listConsultations, { query: { stage } }))).toEqual([]);
  }
  expect((await as(app, invited).call(readConsultation, { params: { slug: closedCircle.slug } })).body).toMatchObject({
    title: 'Sur invitation',
    visibility: 'invited',
  });
  expect(titles(await as(app, invited).call(listMyInvitations))).toEqual(['Sur invitation']);
  expect(titles(await as(app, ines).call(listMyInvitations))).toEqual([]);
  expect((await as(app, clerk).call(readConsultation, { params: { slug: draft.slug } })).body).toMatchObject({
    isPreview: true,
    allowed: ['edit'],
  });
  const elsewhere = await aTown(app);
  expect((await as(app, visitor(elsewhere)).call(readConsultationById, { params: { consultationId: closedCircle.id } })).status).toBe(404);
});
