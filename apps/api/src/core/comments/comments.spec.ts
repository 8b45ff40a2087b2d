import {
  addComment,
  editComment,
  readCommentVersions,
  readDebate,
  readReplies,
  readSide,
  withdrawComment,
  type Debate,
} from '@parvis/shared/contracts/comments.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, closeOpening, type TestConsultation } from '../../../test/support/consultations.ts';
import { aComment, aSubject } from '../../../test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { until } from '../../../test/support/until.ts';
import { TallyJob } from '../tallies/index.ts';

let app: TestApp;
let town: TestTown;
let consultation: TestConsultation;
let awa: Person;
let jeanne: Person;
let marc: Person;
let subject: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  town = await aTown(app);
  consultation = await aConsultation(app, town);
  [awa, jeanne, marc] = (await Promise.all(['Awa T.', 'Jeanne R.', 'Marc, fleuriste'].map((name) => aPerson(app, town, { name })))) as [
    Person,
    Person,
    Person,
  ];
  subject = await aSubject(app, town, consultation, awa);
});

const debateOf = async (
  person: Parameters<typeof as>[1],
  query: { comment?: string; sort?: 'oldest' | 'replied' } = {},
  id = subject,
): Promise<Debate> => (await as(app, person).call(readDebate, { params: { contributionId: id }, query })).body;
const write = (person: Person, body: { text: string; stance?: 'for' | 'against' | 'neutral'; parentId?: string }, id = subject) =>
  as(app, person).call(addComment, { params: { contributionId: id }, body });
const olderThanTheWindow = (id: string) =>
  app.db.run(`UPDATE contributions SET published_at = published_at - interval '16 minutes' WHERE municipality_id = $1 AND id = $2`, [
    town.id,
    id,
  ]);

describe('writing', () => {
  test('Jeanne argues for, Marc against, and everybody sees both sides in balance', async () => {
    expect((await write(jeanne, { text: 'J’ai 78 ans. Un banc à l’ombre changerait tout.', stance: 'for' })).status).toBe(200);
    for (let at = 0; at < 12; at += 1) await aComment(app, consultation, marc, subject, { stance: 'against', text: `Argument ${at + 1}` });
    const debate = await debateOf(visitor(town));
    expect(debate.counts).toEqual({ total: 13, for: 1, against: 12, neutral: 0 });
    expect(debate.for.items.map((one) => one.author.name)).toEqual(['Jeanne R.']);
    expect(debate.against.items.map((one) => one.text)).toEqual(Array.from({ length: 10 }, (_, at) => `Argument ${at + 1}`));
    expect(debate.refusal?.code).toBe('sign-in-required');
    const more = await as(app, visitor(town)).call(readSide, {
      params: { contributionId: subject },
      query: { stance: 'against', cursor: debate.against.nextCursor! },
    });
    expect(more.body.items.map((one) => one.text)).toEqual(['Argument 11', 'Argument 12']);
    expect(more.body.nextCursor).toBeNull();
  });

  test('a reply takes no side, also where a debate is so long that its figures come from the tally', async () => {
    const comment = await aComment(app, consultation, jeanne, subject, { stance: 'for' });
    for (const stance of ['neutral', 'against'] as const) await aComment(app, consultation, marc, subject, { stance, parentId: comment });
    const counts = { for: 1, against: 0, neutral: 0 };
    expect((await debateOf(visitor(town))).counts).toEqual({ total: 3, ...counts });
    const tallied = () =>
      app.db.one(
        'SELECT comments AS total, comments_for AS for, comments_against AS against, comments_neutral AS neutral FROM tallies WHERE municipality_id = $1 AND contribution_id = $2',
        [town.id, subject],
      );
    await until(async () => {
      await app.app.get(TallyJob).refresh();
      return ((await tallied()) as { total: number }).total === 3;
    }); // another test's transaction may hold the outbox back
    expect(await tallied()).toEqual({ total: 3, ...counts });
    await app.db.run('UPDATE tallies SET comments = 2001 WHERE municipality_id = $1 AND contribution_id = $2', [town.id, subject]);
    expect((await debateOf(visitor(town))).counts).toEqual({ total: 2001, ...counts });
  });

  test('Awa answers below Jeanne’s comment and is shown as the author of the proposal; nobody answers an answer', async () => {
    const { body: comment } = await write(jeanne, { text: 'Qui arrosera ?' });
    const { body: reply } = await write(awa, { text: 'Nous, les trois premières années.', parentId: comment.id });
    expect(reply).toMatchObject({ parentId: comment.id, isSubjectAuthor: true });
    const tooDeep = await write(jeanne, { text: 'Merci !', parentId: reply.id });
    expect([tooDeep.status, tooDeep.problem.code, tooDeep.problem.errors?.[0]?.pointer]).toEqual([422, 'reply-too-deep', '#/parentId']);
    const elsewhere = await aSubject(app, town, consultation, awa, { title: 'Une autre' });
    expect((await write(marc, { text: 'Ailleurs', parentId: comment.id }, elsewhere)).problem.code).toBe('reply-too-deep');
    expect((await debateOf(marc)).neutral.items[0]).toMatchObject({
      replyCount: 1,
      replies: [{ text: 'Nous, les trois premières années.', allowed: ['flag'] }],
    });
    const direct = app.db.transaction((tx) =>
      tx.run(`UPDATE comments SET parent_id = $2 WHERE municipality_id = $1 AND id = $3`, [town.id, reply.id, comment.id]),
    );
    await expect(direct).rejects.toThrow(/comments_two_levels/);
  });

  test('an official who answers in the debate is shown with the office', async () => {
    const sylvie = await aPerson(app, town, { name: 'Sylvie Arnoux', roles: ['official'] });
    await app.db.run(`UPDATE account_roles SET title = 'adjointe aux mobilités' WHERE municipality_id = $1 AND account_id = $2`, [
      town.id,
      sylvie.accountId,
    ]);
    await write(sylvie, { text: 'L’étude des réseaux commence en janvier.' });
    expect((await debateOf(visitor(town))).neutral.items[0]).toMatchObject({
      officialTitle: 'adjointe aux mobilités',
      isSubjectAuthor: false,
    });
  });

  test('an empty, an oversized or a binary comment is refused beside its field, and nothing is written', async () => {
    for (const text of ['', ' \u200b ', 'a'.repeat(3_001), 'a\u0000b', 'a\ud800']) {
      const answer = await write(jeanne, { text });
      expect([answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([422, '#/text']);
    }
    expect((await debateOf(jeanne)).counts.total).toBe(0);
  });

  test('after the phase, on a draft, without an account or in another town nobody comments', async () => {
    expect((await as(app, visitor(town)).call(addComment, { params: { contributionId: subject }, body: { text: 'Bonjour' } })).status).toBe(
      401,
    );
    const draft = await aSubject(app, town, consultation, awa, { publication: 'draft' });
    expect((await write(jeanne, { text: 'Bonjour' }, draft)).problem.code).toBe('contribution-not-found');
    const elsewhere = await aPerson(app, await aTown(app));
    expect((await as(app, elsewhere).call(addComment, { params: { contributionId: subject }, body: { text: 'Bonjour' } })).status).toBe(
      404,
    );
    await closeOpening(app, town, consultation.activity.id, { action: 'comment' });
    const late = await write(jeanne, { text: 'Bonjour' });
    expect([late.status, late.problem.code]).toEqual([409, 'phase-closed']);
    expect(await debateOf(jeanne)).toMatchObject({ mayComment: false, refusal: { code: 'phase-closed' } });
  });

  test('a locked or hidden proposal takes no comment, a withdrawn comment no reply', async () => {
    const comment = await aComment(app, consultation, jeanne, subject);
    await as(app, jeanne).call(withdrawComment, { params: { contributionId: comment } });
    expect((await write(marc, { text: 'Pourquoi ?', parentId: comment })).problem.code).toBe('contribution-ended');
    for (const moderation of ['locked', 'hidden']) {
      await app.db.run('UPDATE contributions SET moderation = $3 WHERE municipality_id = $1 AND id = $2', [town.id, subject, moderation]);
      expect((await write(marc, { text: 'Encore' })).problem.code).toBe('contribution-locked');
    }
  });
});

describe('reading', () => {
  test('a link to a comment opens the page of its side that holds it, with all its replies', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 25; at += 1)
      ids.push(await aComment(app, consultation, marc, subject, { stance: 'against', text: `Argument ${at + 1}` }));
    const replies: string[] = [];
    for (let at = 0; at < 6; at += 1)
      replies.push(await aComment(app, consultation, jeanne, subject, { parentId: ids[22]!, text: `Réponse ${at + 1}` }));
    const linked = await debateOf(visitor(town), { comment: replies[5]! });
    expect(linked.startsLater).toBe(true);
    expect(linked.against.items[0]!.id).toBe(ids[22]);
    expect(linked.against.items[0]!.replies.map((one) => one.id)).toEqual(replies);
    expect((await debateOf(visitor(town), { comment: ids[3]! })).startsLater).toBe(false);
    const cut = (await debateOf(visitor(town), { sort: 'replied' })).against.items[0]!;
    expect([cut.id, cut.replyCount, cut.replies.length]).toEqual([ids[22], 6, 3]);
    const rest = await as(app, visitor(town)).call(readReplies, {
      params: { contributionId: cut.id },
      query: { cursor: cut.repliesCursor! },
    });
    expect(rest.body.items.map((one) => one.id)).toEqual(replies.slice(3));
  });

  test('by replies, walking the pages of a side gives each argument once', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 23; at += 1) ids.push(await aComment(app, consultation, marc, subject, { text: `Argument ${at + 1}` }));
    for (const at of [20, 20, 4, 11]) await aComment(app, consultation, jeanne, subject, { parentId: ids[at]!, text: 'Oui' });
    const seen: string[] = [];
    let page = (await debateOf(visitor(town), { sort: 'replied' })).for;
    for (;;) {
      seen.push(...page.items.map((one) => one.id));
      if (!page.nextCursor) break;
      page = (
        await as(app, visitor(town)).call(readSide, {
          params: { contributionId: subject },
          query: { stance: 'for', sort: 'replied', cursor: page.nextCursor },
        })
      ).body;
    }
    expect(seen.slice(0, 3)).toEqual([ids[20], ids[4], ids[11]]);
    expect([...seen].sort()).toEqual([...ids].sort());
  });
});

describe('changing one’s mind', () => {
  test('within 15 minutes Jeanne corrects her comment; the change is marked and the first version stays readable', async () => {
    const { body: comment } = await write(jeanne, { text: 'Un banc a l’ombre', stance: 'for' });
    const edit = (revision: number, text: string) =>
      as(app, jeanne).call(editComment, { params: { contributionId: comment.id }, body: { text, revision } });
    expect((await edit(1, 'Un banc à l’ombre')).body).toMatchObject({ text: 'Un banc à l’ombre', revision: 2 });
    expect((await debateOf(visitor(town))).for.items[0]!.editedAt).not.toBeNull();
    expect(
      (await as(app, visitor(town)).call(readCommentVersions, { params: { contributionId: comment.id } })).body.versions.map(
        (one) => one.text,
      ),
    ).toEqual(['Un banc a l’ombre', 'Un banc à l’ombre']);
    expect((await edit(1, 'Depuis un autre onglet')).problem.code).toBe('changed-meanwhile');
    await olderThanTheWindow(comment.id);
    expect((await edit(2, 'Trop tard')).problem.code).toBe('edit-window-over');
    expect((await debateOf(jeanne)).for.items[0]!.allowed).toEqual(['reply', 'withdraw']);
    expect(
      (await as(app, marc).call(editComment, { params: { contributionId: comment.id }, body: { text: 'De Marc', revision: 2 } })).problem
        .code,
    ).toBe('author-only');
  });

  test('a withdrawn comment leaves its place and its replies, and its words are read nowhere', async () => {
    const comment = await aComment(app, consultation, jeanne, subject, { text: 'Je regrette ces mots' });
    await aComment(app, consultation, marc, subject, { parentId: comment, text: 'Je vous réponds' });
    expect((await as(app, jeanne).call(withdrawComment, { params: { contributionId: comment } })).status).toBe(200);
    const debate = await as(app, visitor(town)).call(readDebate, { params: { contributionId: subject } });
    expect(debate.text).not.toContain('regrette');
    expect(debate.body.for.items[0]).toMatchObject({
      text: '',
      isPlaceOnly: true,
      publication: 'withdrawn',
      author: { name: '' },
      replies: [{ text: 'Je vous réponds' }],
    });
    expect((await as(app, visitor(town)).call(readCommentVersions, { params: { contributionId: comment } })).text).not.toContain(
      'regrette',
    );
    expect((await as(app, jeanne).call(withdrawComment, { params: { contributionId: comment } })).problem.code).toBe('contribution-ended');
  });
});

describe('read before publication', () => {
  test('Jeanne sees her waiting comment, nobody else does, and withdrawn unread it never becomes public', async () => {
    const careful = await aConsultation(app, town, { activities: [{ settings: { moderation: 'before' } }] });
    const there = await aSubject(app, town, careful, awa);
    const { body: comment } = await write(jeanne, { text: 'Je patiente', stance: 'for' }, there);
    expect(comment).toMatchObject({ publication: 'pending', allowed: ['edit', 'withdraw'] });
    expect((await debateOf(jeanne, {}, there)).mine.map((one) => one.text)).toEqual(['Je patiente']);
    for (const reader of [marc, visitor(town)])
      expect(await debateOf(reader, {}, there)).toMatchObject({
        counts: { total: 0 },
        mine: [],
        for: { items: [] },
        moderatedBefore: true,
      });
    expect((await write(marc, { text: 'Réponse', parentId: comment.id }, there)).problem.code).toBe('reply-too-deep');
    await as(app, jeanne).call(withdrawComment, { params: { contributionId: comment.id } });
    expect((await debateOf(visitor(town), {}, there)).for.items).toEqual([]);
  });
});
