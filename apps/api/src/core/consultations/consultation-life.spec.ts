import { listProposals, readProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { addComment, readDebate } from '@parvis/shared/contracts/comments.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import {
  addActivity,
  archiveConsultation,
  closeConsultation,
  createConsultation,
  duplicateConsultation,
  endPreviewLink,
  listAdminConsultations,
  makePreviewLink,
  publishConsultation,
  readAdminConsultation,
  removeActivity,
  removeDraft,
  saveActivity,
  saveCalendar,
  savePresentation,
  type AdminConsultation,
} from '@parvis/shared/contracts/consultation-admin.ts';
import { listConsultations, readConsultation, readConsultationHistory } from '@parvis/shared/contracts/consultations.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation } from '../../../test/support/consultations.ts';
import { completeLegalPages } from '../../../test/support/legal.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal } from '../../../test/support/proposals.ts';
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

type Presentation = RequestOf<typeof savePresentation>;
type Phase = RequestOf<typeof saveCalendar>['phases'][number];

function presentationOf(c: AdminConsultation, change: Partial<Presentation> = {}): Presentation {
  return {
    title: c.title,
    slug: c.slug,
    question: c.question,
    summary: c.summary,
    bodyHtml: c.bodyHtml,
    cover: c.cover && { fileId: c.cover.fileId, alt: c.cover.alt },
    decidedBy: c.decidedBy,
    decidedOn: c.decidedOn,
    whatThen: c.whatThen,
    contact: c.contact,
    responseDelayDays: c.responseDelayDays,
    areaIds: c.areaIds,
    territory: c.territory,
    documents: [],
    visibility: c.visibility,
    updatedAt: c.updatedAt,
    ...change,
  };
}

function phasesOf(c: AdminConsultation): Phase[] {
  return c.phases.map(({ id, kind, title, description, startsOn, startsTime, endsOn, endsTime, opens }) => ({
    id,
    kind,
    title,
    description,
    startsOn,
    startsTime,
    endsOn,
    endsTime,
    opens,
  }));
}

const complete: Partial<Presentation> = {
  question: 'Que faire de la place ?',
  decidedBy: 'Le conseil municipal',
  decidedOn: '2027-03-04',
  whatThen: 'Chaque proposition reçoit une réponse.',
};
const today = new Date().toISOString().slice(0, 10);

/** A draft made through the screens' own requests. */
async function aDraft(change: Partial<Presentation> = complete): Promise<AdminConsultation> {
  const {
    body: { id },
  } = await as(app, clerk).call(createConsultation, { body: { title: 'La place du Marché' } });
  const { body } = await as(app, clerk).call(readAdminConsultation, { params: { consultationId: id } });
  const saved = await as(app, clerk).call(savePresentation, { params: { consultationId: id }, body: presentationOf(body, change) });
  expect([saved.status, saved.problem.errors]).toEqual([200, undefined]);
  return saved.body;
}

/** Published and open since today. */
async function published(): Promise<AdminConsultation> {
  await completeLegalPages(app, town);
  const draft = await aDraft();
  const params = { consultationId: draft.id };
  const phases = phasesOf(draft).map((one) => (one.kind === 'contributions' ? { ...one, startsOn: today } : one));
  expect((await as(app, clerk).call(saveCalendar, { params, body: { phases } })).status).toBe(200);
  const answer = await as(app, clerk).call(publishConsultation, { params, body: {} });
  expect(answer.status).toBe(200);
  return answer.body;
}

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

test('whoever holds the secret link sees the draft, signed out too, until the link ends', async () => {
  const draft = await aDraft();
  const params = { consultationId: draft.id };
  const {
    body: { path },
  } = await as(app, clerk).call(makePreviewLink, { params });
  const preview = new URLSearchParams(path.split('?')[1]).get('apercu')!;
  const look = (token: string) =>
    as(app, visitor(town)).call(readConsultation, { params: { slug: draft.slug }, query: { preview: token } });
  const { status, body, headers } = await look(preview);
  expect([status, body.isPreview, body.title, body.stage, body.minLevel]).toEqual([200, true, 'La place du Marché', 'upcoming', 1]);
  expect(body.activities[0]!.openings.map((one) => [one.action, one.isOpen])).toEqual([
    ['comment', false],
    ['propose', false],
    ['support', false],
  ]);
  expect(headers.get('cache-control')).not.toContain('public');
  expect((await look('x'.repeat(32))).status).toBe(404);
  await as(app, clerk).call(endPreviewLink, { params });
  expect((await look(preview)).status).toBe(404);
});

test('only a secret that opens a draft is kept for half a day: an invented one leaves the visitor with pages that caches share', async () => {
  const draft = await aDraft();
  const params = { consultationId: draft.id };
  const {
    body: { path },
  } = await as(app, clerk).call(makePreviewLink, { params });
  const secret = new URLSearchParams(path.split('?')[1]).get('apercu')!;
  const other = await aTown(app);
  const open = async (base: string, page: string, cookie = '') => {
    const answer = await fetch(`${app.origin}${base}/fr${page}`, { headers: { cookie } });
    return {
      kept: (answer.headers.get('set-cookie') ?? '').includes('parvis_preview='),
      shared: (answer.headers.get('cache-control') ?? '').startsWith('public'),
    };
  };
  expect(await open(town.base, path)).toEqual({ kept: true, shared: false });
  expect(await open(town.base, '/consultations', `parvis_preview=${secret}`)).toEqual({ kept: true, shared: false });
  for (const page of [`/consultations?apercu=${'x'.repeat(43)}`, '/consultations'])
    expect(await open(town.base, page, `parvis_preview=${'y'.repeat(43)}`)).toEqual({ kept: false, shared: true });
  expect(await open(other.base, `/consultations?apercu=${secret}`)).toEqual({ kept: false, shared: true });
  await as(app, clerk).call(endPreviewLink, { params });
  expect(await open(town.base, '/consultations', `parvis_preview=${secret}`)).toEqual({ kept: false, shared: true });
});

test('the secret link opens the draft’s activity pages too: readable without names, closed to every act, gone when the link ends', async () => {
  const draft = await aDraft();
  const params = { consultationId: draft.id };
  const {
    body: { path },
  } = await as(app, clerk).call(makePreviewLink, { params });
  const preview = new URLSearchParams(path.split('?')[1]).get('apercu')!;
  const activity = { activityId: draft.activities[0]!.id };
  const proposal = await aProposal(
    app,
    town,
    { id: draft.id, activity: { id: activity.activityId } } as never,
    await aPerson(app, town, { name: 'Marcelle Petit' }),
  );
  const number = { number: String(proposal.number) } as never;
  const holder = { ...visitor(town), cookie: `parvis_preview=${preview}` };
  const page = await as(app, visitor(town)).call(readConsultation, { params: { slug: draft.slug }, query: { preview } });
  expect(page.status).toBe(200);
  const list = await as(app, holder).call(listProposals, { params: activity });
  expect(list.body.items.map((one) => one.title)).toEqual([proposal.title]);
  const shown = await as(app, holder).call(readProposal, { params: number });
  expect(shown.body).toMatchObject({
    title: proposal.title,
    author: { name: 'Nom masqué dans l’aperçu' },
    support: { allowed: false, reason: 'phase-closed' },
  });
  const debate = await as(app, holder).call(readDebate, { params: { contributionId: proposal.id } });
  expect(debate.status).toBe(200);
  expect(JSON.stringify([list.body, shown.body, debate.body])).not.toContain('Marcelle');
  for (const { headers } of [list, shown, debate]) expect(headers.get('cache-control')).not.toContain('public');
  const ines = await aPerson(app, town);
  const signedIn = { ...ines, cookie: `${ines.cookie}; parvis_preview=${preview}` };
  expect((await as(app, signedIn).call(listProposals, { params: activity })).status).toBe(200);
  expect(
    (await as(app, signedIn).call(addComment, { params: { contributionId: proposal.id }, body: { stance: 'for', text: 'Oui' } })).status,
  ).toBe(404);
  expect((await as(app, signedIn).call(addSupport, { params: { contributionId: proposal.id } })).status).toBe(404);
  expect(
    (await as(app, { ...visitor(town), cookie: `parvis_preview=${'x'.repeat(32)}` }).call(listProposals, { params: activity })).status,
  ).toBe(404);
  await as(app, clerk).call(endPreviewLink, { params });
  expect((await as(app, holder).call(listProposals, { params: activity })).status).toBe(404);
  expect((await as(app, holder).call(readProposal, { params: number })).status).toBe(404);
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
