import { saveCalendar, savePresentation } from '@parvis/shared/contracts/consultation-admin.ts';
import { addActivity, removeActivity, saveActivity } from '@parvis/shared/contracts/consultation-activities.ts';
import { readConsultation, readConsultationHistory } from '@parvis/shared/contracts/consultations.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aDraft as newDraft, aPublished, phasesOf, presentationOf, type Presentation } from '../../../test/support/consultation-desk.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { newId } from '../../platform/ids/index.ts';
import { insertContribution } from '../contributions/index.ts';

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

test('each change after publication needs a reason and shows what was before; the old address leads on', async () => {
  const live = await published();
  const params = { consultationId: live.id };
  const noReason = await as(app, clerk).call(savePresentation, {
    params,
    body: presentationOf(live, { title: 'La place du Marché demain' }),
  });
  expect([noReason.status, noReason.problem.errors?.[0]?.pointer]).toEqual([422, '#/reason']);
  const saved = await as(app, clerk).call(savePresentation, {
    params,
    body: presentationOf(live, { title: 'La place du Marché demain', slug: 'place-du-marche-demain', reason: 'Titre plus clair.' }),
  });
  expect(saved.body).toMatchObject({ version: 2, slug: 'place-du-marche-demain' });
  expect((await seen(live.slug)).body).toMatchObject({ slug: 'place-du-marche-demain', title: 'La place du Marché demain' });
  const { entries } = (await as(app, visitor(town)).call(readConsultationHistory, { params: { slug: 'place-du-marche-demain' } })).body;
  expect(entries[0]).toMatchObject({
    act: 'changed',
    reason: 'Titre plus clair.',
    version: 2,
    changes: [{ field: 'title', before: 'La place du Marché', after: 'La place du Marché demain' }],
  });
  const unchanged = await as(app, clerk).call(savePresentation, { params, body: presentationOf(saved.body) });
  expect(unchanged.body.version).toBe(2);
  const stale = await as(app, clerk).call(savePresentation, { params, body: presentationOf(live, { summary: 'Autre', reason: 'x' }) });
  expect([stale.status, stale.problem.code]).toEqual([409, 'changed-meanwhile']);
  const emptied = await as(app, clerk).call(savePresentation, {
    params,
    body: presentationOf(unchanged.body, { whatThen: '', reason: 'x' }),
  });
  expect([emptied.status, emptied.problem.errors?.[0]?.pointer]).toEqual([422, '#/whatThen']);
  expect(
    (await as(app, clerk).call(savePresentation, { params, body: presentationOf(unchanged.body, { visibility: 'invited', reason: 'x' }) }))
      .problem.code,
  ).toBe('visibility-fixed');
});

test('an activity whose address changes after publication is still found at the old one, which no other takes, and the history tells it', async () => {
  const live = await published();
  const [{ id: activityId, slug, title, intro, settings }] = live.activities as [(typeof live.activities)[number]];
  const params = { consultationId: live.id, activityId };
  const renamed = await as(app, clerk).call(saveActivity, {
    params,
    body: { title, intro, settings, slug: 'idees', reason: 'Plus court.' },
  });
  expect(renamed.status).toBe(200);
  expect((await seen(live.slug)).body.activities[0]).toMatchObject({ slug: 'idees', formerSlugs: [slug] });
  const { entries } = (await as(app, visitor(town)).call(readConsultationHistory, { params: { slug: live.slug } })).body;
  expect(entries[0]).toMatchObject({
    act: 'changed',
    reason: 'Plus court.',
    changes: [{ field: 'activity-address', label: title, before: slug, after: 'idees' }],
  });
  const twin = await fetch(`${app.origin}${town.base}/fr/consultations/${live.slug}/${slug}.json`);
  expect([twin.status, await twin.json()]).toMatchObject([200, { items: [] }]);
  const second = await as(app, clerk).call(addActivity, {
    params: { consultationId: live.id },
    body: { kind: 'proposals', title: slug, reason: 'Une autre.' },
  });
  const other = second.body.activities.find((one) => one.id !== activityId)!;
  expect(other.slug).toBe(`${slug}-2`);
  const taken = await as(app, clerk).call(saveActivity, {
    params: { ...params, activityId: other.id },
    body: { title, intro, settings, slug, reason: 'x' },
  });
  expect([taken.status, taken.problem.errors?.[0]?.pointer]).toEqual([422, '#/slug']);
  await as(app, clerk).call(saveActivity, { params, body: { title, intro, settings, slug, reason: 'Comme avant.' } });
  expect((await seen(live.slug)).body.activities[0]).toMatchObject({ slug, formerSlugs: ['idees'] });
});

test('what publication asked for stays: neither an empty calendar nor a picture without words', async () => {
  const live = await published();
  const params = { consultationId: live.id };
  const emptied = await as(app, clerk).call(saveCalendar, { params, body: { phases: [], reason: 'x' } });
  expect([emptied.status, emptied.problem.errors?.[0]?.pointer]).toEqual([422, '#/phases']);
  const mute = await as(app, clerk).call(savePresentation, {
    params,
    body: presentationOf(live, { cover: { fileId: newId(), alt: '' }, reason: 'x' }),
  });
  expect([mute.status, mute.problem.errors?.[0]?.pointer]).toEqual([422, '#/cover/alt']);
});

test('a moved date moves what is open in the same moment, and the history tells from when to when', async () => {
  const live = await published();
  const params = { consultationId: live.id };
  const phases = phasesOf(live).map((one) =>
    one.kind === 'contributions' ? { ...one, startsOn: '2026-01-05', endsOn: '2026-02-15' } : one,
  );
  expect((await as(app, clerk).call(saveCalendar, { params, body: { phases, reason: 'Nous avions mal compté.' } })).status).toBe(200);
  const { body } = await seen(live.slug);
  expect(body.activities[0]!.openings.every((one) => !one.isOpen && one.closesAt === '2026-02-15T23:00:00.000000Z')).toBe(true);
  expect((await as(app, visitor(town)).call(readConsultationHistory, { params: { slug: live.slug } })).body.entries[0]).toMatchObject({
    act: 'dates-moved',
    changes: [{ field: 'phase-dates', label: 'Proposer et débattre' }],
  });
});

test('a phase that ends before it starts, or opens what no activity knows, is refused beside its field', async () => {
  const draft = await aDraft();
  const [first, second] = phasesOf(draft);
  const { status, problem } = await as(app, clerk).call(saveCalendar, {
    params: { consultationId: draft.id },
    body: {
      phases: [
        { ...first!, endsOn: '2020-01-01' },
        { ...second!, opens: [{ activityId: draft.activities[0]!.id, action: 'vote', minLevel: 1 }] },
      ],
    },
  });
  expect([status, problem.errors?.map((one) => [one.pointer, one.code])]).toEqual([
    422,
    [
      ['#/phases/0/endsOn', 'not-in-order'],
      ['#/phases/1/opens/0', 'not-one-of'],
    ],
  ]);
});

test('once people have taken part, the level asked of them stays and the activity cannot be removed', async () => {
  const live = await published();
  const params = { consultationId: live.id };
  const activityId = live.activities[0]!.id;
  await app.db.transaction((tx) =>
    insertContribution(tx, {
      municipalityId: town.id,
      id: newId(),
      kind: 'proposal',
      consultationId: live.id,
      activityId,
      participantId: clerk.participantId,
      publication: 'published',
      channel: 'web',
    }),
  );
  const stricter = phasesOf(live).map((one) => ({ ...one, opens: one.opens.map((opening) => ({ ...opening, minLevel: 3 as const })) }));
  expect((await as(app, clerk).call(saveCalendar, { params, body: { phases: stricter, reason: 'x' } })).problem.code).toBe('rules-frozen');
  expect((await as(app, clerk).call(removeActivity, { params: { ...params, activityId }, query: { reason: 'x' } })).problem.code).toBe(
    'activity-in-use',
  );
});

test('settings are read by the kind itself, and what they no longer offer closes at once', async () => {
  const live = await published();
  const [activity] = live.activities;
  const save = (settings: Record<string, unknown>) =>
    as(app, clerk).call(saveActivity, {
      params: { consultationId: live.id, activityId: activity!.id },
      body: { title: activity!.title, slug: activity!.slug, intro: '', settings, reason: 'Moins de bruit.' },
    });
  const wrong = await save({ ...activity!.settings, maxLength: 3 });
  expect([wrong.status, wrong.problem.errors?.[0]?.pointer]).toEqual([422, '#/settings/maxLength']);
  expect((await save({ ...activity!.settings, comments: false })).status).toBe(200);
  expect((await seen(live.slug)).body.activities[0]!.openings.map((one) => one.action)).toEqual(['propose', 'support']);
  const taken = await as(app, clerk).call(saveActivity, {
    params: { consultationId: live.id, activityId: activity!.id },
    body: { title: 'x', slug: 'historique', intro: '', settings: activity!.settings, reason: 'x' },
  });
  expect([taken.status, taken.problem.errors?.[0]?.pointer]).toEqual([422, '#/slug']);
});

test('a second activity gets an address of its own and can be removed while nobody used it', async () => {
  const draft = await aDraft();
  const params = { consultationId: draft.id };
  const { body } = await as(app, clerk).call(addActivity, { params, body: { kind: 'proposals', title: 'Propositions' } });
  expect(body.activities.map((one) => one.slug)).toEqual(['propositions', 'propositions-2']);
  expect(body.checklist.find((one) => one.code === 'openings')!.isDone).toBe(false);
  expect(
    (await as(app, clerk).call(removeActivity, { params: { ...params, activityId: body.activities[1]!.id } })).body.activities,
  ).toHaveLength(1);
  expect((await as(app, clerk).call(addActivity, { params, body: { kind: 'no-such-kind', title: 'x' } })).status).toBe(422);
});
