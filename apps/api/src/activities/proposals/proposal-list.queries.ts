import type { ProposalSort } from '@parvis/shared/activities/proposals/contract.ts';
import type { AuthorView } from '@parvis/shared/contracts/contributions.ts';
import type { Channel, Status } from '@parvis/shared/rules/words.ts';
import type { InsiderDatabase, PublicDatabase, SqlValue } from '../../platform/database/index.ts';
import type { PictureRow } from './proposals.queries.ts';
import type { TellingWords } from './search-words.ts';

/** What narrows a list. `search` is a tsquery of `search-words.ts`. */
export interface ListFilter {
  readonly search: string | null;
  readonly categoryId: string | null;
  readonly areaId: string | null;
  readonly status: Status | null;
  readonly isAnswered: boolean | null;
}

export interface ListScope {
  readonly municipalityId: string;
  readonly activityId: string;
}

/** The last row of the page before: its sort key, in the database's own words, and its id. `step` is the range of a random walk. */
export interface After {
  readonly key: string;
  readonly step: number;
  readonly id: string;
}

/** An order. A random walk has a seed, and visits 1,024 ranges of `shuffle` one after the other, or one of everything (`ranges` 1). */
export interface Order {
  readonly sort: ProposalSort;
  readonly seed: number;
  readonly ranges: 1 | 1024;
}

export interface CardRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly category_id: string | null;
  readonly area_id: string | null;
  readonly address: string;
  readonly status: Status;
  readonly published_at: string;
  readonly channel: Channel;
  readonly author: AuthorView;
  readonly supports: number;
  readonly by_level: readonly number[];
  readonly comments: number;
  readonly picture: PictureRow | null;
  readonly answer: { readonly status: Status; readonly text: string } | null;
  readonly key: string;
  readonly step: number;
}

type Reader = PublicDatabase | InsiderDatabase;

// Numbered parameters, in the order in which a statement asks for them.
class Values {
  readonly list: SqlValue[] = [];
  put(value: SqlValue, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

function conditionsOf(filter: ListFilter, values: Values): string {
  const { categoryId, areaId, status, isAnswered } = filter;
  return [
    'AND t.is_listed',
    categoryId !== null && `AND t.category_id = ${values.put(categoryId, 'text')}`,
    areaId !== null && `AND t.area_id = ${values.put(areaId, 'text')}`,
    status !== null && `AND t.status = ${values.put(status, 'text')}`,
    isAnswered !== null && `AND t.is_answered = ${values.put(isAnswered, 'boolean')}`,
  ]
    .filter(Boolean)
    .join(' ');
}

// Full text in two steps: at most 2,000 matches through the index, then their order (docs/measurements.md, 14). Ranking all matches of a
// common word takes ten times as long.
function foundOf(filter: ListFilter, municipality: string, activity: string, values: Values): string {
  const query = `to_tsquery('french', ${values.put(filter.search, 'text')})`;
  return `found AS MATERIALIZED (
    SELECT m.id, ts_rank(m.search, ${query})::float8 AS rank FROM (
      SELECT p.id, p.search FROM visible_proposals p
      WHERE p.municipality_id = ${municipality} AND p.activity_id = ${activity} AND p.search @@ ${query} AND NOT p.is_place_only LIMIT 2000) m)`;
}

/** What every statement over a narrowed list begins with: the matches of a search ('' without one), where rows come from, and which. */
function narrowed(
  scope: ListScope,
  filter: ListFilter,
  values: Values,
): { readonly found: string; readonly from: string; readonly where: string } {
  const municipality = values.put(scope.municipalityId, 'uuid');
  const activity = values.put(scope.activityId, 'uuid');
  return {
    found: filter.search === null ? '' : foundOf(filter, municipality, activity, values),
    from: filter.search === null ? 'visible_tallies t' : 'found f JOIN visible_tallies t ON t.contribution_id = f.id',
    where: `t.municipality_id = ${municipality} AND t.activity_id = ${activity} ${conditionsOf(filter, values)}`,
  };
}

const sorted: Readonly<Record<Exclude<ProposalSort, 'random'>, { readonly key: string; readonly type: string }>> = {
  supported: { key: 't.supports_order', type: 'int' }, // indexed, where the count itself is not
  recent: { key: 't.published_at', type: 'timestamptz' },
  discussed: { key: 't.comments', type: 'int' },
  relevance: { key: 'f.rank', type: 'float8' },
};

const columns = 't.contribution_id, t.supports, t.supports_by_level, t.comments';

// The page's ids and keys, from the narrow rows of `tallies` alone (docs/measurements.md, 9 and 10).
function pageOf(scope: ListScope, filter: ListFilter, order: Order, after: After | null, limit: number, values: Values): string {
  const narrow = narrowed(scope, filter, values);
  const { from, where } = narrow;
  const found = narrow.found && `${narrow.found},`;
  if (order.sort === 'random') return `${found} page AS MATERIALIZED (${randomPage(from, where, order, after, limit, values)})`;
  const { key, type } = sorted[order.sort];
  const beyond = after ? `AND (${key}, t.contribution_id) < (${values.put(after.key, type)}, ${values.put(after.id, 'uuid')})` : '';
  return `${found} page AS MATERIALIZED (
    SELECT ${columns}, ${key}::text AS key, 0 AS step, row_number() OVER (ORDER BY ${key} DESC, t.contribution_id DESC) AS place
    FROM ${from} WHERE ${where} ${beyond} ORDER BY ${key} DESC, t.contribution_id DESC LIMIT ${values.put(limit, 'int')})`;
}

// Each visitor's own order, complete and stable (docs/measurements.md, 11): everything by its hash with the visitor's seed; in a large
// activity the ranges of `shuffle` in the order of step XOR (seed mod 1024), by the hash inside a range. The nested loop visits the
// ranges in order and stops at the limit.
function randomPage(from: string, where: string, { seed, ranges }: Order, after: After | null, limit: number, values: Values): string {
  const hash = `uuid_hash_extended(t.contribution_id, ${values.put(seed, 'bigint')})`;
  const most = values.put(limit, 'int');
  const beyond = after ? `(${hash}, t.contribution_id) > (${values.put(after.key, 'bigint')}, ${values.put(after.id, 'uuid')})` : 'true';
  if (ranges === 1) {
    return `SELECT ${columns}, ${hash}::text AS key, 0 AS step, row_number() OVER (ORDER BY ${hash}, t.contribution_id) AS place
      FROM ${from} WHERE ${where} AND ${beyond} ORDER BY ${hash}, t.contribution_id LIMIT ${most}`;
  }
  const first = values.put(after?.step ?? 0, 'int');
  const mask = values.put(seed % 1024, 'int');
  return `SELECT walk.*, row_number() OVER (ORDER BY walk.step, walk.hash, walk.contribution_id) AS place FROM (
      SELECT one.*, one.hash::text AS key, steps.step FROM generate_series(${first}, 1023) AS steps(step), LATERAL (
        SELECT ${columns}, ${hash} AS hash FROM ${from}
        WHERE ${where} AND t.shuffle >= ((steps.step # ${mask})::bigint << 21) AND t.shuffle < (((steps.step # ${mask}) + 1)::bigint << 21) AND (steps.step > ${first} OR ${beyond})
        ORDER BY ${hash}, t.contribution_id LIMIT ${most}) one
      LIMIT ${most}) walk`;
}

const cards = `
  SELECT p.id, p.number, p.title, left(p.body_text, 500) AS text, p.category_id, p.area_id, p.address, p.status, p.published_at, p.channel,
    jsonb_build_object('name', a.display_name, 'level', a.level, 'source', a.source) AS author,
    page.supports, page.supports_by_level AS by_level, page.comments, page.key, page.step,
    (SELECT jsonb_build_object('id', f.id, 'file_name', f.file_name, 'alt', s.alt, 'width', f.width, 'height', f.height)
      FROM visible_contribution_files s JOIN visible_files f ON f.municipality_id = s.municipality_id AND f.id = s.file_id
      WHERE s.municipality_id = p.municipality_id AND s.contribution_id = p.id ORDER BY s.position LIMIT 1) AS picture,
    (SELECT jsonb_build_object('status', r.status, 'text', left(r.body_text, 300))
      FROM visible_response_subjects s JOIN visible_responses r ON r.municipality_id = s.municipality_id AND r.id = s.response_id
      WHERE s.municipality_id = p.municipality_id AND s.contribution_id = p.id ORDER BY r.published_at DESC LIMIT 1) AS answer
  FROM page
  JOIN visible_proposals p ON p.municipality_id = $1 AND p.id = page.contribution_id
  JOIN visible_participants a ON a.municipality_id = $1 AND a.id = p.participant_id
  ORDER BY page.place`;

/** One page of a list, in its order. One statement, prepared once per shape. */
export async function readPage(
  db: Reader,
  scope: ListScope,
  filter: ListFilter,
  order: Order,
  after: After | null,
  limit: number,
): Promise<CardRow[]> {
  const values = new Values();
  const text = `WITH ${pageOf(scope, filter, order, after, limit, values)} ${cards}`;
  const shape = [
    order.sort,
    order.ranges,
    after ? 'after' : 'first',
    ...Object.entries(filter)
      .filter(([, value]) => value !== null)
      .map(([name]) => name),
  ].join('-');
  return db.named<CardRow>(`proposals-${shape}`, text, values.list);
}

/** How many proposals a filter lets through, by category; a search counts its first 2,000 matches. Costs up to 25 ms for 100,000: remember it. */
export async function readFacets(
  db: Reader,
  scope: ListScope,
  filter: ListFilter,
): Promise<{ category_id: string | null; count: number }[]> {
  const values = new Values();
  const { found, from, where } = narrowed(scope, filter, values);
  return db.rows(
    `${found && `WITH ${found}`} SELECT t.category_id, count(*)::int AS count FROM ${from}
    WHERE ${where} GROUP BY t.category_id`,
    values.list,
  );
}

export interface PointRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: Status;
  readonly category_id: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly supports: number;
  readonly total: number;
}

/** Proposals that have a place, most supported first, with how many there are in all. */
export async function readPoints(db: Reader, scope: ListScope, filter: ListFilter, limit: number): Promise<PointRow[]> {
  const values = new Values();
  const { found, from, where } = narrowed(scope, filter, values);
  return db.rows<PointRow>(
    `${found && `WITH ${found}`}
    SELECT p.id, p.number, p.title, p.status, p.category_id, p.lon, p.lat, t.supports, count(*) OVER ()::int AS total
    FROM ${from} JOIN visible_proposals p ON p.municipality_id = t.municipality_id AND p.id = t.contribution_id
    WHERE ${where} AND p.lon IS NOT NULL
    ORDER BY t.supports DESC, t.contribution_id DESC LIMIT ${values.put(limit, 'int')}`,
    values.list,
  );
}

/** The town's quarters that the consultation concerns, all of them when it names none. */
export async function readAreasOf(db: Reader, municipalityId: string, consultationId: string): Promise<{ id: string; name: string }[]> {
  return db.rows(
    `
    SELECT a.id, a.name FROM visible_areas a
    WHERE a.municipality_id = $1 AND (NOT EXISTS (SELECT FROM visible_consultation_areas k WHERE k.municipality_id = $1 AND k.consultation_id = $2)
      OR EXISTS (SELECT FROM visible_consultation_areas k WHERE k.municipality_id = $1 AND k.consultation_id = $2 AND k.area_id = a.id))
    ORDER BY a.position`,
    [municipalityId, consultationId],
  );
}

export interface SimilarRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: Status;
  readonly supports: number;
}

/**
 * Titles that say something alike: up to 300 with all the words and 300 with any. A title's likeness is the mean of two shares: of the
 * words that it has, the rarer among these titles the heavier (one that no title has is the heaviest), and of their trigrams
 * (docs/measurements.md, 13).
 */
export async function readSimilar(
  db: Reader,
  scope: ListScope,
  { conditions, plain }: TellingWords,
  besides: string | null,
): Promise<SimilarRow[]> {
  return db.named<SimilarRow>(
    'proposals-similar',
    `
    WITH words AS MATERIALIZED (
      SELECT word, query FROM unnest($3::text[]) word CROSS JOIN LATERAL to_tsquery('french', word) query WHERE numnode(query) > 0),
    candidates AS MATERIALIZED (
      (SELECT p.id, p.title_plain, p.title_words FROM visible_proposals p
        WHERE p.municipality_id = $1 AND p.activity_id = $2 AND p.publication = 'published' AND NOT p.is_place_only AND p.title_words @@ to_tsquery('french', $4) LIMIT 300)
      UNION
      (SELECT p.id, p.title_plain, p.title_words FROM visible_proposals p
        WHERE p.municipality_id = $1 AND p.activity_id = $2 AND p.publication = 'published' AND NOT p.is_place_only AND p.title_words @@ to_tsquery('french', $5) LIMIT 300)),
    hits AS MATERIALIZED (SELECT c.id, w.word FROM words w JOIN candidates c ON c.title_words @@ w.query),
    weights AS MATERIALIZED (
      SELECT w.word, ln(1 + (SELECT count(*) FROM candidates) / greatest(count(h.id), 0.5))::float8 AS weight
      FROM words w LEFT JOIN hits h USING (word) GROUP BY w.word),
    shares AS (SELECT h.id, sum(w.weight) / (SELECT sum(weight) FROM weights) AS share FROM hits h JOIN weights w USING (word) GROUP BY h.id),
    best AS (
      SELECT id, (share + greatest(similarity(title_plain, $6), word_similarity($6, title_plain))) / 2 AS likeness FROM candidates JOIN shares USING (id)
      WHERE id IS DISTINCT FROM $7::uuid ORDER BY likeness DESC, id LIMIT 5)
    SELECT p.id, p.number, p.title, p.status, t.supports FROM best
    JOIN visible_proposals p ON p.municipality_id = $1 AND p.id = best.id
    JOIN visible_tallies t ON t.municipality_id = $1 AND t.contribution_id = best.id
    WHERE best.likeness > 0.34 ORDER BY best.likeness DESC, best.id`,
    [scope.municipalityId, scope.activityId, conditions, conditions.join(' & '), conditions.join(' | '), plain, besides],
  );
}
