import { listProposals, readProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { addComment, readDebate } from '@parvis/shared/contracts/comments.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { endPreviewLink, makePreviewLink } from '@parvis/shared/contracts/consultation-admin.ts';
import { readConsultation } from '@parvis/shared/contracts/consultations.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aDraft as newDraft, type Presentation } from '../../../test/support/consultation-desk.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal } from '../../../test/support/proposals.ts';

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
