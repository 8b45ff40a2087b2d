import { listProposals, mapProposals, similarProposals } from '@parvis/shared/activities/proposals/contract.ts';
import {
  createDraft,
  discardDraft,
  listDrafts,
  readEditableProposal,
  saveDraft,
  submitProposal,
} from '@parvis/shared/activities/proposals/contract-writing.ts';
import { aConsultation, closeOpening } from '../../../test/support/consultations.ts';
import { aPerson, as, visitor } from '../../../test/support/people.ts';
import { DraftsJobs } from './drafts.jobs.ts';
import {
  proposalsScene,
  app,
  town,
  ines,
  consultation,
  type Written,
  school,
  activity,
  submit,
  read,
  list,
  titles,
  codes,
} from '../../../test/support/proposals-scene.ts';

proposalsScene();

describe('depositing', () => {
  test('Inès deposits a proposal: it has a number, an address, a first version, a history, and is in the list', async () => {
    const { status, body } = await submit();
    expect(status).toBe(200);
    expect(body).toMatchObject({ publication: 'published', revision: 1, slug: 'une-rue-aux-ecoles-devant-jules-ferry' });
    const page = (await read(body.number)).body;
    expect(page).toMatchObject({
      title: school.title,
      bodyHtml: '<p>Le matin et le soir, <strong>sans voitures</strong>.</p>',
      categoryName: 'Rues et places',
      supports: 0,
      mine: false,
      isMine: false,
      author: { name: 'Inès B.', level: 1 },
      steps: [
        { kind: 'deposited', done: true },
        { kind: 'studied', done: false },
        { kind: 'answered', done: false },
      ],
      acts: { support: { allowed: false, reason: 'sign-in-required' }, edit: { allowed: false } },
    });
    expect((await read(body.number, ines)).body).toMatchObject({
      isMine: true,
      acts: {
        support: { allowed: true },
        edit: { allowed: true },
        withdraw: { allowed: true },
        merge: { allowed: false, reason: 'role-required' },
      },
    });
    expect(await titles()).toEqual([school.title]);
    expect(await app.db.rows('SELECT act, role FROM history WHERE municipality_id = $1', [town.id])).toEqual([
      { act: 'published', role: 'citizen' },
    ]);
    expect(await app.db.rows(`SELECT topic FROM outbox WHERE municipality_id = $1`, [town.id])).toEqual([{ topic: 'proposal.published' }]);
  });

  test('every wrong field is named, and nothing is kept', async () => {
    const asks = await aConsultation(app, town, {
      slug: 'exigeante',
      activities: [{ settings: { place: 'required', maxLength: 200, pictures: 1 } }],
    });
    const answer = await submit({ title: 'ab', bodyHtml: `<p>${'a'.repeat(201)}</p>`, categoryId: 'nulle-part' }, ines, asks);
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual({
      '#/title': 'too-short',
      '#/bodyHtml': 'too-long',
      '#/categoryId': 'not-one-of',
      '#/address': 'required',
    });
    expect(codes(await submit({ title: '', bodyHtml: '', categoryId: null }, ines, asks))).toEqual({
      '#/title': 'required',
      '#/bodyHtml': 'required',
      '#/categoryId': 'required',
      '#/address': 'required',
    });
    expect(codes(await submit({ title: '', point: 'là' as never }, ines, asks))).toEqual({
      '#/title': 'required',
      '#/point': 'wrong-type',
    });
    const twice = { fileId: ines.accountId, alt: 'Une place' };
    expect(
      codes(await submit({ bodyHtml: `<p>${'a'.repeat(201)}</p>`, categoryId: 'nulle-part', pictures: [twice, twice] }, ines, asks)),
    ).toEqual({ '#/bodyHtml': 'too-long', '#/categoryId': 'not-one-of', '#/address': 'required', '#/pictures': 'too-many' });
    expect(codes(await submit({ pictures: [twice] }))).toEqual({ '#/pictures': 'not-found' });
    expect(codes(await submit({ categoryId: null }))).toEqual({ '#/categoryId': 'required' });
    expect(codes(await submit({ areaId: 'nulle-part' }))).toEqual({ '#/areaId': 'not-one-of' });
    const nowhere = await aConsultation(app, town, { slug: 'sans-lieu', activities: [{ settings: { place: 'none', pictures: 0 } }] });
    expect(codes(await submit({ address: 'rue Haute', areaId: 'centre', pictures: [twice] }, ines, nowhere))).toEqual({
      '#/address': 'not-valid',
      '#/areaId': 'not-valid',
      '#/pictures': 'too-many',
    });
    expect(codes(await submit({ bodyHtml: '<p>\u200b</p>' }))).toEqual({ '#/bodyHtml': 'required' });
    expect(await app.db.rows(`SELECT FROM contributions WHERE municipality_id = $1`, [town.id])).toEqual([]);
  });

  test('a place on the map gives its quarter; without one the author chooses, or nobody does', async () => {
    const shape = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [1, 45],
            [2, 45],
            [2, 46],
            [1, 46],
            [1, 45],
          ],
        ],
      ],
    };
    await app.db.run(
      `INSERT INTO areas (municipality_id, id, name, position, shape) VALUES ($1, 'centre', 'Centre', 0, $2), ($1, 'gare', 'Gare', 1, '{"type":"MultiPolygon","coordinates":[]}')`,
      [town.id, JSON.stringify(shape)],
    );
    const area = async (body: Partial<Written>) => (await read((await submit(body)).body.number)).body.areaName;
    expect(await area({ point: { lon: 1.5, lat: 45.5 }, areaId: 'gare' })).toBe('Centre');
    expect(await area({ areaId: 'gare' })).toBe('Gare');
    expect(await area({ point: { lon: 9, lat: 9 } })).toBeNull();
  });

  test('nobody deposits without an account, after the phase, or in a draft that one cannot see', async () => {
    expect((await as(app, visitor(town)).call(submitProposal, { params: activity(), body: school })).problem.code).toBe('sign-in-required');
    const draft = await aConsultation(app, town, { state: 'draft', slug: 'brouillon' });
    expect(await submit({}, ines, draft)).toMatchObject({ status: 404, problem: { code: 'activity-not-found' } });
    await closeOpening(app, town, consultation.activity.id, { action: 'propose' });
    expect(await submit()).toMatchObject({ status: 409, problem: { code: 'phase-closed' } });
  });

  test('where moderation comes first, only the author and the moderators see the proposal before it is published', async () => {
    const before = await aConsultation(app, town, { slug: 'prudente', activities: [{ settings: { moderation: 'before' } }] });
    const { body } = await submit({}, ines, before);
    expect(body.publication).toBe('pending');
    expect((await read(body.number)).status).toBe(404);
    expect((await read(body.number, await aPerson(app, town))).status).toBe(404);
    expect((await read(body.number, ines)).body).toMatchObject({
      title: school.title,
      states: { publication: 'pending' },
      acts: { edit: { allowed: true } },
    });
    expect((await read(body.number, await aPerson(app, town, { roles: ['moderator'] }))).status).toBe(200);
    expect((await as(app, visitor(town)).call(listProposals, { params: activity(before) })).body).toMatchObject({ items: [], total: 0 });
    expect(
      (await as(app, visitor(town)).call(similarProposals, { params: activity(before), query: { title: school.title } })).body.items,
    ).toEqual([]);
  });
});

describe('drafts', () => {
  const draft = (body = {}) => as(app, ines).call(createDraft, { params: activity(), body: { title: 'Une rue', ...body } });

  test('Inès finds her draft again, and nobody else sees any of it', async () => {
    const { body } = await draft();
    const params = { contributionId: body.id };
    expect(
      (
        await as(app, ines).call(saveDraft, {
          params,
          body: { title: 'Une rue aux écoles', bodyHtml: '<p>Le soir</p>', address: 'rue Haute' },
        })
      ).body,
    ).toMatchObject({ title: 'Une rue aux écoles', place: { address: 'rue Haute', point: null } });
    expect((await as(app, ines).call(listDrafts, { params: activity() })).body.items).toMatchObject([
      { id: body.id, bodyHtml: '<p>Le soir</p>' },
    ]);
    for (const stranger of [await aPerson(app, town), await aPerson(app, town, { roles: ['administrator'] })]) {
      expect((await as(app, stranger).call(saveDraft, { params, body: {} })).status).toBe(404);
      expect((await as(app, stranger).call(discardDraft, { params })).status).toBe(404);
      expect((await as(app, stranger).call(readEditableProposal, { params })).status).toBe(404);
      expect((await as(app, stranger).call(listDrafts, { params: activity() })).body.items).toEqual([]);
    }
    expect(await list()).toMatchObject({ body: { items: [], total: 0 } });
    expect(await titles({ q: 'écoles' })).toEqual([]);
    expect((await as(app, ines).call(mapProposals, { params: activity() })).body.total).toBe(0);
    expect(await app.db.rows('SELECT FROM outbox WHERE municipality_id = $1', [town.id])).toEqual([]);
  });

  test('a draft becomes the proposal once, even when the form is sent twice', async () => {
    const { body } = await draft();
    const answers = await Promise.all([submit({ draftId: body.id }), submit({ draftId: body.id })]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 404]);
    expect((await as(app, ines).call(listDrafts, { params: activity() })).body.items).toEqual([]);
    expect(await titles()).toEqual([school.title]);
  });

  test('a draft that nobody touched for a year is forgotten, a younger one is not', async () => {
    const [old, young] = [await draft(), await draft({ title: 'Une rue plus jeune' })];
    await app.db.run(`UPDATE contributions SET updated_at = updated_at - interval '13 months' WHERE municipality_id = $1 AND id = $2`, [
      town.id,
      old.body.id,
    ]);
    await app.app.get(DraftsJobs).forgetOld();
    expect((await as(app, ines).call(listDrafts, { params: activity() })).body.items.map((one) => one.id)).toEqual([young.body.id]);
  });

  test('a draft that was thrown away is gone', async () => {
    const { body } = await draft();
    expect((await as(app, ines).call(discardDraft, { params: { contributionId: body.id } })).status).toBe(204);
    expect((await as(app, ines).call(listDrafts, { params: activity() })).body.items).toEqual([]);
  });
});
