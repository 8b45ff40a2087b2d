import fc from 'fast-check';
import {
  listProposals,
  mapProposals,
  proposalSorts,
  similarProposals,
  type ProposalCard,
} from '@parvis/shared/activities/proposals/contract.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, closeOpening, type TestConsultation } from '../../../test/support/consultations.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal } from '../../../test/support/proposals.ts';
import { takeNumbers } from '../../core/contributions/index.ts';
import { TallyJob, insertTallies } from '../../core/tallies/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { insertImportedProposals } from '../../../test/support/many-proposals.ts';
import { readCursor, writeCursor } from './list-cursor.ts';

let app: TestApp;
let town: TestTown;
let ines: Person;
let consultation: TestConsultation;
beforeAll(async () => {
  app = await startApp();
  town = await aTown(app);
  ines = await aPerson(app, town);
  consultation = await aConsultation(app, town, { slug: 'grande' });
});
afterAll(() => app.stop());

type Query = Parameters<ReturnType<typeof as>['call']>[1] extends { query?: infer Q } | undefined ? Q : never;
const refresh = () => app.app.get(TallyJob).refresh();
const seeded = (seed: number) => ({ town, cookie: `parvis_visitor=${seed}` });
const list = (query: object = {}, who: Pick<Person, 'town' | 'cookie'> = seeded(7), where = consultation, headers = {}) =>
  as(app, who).call(listProposals, { params: { activityId: where.activity.id }, query: query as Query, headers });
const titles = async (query: object, where: TestConsultation) => (await list(query, seeded(7), where)).body.items.map((one) => one.title);

async function walk(query: object, who = seeded(7), where = consultation): Promise<ProposalCard[]> {
  const all: ProposalCard[] = [];
  for (let cursor: string | null = null, pages = 0; pages < 500; pages += 1) {
    const { body } = await list({ ...query, limit: '50', ...(cursor && { cursor }) }, who, where);
    all.push(...body.items);
    if ((cursor = body.nextCursor) === null) break;
  }
  return all;
}

/** Published proposals by an import's set-based statements. */
async function many(where: TestConsultation, count: number): Promise<string[]> {
  const ids = await insertMany(where, count);
  await app.db.run('ANALYZE contributions, proposals, tallies'); // as after every import: without statistics each page walks the tables
  return ids;
}

function insertMany(where: TestConsultation, count: number): Promise<string[]> {
  const scope = { municipalityId: town.id, consultationId: where.id, activityId: where.activity.id, importId: newId() };
  return app.db.transaction(async (tx) => {
    const first = await takeNumbers(tx, town.id, count);
    const rows = Array.from({ length: count }, (_, at) => ({
      id: newId(),
      participantId: ines.participantId,
      number: first + at,
      status: 'submitted' as const,
      publishedAt: new Date(1_700_000_000_000 + (at % 97) * 60_000).toISOString(),
      title: `Proposition ${at}`,
      html: '<p>Texte</p>',
      text: 'Texte',
      categoryId: at % 10 === 0 ? 'arbres' : 'rues',
      areaId: null,
      point: null,
      address: '',
    }));
    await insertImportedProposals(tx, scope, rows);
    await insertTallies(
      tx,
      town.id,
      rows.map((row) => ({
        contributionId: row.id,
        consultationId: where.id,
        activityId: where.activity.id,
        kind: 'proposal',
        categoryId: row.categoryId,
        areaId: null,
      })),
    );
    return rows.map((row) => row.id);
  });
}

describe.each([
  ['a small call', 130],
  ['a large call', 2_300],
])('in %s of %i proposals', (_, count) => {
  let where: TestConsultation;
  let ids: string[];
  beforeAll(async () => {
    where = await aConsultation(app, town, { slug: `appel-${count}` });
    ids = await many(where, count);
    await app.db.run(
      'UPDATE tallies SET supports = (shuffle % 5)::int, supports_order = (shuffle % 5)::int, comments = (shuffle % 3)::int WHERE municipality_id = $1 AND activity_id = $2',
      [town.id, where.activity.id],
    );
  });

  test('each visitor walks through all of them once, in an order of his or her own that stays', async () => {
    const [first, again, other] = [await walk({}, seeded(11), where), await walk({}, seeded(11), where), await walk({}, seeded(12), where)];
    expect(first.map((one) => one.id)).toEqual(again.map((one) => one.id));
    expect(first.map((one) => one.id)).not.toEqual(other.map((one) => one.id));
    for (const one of [first, other]) expect(one.map((card) => card.id).sort()).toEqual([...ids].sort());
  });

  test.each(['supported', 'recent', 'discussed'] as const)('by %s each comes once, in order, also where many are equal', async (sort) => {
    const walked = await walk({ sort }, seeded(3), where);
    expect(walked.map((one) => one.id).sort()).toEqual([...ids].sort());
    const keys = walked.map((one) =>
      sort === 'supported' ? one.supports : sort === 'discussed' ? one.comments : Date.parse(one.publishedAt),
    );
    expect(keys).toEqual([...keys].sort((a, b) => b - a));
  });

  test('a filter keeps the walk complete and counts what it lets through', async () => {
    const walked = await walk({ category: 'arbres' }, seeded(5), where);
    expect(walked).toHaveLength(count / 10);
    const { body } = await list({ category: 'arbres' }, seeded(5), where);
    expect(body).toMatchObject({
      total: count / 10,
      sort: 'random',
      categories: [
        { id: 'rues', count: (count * 9) / 10 },
        { id: 'arbres', count: count / 10 },
      ],
    });
  });
});

describe('finding', () => {
  let where: TestConsultation;
  const made: Record<string, string> = {};
  beforeAll(async () => {
    where = await aConsultation(app, town, { slug: 'chercher' });
    const add = async (title: string, rest = {}) => {
      made[title] = (await aProposal(app, town, where, ines, { title, ...rest })).id;
    };
    await add('Des pistes pour les vélos', { text: 'De la gare à l’hôpital', categoryId: 'rues', status: 'under-study' });
    await add('Garer son vélo au marché', { categoryId: 'rues', place: { lon: 1.1, lat: 45.2 } });
    await add('Planter des arbres d’ombre place du Marché', { categoryId: 'arbres', status: 'accepted', place: { lon: 1.2, lat: 45.3 } });
    await add('Un arrêt de bus abrité', { text: 'Avec des arbres autour' });
  });

  test('words are found without accents, capitals or plural, in titles before texts', async () => {
    expect((await titles({ q: 'VELO' }, where)).sort()).toEqual(['Des pistes pour les vélos', 'Garer son vélo au marché']);
    expect(await titles({ q: 'arbres' }, where)).toEqual(['Planter des arbres d’ombre place du Marché', 'Un arrêt de bus abrité']);
    expect(await titles({ q: 'vélo marché' }, where)).toEqual(['Garer son vélo au marché']);
    expect(await titles({ q: 'hopital' }, where)).toEqual(['Des pistes pour les vélos']);
    expect(await titles({ q: 'tramway' }, where)).toEqual([]);
  });

  test('whatever is typed into search is an answer, not an error', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 30 }),
          fc.constantFrom("' & | !", ':*', '((', "a' OR 1=1", 'le la les', '\\', '<->', 'vélo:*', '\uFEFF'),
        ),
        async (q) => {
          expect([200, 422]).toContain((await list({ q }, seeded(1), where)).status);
          expect([200, 422]).toContain(
            (await as(app, visitor(town)).call(mapProposals, { params: { activityId: where.activity.id }, query: { q } })).status,
          );
        },
      ),
      { numRuns: 40 },
    ));

  test('category, status and answered narrow the list and may be combined with words and any order', async () => {
    expect(await titles({ category: 'arbres' }, where)).toEqual(['Planter des arbres d’ombre place du Marché']);
    expect(await titles({ status: 'under-study' }, where)).toEqual(['Des pistes pour les vélos']);
    expect(await titles({ answered: 'yes' }, where)).toEqual([]);
    expect(await titles({ answered: 'no', q: 'arbres', sort: 'recent' }, where)).toEqual([
      'Un arrêt de bus abrité',
      'Planter des arbres d’ombre place du Marché',
    ]);
    expect((await list({ status: 'nonsense' }, seeded(1), where)).status).toBe(422);
    expect(await list({ cursor: 'AAAA' }, seeded(1), where)).toMatchObject({
      status: 422,
      problem: { errors: [{ code: 'not-a-cursor' }] },
    });
  });

  test('the map shows those that have a place, with the same filters', async () => {
    const map = async (query = {}) =>
      (await as(app, visitor(town)).call(mapProposals, { params: { activityId: where.activity.id }, query })).body;
    expect((await map()).features.map((one) => one.geometry.coordinates).sort()).toEqual([
      [1.1, 45.2],
      [1.2, 45.3],
    ]);
    expect(await map({ category: 'arbres' })).toMatchObject({
      total: 1,
      features: [{ properties: { title: 'Planter des arbres d’ombre place du Marché', status: 'accepted' } }],
    });
  });

  test('while a title is typed, those that say something alike are offered, best first, and can be supported', async () => {
    const similar = async (title: string, who: Pick<Person, 'town' | 'cookie'> = ines) =>
      (await as(app, who).call(similarProposals, { params: { activityId: where.activity.id }, query: { title } })).body.items;
    expect((await similar('Plantons des arbres sur la place')).map((one) => one.title)).toContain(
      'Planter des arbres d’ombre place du Marché',
    );
    expect((await similar('garer vélos'))[0]).toMatchObject({ title: 'Garer son vélo au marché', mine: false, support: { allowed: true } });
    expect((await similar('garer vélos', visitor(town)))[0]).toMatchObject({ support: { allowed: false, reason: 'sign-in-required' } });
    expect(await similar('Quelque chose de tout autre')).toEqual([]);
    await aProposal(app, town, where, ines, { title: 'Un passage piéton devant la crèche' });
    await aProposal(app, town, where, ines, { title: 'Deux places devant la mairie' });
    await aProposal(app, town, where, ines, { title: 'Un banc près de la pharmacie' });
    expect((await similar('Un banc devant la pharmacie')).map((one) => one.title)).toEqual(['Un banc près de la pharmacie']);
    expect((await similar('Une place devant la crèche'))[0]!.title).toBe('Un passage piéton devant la crèche');
    expect(await similar('Devant la')).toEqual([]);
    expect(await similar('??? !!!')).toEqual([]);
  });
});

describe('reading again', () => {
  test('an unchanged list is 304; a support, a new proposal, the reader’s own act or the close of the phase change it', async () => {
    const where = await aConsultation(app, town, { slug: 'encore' });
    const proposal = await aProposal(app, town, where, ines);
    const karim = await aPerson(app, town);
    const tag = async (who: Pick<Person, 'town' | 'cookie'>) => (await list({}, who, where)).headers.get('etag')!;
    const again = async (who: Pick<Person, 'town' | 'cookie'>, etag: string) =>
      (await list({}, who, where, { 'if-none-match': etag })).status;
    const mine = { ...karim, cookie: `${karim.cookie}; parvis_visitor=7` };
    let [theirs, own] = [await tag(seeded(7)), await tag(mine)];
    expect([await again(seeded(7), theirs), await again(mine, own), await again(seeded(8), theirs)]).toEqual([304, 304, 200]);
    await as(app, mine).call(addSupport, { params: { contributionId: proposal.id } });
    expect(await again(mine, own)).toBe(200);
    expect((await list({}, mine, where)).body.items).toMatchObject([{ mine: true, supports: 1, people: { email: 1 } }]);
    await refresh();
    expect(await again(seeded(7), theirs)).toBe(200);
    [theirs, own] = [await tag(seeded(7)), await tag(mine)];
    expect([await again(seeded(7), theirs), await again(mine, own)]).toEqual([304, 304]);
    await closeOpening(app, town, where.activity.id, { action: 'support' });
    expect(await again(seeded(7), theirs)).toBe(200);
    expect((await list({}, seeded(7), where)).body).toMatchObject({
      sort: 'supported',
      items: [{ support: { allowed: false, reason: 'phase-closed' } }],
    });
  });

  test('where supports are off nobody is put first by their number: an old link to that order shows the usual one', async () => {
    const where = await aConsultation(app, town, {
      slug: 'sans-soutiens',
      activities: [{ kind: 'proposals', slug: 'propositions', settings: { supports: false } }],
    });
    await aProposal(app, town, where, ines, { title: 'Un banc place du Marché' });
    expect((await list({ sort: 'supported' }, seeded(1), where)).body).toMatchObject({ sort: 'random', total: 1 });
    expect((await list({ sort: 'supported', q: 'banc' }, seeded(1), where)).body).toMatchObject({ sort: 'relevance', total: 1 });
  });

  test('a consultation for invited people is listed to them alone', async () => {
    const where = await aConsultation(app, town, {
      slug: 'prives',
      visibility: 'invited',
      invited: [{ email: ines.email, accountId: ines.accountId }],
    });
    await aProposal(app, town, where, ines, { title: 'Entre nous' });
    expect((await list({}, ines, where)).body.items).toMatchObject([{ title: 'Entre nous' }]);
    expect((await list({}, seeded(1), where)).status).toBe(404);
    expect(
      (
        await as(app, await aPerson(app, town)).call(similarProposals, {
          params: { activityId: where.activity.id },
          query: { title: 'Entre nous' },
        })
      ).status,
    ).toBe(404);
  });

  test('page tokens come back as they were written, and nothing else is taken for one', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...proposalSorts),
        fc.integer({ min: 1, max: 0x7ffffffe }),
        fc.constantFrom(1 as const, 1024 as const),
        fc.integer({ min: 0, max: 1023 }),
        fc.uuid(),
        (sort, seed, ranges, step, id) => {
          const key = {
            random: '-12345',
            supported: '12',
            discussed: '0',
            recent: '2026-11-24 08:12:31.123456+00',
            relevance: '0.0607927',
          }[sort];
          const cursor = { order: { sort, seed, ranges }, after: { key, step, id } };
          expect(readCursor(writeCursor(cursor))).toEqual(cursor);
          expect(() => readCursor(writeCursor({ ...cursor, after: { ...cursor.after, key: `${key}'--` } }))).toThrow();
        },
      ),
    ));
});
