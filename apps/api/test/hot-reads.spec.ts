import pg from 'pg';
import { listProposals, readProposal, similarProposals, type ProposalPage } from '@parvis/shared/activities/proposals/contract.ts';
import { signIn } from '@parvis/shared/contracts/accounts.ts';
import { addComment, readDebate, readSide } from '@parvis/shared/contracts/comments.ts';
import { readConsultation, readFrontPage } from '@parvis/shared/contracts/consultations.ts';
import { readQueue } from '@parvis/shared/contracts/moderation.ts';
import { readResults } from '@parvis/shared/contracts/results.ts';
import { addSupport, readLiveCounts } from '@parvis/shared/contracts/supports.ts';
import { loadTown, type BenchTown } from '../../../tools/bench/data.ts';
import { TallyJob } from '../src/core/tallies/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { freshDatabaseUrl } from './support/database.ts';
import { aPerson, as, visitor, type Answer, type Person } from './support/people.ts';
import { statementsOf, wholeReadsOf, type SentStatement } from './support/statements.ts';

/** Tables with fewer rows are read from end to end by any sensible plan. */
const manyRows = 1_000;

let app: TestApp;
let loaded: BenchTown;
let client: pg.Client;
let ines: Person;
let moderator: Person;
/** Tables that grow with what people do, filled here: none of them is read from end to end for one request. */
let growing: ReadonlySet<string>;
let anybody: Pick<Person, 'town' | 'cookie'>;
beforeAll(async () => {
  const url = await freshDatabaseUrl();
  loaded = await loadTown(url, { proposals: 6_000, supports: 30_000, comments: 12_000, people: 3_000 }, () => undefined);
  app = await startApp({ DATABASE_URL: url, TRUSTED_PROXIES: '127.0.0.1' });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  const town = { id: loaded.municipalityId, slug: loaded.slug, base: `/t/${loaded.slug}` };
  [ines, moderator] = [await aPerson(app, town), await aPerson(app, town, { roles: ['moderator'] })];
  anybody = { ...visitor(town), cookie: 'parvis_visitor=7' };
  await app.db.run(
    `INSERT INTO outbox (municipality_id, topic, contribution_id, salt, commitment) SELECT $1, 'support.given', contribution_id, '\\x00', sha256(uuid_send(contribution_id)) FROM supports WHERE municipality_id = $1`,
    [town.id],
  );
  await app.app.get(TallyJob).refresh();
  await app.db.run(
    `INSERT INTO flags (municipality_id, id, contribution_id, revision, participant_id, ground, created_at)
    SELECT $1, gen_random_uuid(), c.id, 1, $2, 'spam', now() - make_interval(mins => row_number() OVER ()::int) FROM contributions c WHERE c.municipality_id = $1 AND c.kind = 'comment' LIMIT 3000`,
    [town.id, ines.participantId],
  );
  busy = loaded.proposalIds[3]!; // one debate that goes on for pages
  await app.db.run(
    `UPDATE comments SET subject_id = $2 WHERE municipality_id = $1 AND id IN (SELECT id FROM comments WHERE municipality_id = $1 AND stance = 'for' LIMIT 60)`,
    [town.id, busy],
  );
  await app.db.run('ANALYZE');
  growing = new Set(
    (
      await app.db.rows<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1`,
        [manyRows],
      )
    ).map((row) => row.name),
  );
  for (const table of ['contributions', 'proposals', 'supports', 'comments', 'revisions', 'tallies', 'outbox', 'participants', 'flags'])
    expect(growing).toContain(table);
}, 300_000);
afterAll(async () => {
  await client.end();
  await app.stop();
});

// What is summed up over a whole consultation (and remembered for a moment) reads all of it, and this database holds but one: what
// counts is that an index leads to it among those of other towns.
const summedUp = /GROUP BY t\.category_id$/;

/**
 * Statements of a request that succeeds, and those that read a table from end to end though they need not: planned with their values; and,
 * where PostgreSQL is told to avoid it, planned for whatever values may come, so that no index is missing.
 */
async function planned(
  ask: () => Promise<Answer<unknown> | void>,
  isSummary = false,
): Promise<{ readonly statements: readonly SentStatement[]; readonly whole: string[] }> {
  const { statements, result } = await statementsOf(ask);
  expect(result && result.status >= 300 ? result.text : '').toBe('');
  const whole: string[] = [];
  const look = async (statement: SentStatement, generic: boolean): Promise<void> => {
    for (const table of (await wholeReadsOf(client, statement, generic)).filter((one) => growing.has(one)))
      whole.push(`${table}${generic ? ', whatever the values' : ''}: ${statement.text.trim().slice(0, 160)}`);
  };
  for (const statement of statements) if (!isSummary && !summedUp.test(statement.text.trim())) await look(statement, false);
  await client.query('SET enable_seqscan = off');
  for (const statement of statements) await look(statement, true);
  await client.query('RESET enable_seqscan');
  return { statements, whole };
}

const list = (query: object, who: Pick<Person, 'town' | 'cookie'> = anybody) =>
  as(app, who).call(listProposals, { params: { activityId: loaded.activityId }, query: query as never });

async function deep(query: object): Promise<Answer<ProposalPage>> {
  let page = await list({ ...query, limit: '50' });
  for (let at = 0; at < 20 && page.body.nextCursor; at += 1) page = await list({ ...query, limit: '50', cursor: page.body.nextCursor });
  return page;
}

const sorts = ['random', 'supported', 'recent', 'discussed'] as const;

test.each(sorts.flatMap((sort) => [{ sort }, { sort, category: 'b' }, { sort, category: 'b', status: 'submitted', answered: 'no' }]))(
  'the list %j finds its rows by an index, on its first page and on its twentieth',
  async (query) => {
    expect((await planned(() => list(query))).whole).toEqual([]);
    const { body } = await deep(query);
    expect(body.nextCursor).not.toBeNull();
    expect((await planned(() => list({ ...query, cursor: body.nextCursor! }))).whole).toEqual([]);
  },
);

let busy: string;
const subject = () => ({ contributionId: loaded.proposalIds[7]! });
const hot: readonly (readonly [string, () => Promise<Answer<unknown> | void>])[] = [
  [
    'proposals like a title of a rare word',
    () => as(app, anybody).call(similarProposals, { params: { activityId: loaded.activityId }, query: { title: 'x42 x43' } as never }),
  ],
  ['a search for a rare word, with a filter', () => list({ q: 'x42', category: 'a' })],
  ['a proposal', () => as(app, ines).call(readProposal, { params: { number: 42 } as never })],
  ['the debate on a proposal', () => as(app, ines).call(readDebate, { params: subject() })],
  [
    'the next arguments of a side',
    async () => {
      const { body } = await as(app, ines).call(readDebate, { params: { contributionId: busy } });
      return as(app, ines).call(readSide, { params: { contributionId: busy }, query: { stance: 'for', cursor: body.for.nextCursor! } });
    },
  ],
  [
    'a wrong password, with its limits',
    async () => {
      expect((await as(app, anybody).call(signIn, { body: { email: 'p7@exemple.fr', password: 'une autre phrase' } })).status).toBe(401);
    },
  ],
  ['the front page', () => as(app, ines).call(readFrontPage)],
  [
    'figures that pages poll',
    () =>
      as(app, anybody).call(readLiveCounts, {
        params: { activityId: loaded.activityId },
        query: { ids: loaded.proposalIds.slice(0, 20).join(',') } as never,
      }),
  ],
  ['a support', () => as(app, ines).call(addSupport, { params: subject() })],
  ['a comment', () => as(app, ines).call(addComment, { params: subject(), body: { text: 'Un argument.', stance: 'for' } })],
  ['the counts after a support and a comment', () => app.app.get(TallyJob).refresh()],
];

test.each(hot)('%s finds its rows by an index', async (_, ask) => {
  const { statements, whole } = await planned(ask);
  expect(whole).toEqual([]);
  expect(statements.length).toBeGreaterThan(0);
});

test.each<readonly [string, () => Promise<Answer<unknown>>]>([
  ['a search for a word that stands everywhere', () => list({ q: 'arbre' })],
  [
    'proposals like a title of such words',
    () =>
      as(app, anybody).call(similarProposals, {
        params: { activityId: loaded.activityId },
        query: { title: 'Un banc près de la gare' } as never,
      }),
  ],
  ['a consultation', () => as(app, ines).call(readConsultation, { params: { slug: 'mesure' } })],
  ['the results of a consultation', () => as(app, anybody).call(readResults, { params: { slug: 'mesure' } })],
  ['the queue of moderation', () => as(app, moderator).call(readQueue, {})],
])('%s reads nothing of other towns', async (_, ask) => {
  expect((await planned(ask, true)).whole).toEqual([]);
});

test('a list that the reader already has is answered by its version alone: no proposal is read', async () => {
  const first = await list({ category: 'a' });
  const { statements, result } = await statementsOf(() =>
    as(app, anybody).call(listProposals, {
      params: { activityId: loaded.activityId },
      query: { category: 'a' },
      headers: { 'if-none-match': first.headers.get('etag')! },
    }),
  );
  expect(result.status).toBe(304);
  expect(
    statements.filter(({ text }) => /\b(visible_)?(proposals|tallies|revisions|supports)\b/.test(text)).map(({ text }) => text),
  ).toEqual([]);
});

test('whoever reads is known by one statement, whatever the size of the town', async () => {
  const { statements, whole } = await planned(() =>
    as(app, ines).call(readLiveCounts, { params: { activityId: loaded.activityId }, query: { ids: loaded.proposalIds[0]! } as never }),
  );
  expect(whole).toEqual([]);
  expect(statements.filter(({ text }) => /\bsessions\b/.test(text))).toHaveLength(1);
});
