import { listRevisions, mergeProposal, undoMerge } from '@parvis/shared/activities/proposals/contract.ts';
import { editProposal, readEditableProposal, withdrawProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { closeOpening } from '../../../test/support/consultations.ts';
import { aPerson, as, visitor, type Person } from '../../../test/support/people.ts';
import { aProposal } from '../../../test/support/proposals.ts';
import { TallyJob } from '../../core/tallies/index.ts';
import {
  proposalsScene,
  app,
  town,
  ines,
  consultation,
  type Written,
  school,
  submit,
  read,
  list,
  titles,
  codes,
} from '../../../test/support/proposals-scene.ts';

proposalsScene();

const support = (person: Person, contributionId: string) => as(app, person).call(addSupport, { params: { contributionId } });

const refresh = () => app.app.get(TallyJob).refresh();

describe('editing and withdrawing', () => {
  const edit = (id: string, revision: number, body: Partial<Written> = {}, person: Person = ines) =>
    as(app, person).call(editProposal, { params: { contributionId: id }, body: { ...school, ...body, revision, reason: 'Plus clair' } });

  test('each edit is a version that stays readable, and two windows do not overwrite each other', async () => {
    const { body } = await submit();
    const [one, other] = await Promise.all([
      edit(body.id, 1, { title: 'Une rue aux écoles' }),
      edit(body.id, 1, { title: 'Une rue aux enfants' }),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const lost = one.status === 409 ? one : other;
    expect(lost.problem.code).toBe('changed-meanwhile');
    const versions = (await as(app, visitor(town)).call(listRevisions, { params: { number: body.number } })).body;
    expect(versions.items.map((item) => [item.revision, item.reason, item.early])).toEqual([
      [2, 'Plus clair', true],
      [1, '', false],
    ]);
    expect(versions.items[1]).toMatchObject({
      title: school.title,
      text: 'Le matin et le soir, sans voitures.',
      category: 'Rues et places',
    });
    expect((await as(app, ines).call(readEditableProposal, { params: { contributionId: body.id } })).body).toMatchObject({
      revision: 2,
      edit: { allowed: true },
    });
  });

  test('all that is wrong with a new text is told at once, by the contract and by the settings', async () => {
    const { body } = await submit();
    expect(codes(await edit(body.id, 1, { title: '', bodyHtml: `<p>${'a'.repeat(4_001)}</p>`, categoryId: null }))).toEqual({
      '#/title': 'required',
      '#/bodyHtml': 'too-long',
      '#/categoryId': 'required',
    });
  });

  test('only the author edits, while depositing is open, or later when a moderator asks for a correction', async () => {
    const { body } = await submit();
    expect((await edit(body.id, 1, {}, await aPerson(app, town))).problem.code).toBe('author-only');
    await closeOpening(app, town, consultation.activity.id, { action: 'propose' });
    expect((await edit(body.id, 1)).problem.code).toBe('phase-closed');
    await app.db.run(`UPDATE contributions SET moderation = 'correction-asked' WHERE municipality_id = $1 AND id = $2`, [town.id, body.id]);
    expect((await edit(body.id, 1)).status).toBe(200);
    await app.db.run(`UPDATE contributions SET moderation = 'hidden' WHERE municipality_id = $1 AND id = $2`, [town.id, body.id]);
    expect((await edit(body.id, 2)).problem.code).toBe('contribution-locked');
  });

  test('what a moderator hid keeps its place without its words, also in search and in its versions', async () => {
    const { body } = await submit();
    await app.db.run(`UPDATE contributions SET moderation = 'hidden' WHERE municipality_id = $1 AND id = $2`, [town.id, body.id]);
    expect((await read(body.number)).body).toMatchObject({
      title: '',
      bodyHtml: '',
      states: { moderation: 'hidden' },
      acts: { support: { allowed: false } },
    });
    expect(await titles({ q: 'écoles' })).toEqual([]);
    expect(
      JSON.stringify((await as(app, visitor(town)).call(listRevisions, { params: { number: body.number } })).body.items),
    ).not.toContain('voitures');
  });

  test('a withdrawn proposal keeps its page and its reason, and leaves the list', async () => {
    const { body } = await submit();
    const withdraw = (reason: string) => as(app, ines).call(withdrawProposal, { params: { contributionId: body.id }, body: { reason } });
    expect(codes(await withdraw(' '))).toEqual({ '#/reason': 'required' });
    expect((await withdraw('La mairie l’a déjà prévu.')).status).toBe(204);
    expect((await read(body.number)).body).toMatchObject({
      title: school.title,
      withdrawnReason: 'La mairie l’a déjà prévu.',
      states: { publication: 'withdrawn' },
      acts: { support: { allowed: false, reason: 'contribution-ended' } },
    });
    expect(await titles()).toEqual([]);
    expect((await withdraw('Encore')).problem.code).toBe('contribution-ended');
  });
});

describe('merging', () => {
  test('people who support both count once, both pages are linked, and undo takes the link away', async () => {
    const [moderator, karim, awa] = [
      await aPerson(app, town, { roles: ['moderator'] }),
      await aPerson(app, town),
      await aPerson(app, town),
    ];
    const [trees, shade, third] = await Promise.all(
      ['Planter des arbres', 'De l’ombre au marché', 'Des tilleuls'].map((title) => aProposal(app, town, consultation, ines, { title })),
    );
    for (const [who, what] of [
      [karim, trees],
      [karim, shade],
      [awa, shade],
    ] as const)
      await support(who, what!.id);
    await refresh();
    const merge = (id: string, into: number, person: Person = moderator) =>
      as(app, person).call(mergeProposal, { params: { contributionId: id }, body: { into, reason: 'Même demande.' } });
    expect((await merge(shade!.id, trees!.number, ines)).problem.code).toBe('role-required');
    expect(codes(await merge(shade!.id, shade!.number))).toEqual({ '#/into': 'not-found' });
    expect((await merge(shade!.id, trees!.number)).status).toBe(204);
    expect((await merge(third!.id, shade!.number)).problem.code).toBe('contribution-ended');
    expect((await merge(trees!.id, third!.number)).problem.code).toBe('merge-chain');
    expect((await read(trees!.number)).body).toMatchObject({
      supports: 2,
      groupPeople: 2,
      mergedFrom: [{ number: shade!.number, reason: 'Même demande.' }],
    });
    expect((await read(shade!.number)).body).toMatchObject({ mergedInto: { number: trees!.number }, states: { publication: 'merged' } });
    expect((await read(shade!.number)).body.history.find((one) => one.role === 'moderator')).toMatchObject({
      actorName: null,
      reason: 'Même demande.',
    }); // by role: moderators are not named
    expect((await support(awa, shade!.id)).problem.code).toBe('contribution-ended');
    expect((await list()).body.total).toBe(2);
    expect((await support(awa, trees!.id)).status).toBe(200);
    await refresh();
    expect((await read(trees!.number)).body.supports).toBe(2);
    expect((await as(app, moderator).call(undoMerge, { params: { contributionId: shade!.id } })).status).toBe(204);
    expect((await as(app, moderator).call(undoMerge, { params: { contributionId: shade!.id } })).problem.code).toBe('not-merged');
    expect([(await read(trees!.number)).body.supports, (await read(shade!.number)).body.supports]).toEqual([2, 2]);
    expect((await read(trees!.number)).body).toMatchObject({ groupPeople: null, mergedFrom: [] });
  });
});
