import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  maxPoints,
  type listProposals,
  type mapProposals,
  type ProposalCard,
  type ProposalPage,
  type ProposalSort,
  type similarProposals,
  type SimilarProposal,
} from '@parvis/shared/activities/proposals/contract.ts';
import { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';
import type { ResponseOf } from '@parvis/shared/contracts/route.ts';
import { excerpt } from '@parvis/shared/rules/rich-text.ts';
import { Readers, refusalToAct, type ActivityFactsRow } from '../../core/contributions/index.ts';
import { SupportsService, readOwnSupportsVersion, type OwnSupport } from '../../core/supports/index.ts';
import { peopleOf, readActivityVersion, withOneMore } from '../../core/tallies/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Call, Reply, Town } from '../../platform/http/index.ts';
import { slugOf } from '../../platform/text/index.ts';
import { readCursor, writeCursor } from './list-cursor.ts';
import {
  readAreasOf,
  readFacets,
  readPage,
  readPoints,
  readSimilar,
  type CardRow,
  type ListFilter,
  type Order,
} from './proposal-list.queries.ts';
import { permission, pictureOf } from './proposal-views.ts';
import { Remembered } from './remembered.ts';
import { allWords, tellingWords } from './search-words.ts';

/** From here on a random order visits ranges: sorting everything would cost 20 ms for 100,000. */
const manyProposals = 2_000;

type Facets = Awaited<ReturnType<typeof readFacets>>;
type ListCall = Call<typeof listProposals, ActivityFactsRow>;
type AnyListCall = Pick<ListCall, 'town' | 'facts' | 'actor' | 'context'> & { readonly reply: Reply };

/** Reads of lists: pages of cards, the map, similar titles. Figures beside the filters may be 15 s old. */
@Injectable()
export class ProposalListService {
  private readonly facets = new Remembered<Facets>(15_000, 500);

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Readers) private readonly readers: Readers,
    @Inject(SupportsService) private readonly supports: SupportsService,
  ) {}

  /** A page of the list. @throws NotModified before any proposal is read, InvalidInput for a foreign cursor */
  async list(call: ListCall): Promise<ProposalPage> {
    const { town, facts, actor, query, context } = call;
    const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
    const filter = filterOf(query);
    const version = await this.version(call);
    const db = this.readers.of(facts);
    const scope = { municipalityId: town.id, activityId: facts.id };
    const count = (one: ListFilter): Promise<Facets> =>
      this.facets.get(JSON.stringify([facts.id, version, one]), () => readFacets(db, scope, one));
    const sort = sortOf(query.sort, filter, facts);
    const all = await count({ search: null, categoryId: null, areaId: null, status: null, isAnswered: null });
    const order: Order = cursor?.order ?? {
      sort,
      seed: context.visitorSeed,
      ranges: filter.search === null && totalOf(all) > manyProposals ? 1024 : 1,
    };
    const [rows, total, byCategory, areas] = await Promise.all([
      readPage(db, scope, filter, order, cursor?.after ?? null, query.limit + 1),
      count(filter),
      count({ ...filter, categoryId: null }),
      readAreasOf(db, town.id, facts.consultation_id),
    ]);
    const shown = rows.slice(0, query.limit);
    const own = await this.supports.ownOf(
      actor,
      shown.map((row) => row.id),
    );
    const support = permission(refusalToAct(actor, 'support', facts.openings));
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => ({ ...cardOf(town, row, own.get(row.id)), support })),
      nextCursor: last ? writeCursor({ order, after: { key: last.key, step: last.step, id: last.id } }) : null,
      total: totalOf(total),
      sort: order.sort,
      areas,
      categories: ProposalSettings.parse(facts.settings).categories.map((one) => ({
        ...one,
        count: byCategory.find((row) => row.category_id === one.id)?.count ?? 0,
      })),
    };
  }

  async map(call: Call<typeof mapProposals, ActivityFactsRow>): Promise<ResponseOf<typeof mapProposals>> {
    const { town, facts, query } = call;
    await this.version(call);
    const rows = await readPoints(this.readers.of(facts), { municipalityId: town.id, activityId: facts.id }, filterOf(query), maxPoints);
    return {
      type: 'FeatureCollection',
      total: rows[0]?.total ?? 0,
      features: rows.map((row) => ({
        type: 'Feature',
        id: row.id,
        geometry: { type: 'Point', coordinates: [row.lon, row.lat] },
        properties: {
          number: row.number,
          slug: slugOf(row.title),
          title: row.title,
          status: row.status,
          categoryId: row.category_id,
          supports: row.supports,
        },
      })),
    };
  }

  async similar({ town, facts, actor, query }: Call<typeof similarProposals, ActivityFactsRow>): Promise<{ items: SimilarProposal[] }> {
    const words = tellingWords(query.title);
    if (words === null) return { items: [] };
    const rows = await readSimilar(this.readers.of(facts), { municipalityId: town.id, activityId: facts.id }, words, query.besides ?? null);
    const own = await this.supports.ownOf(
      actor,
      rows.map((row) => row.id),
    );
    const support = permission(refusalToAct(actor, 'support', facts.openings));
    return {
      items: rows.map((row) => ({
        ...row,
        slug: slugOf(row.title),
        supports: row.supports + (own.get(row.id)?.uncounted == null ? 0 : 1),
        mine: own.has(row.id),
        support,
      })),
    };
  }

  /** Names the answer's version before anything dear is read: what is listed, what is open, the visitor's order, the reader's own supports. */
  private async version({ town, facts, actor, context, reply }: AnyListCall): Promise<number> {
    const [version, own] = await Promise.all([
      readActivityVersion(this.readers.of(facts), town.id, facts.id),
      actor ? readOwnSupportsVersion(this.db, town.id, actor.participantId) : '',
    ]);
    const open = facts.openings.filter((one) => one.is_open).map((one) => [one.action, one.min_level]);
    const parts = [version, own, actor?.participantId, actor?.level, context.visitorSeed, open, facts.settings];
    reply.version(createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22));
    return version;
  }
}

function filterOf(query: {
  q?: string | undefined;
  category?: string | undefined;
  area?: string | undefined;
  status?: ListFilter['status'] | undefined;
  answered?: 'yes' | 'no' | undefined;
}): ListFilter {
  return {
    search: query.q ? allWords(query.q) : null,
    categoryId: query.category ?? null,
    areaId: query.area ?? null,
    status: query.status ?? null,
    isAnswered: query.answered === undefined ? null : query.answered === 'yes',
  };
}

/** An order that this list cannot give, as of an old link, falls back on the usual one. */
function sortOf(asked: ProposalSort | undefined, filter: ListFilter, facts: ActivityFactsRow): ProposalSort {
  if (asked === 'supported' && !ProposalSettings.parse(facts.settings).supports) return sortOf(undefined, filter, facts);
  if (asked === 'relevance') return filter.search === null ? defaultSort(facts) : asked;
  return asked ?? (filter.search === null ? defaultSort(facts) : 'relevance');
}

/** While supports are open nobody gets a head start; afterwards the most supported come first. */
function defaultSort(facts: ActivityFactsRow): ProposalSort {
  const supports = facts.openings.filter((one) => one.action === 'support');
  return supports.length > 0 && supports.every((one) => !one.is_open && one.closes_at !== null && Date.parse(one.closes_at) <= Date.now())
    ? 'supported'
    : 'random';
}

function totalOf(facets: Facets): number {
  return facets.reduce((sum, row) => sum + row.count, 0);
}

function cardOf(town: Town, row: CardRow, own: OwnSupport | undefined): Omit<ProposalCard, 'support'> {
  const uncounted = own?.uncounted ?? null;
  return {
    id: row.id,
    number: row.number,
    slug: slugOf(row.title),
    title: row.title,
    excerpt: excerpt(row.text, 220),
    categoryId: row.category_id,
    areaId: row.area_id,
    address: row.address,
    status: row.status,
    publishedAt: row.published_at,
    author: row.author,
    channel: row.channel,
    supports: row.supports + (uncounted === null ? 0 : 1),
    people: peopleOf(uncounted === null ? row.by_level : withOneMore(row.by_level, uncounted)),
    mine: own !== undefined,
    comments: row.comments,
    picture: row.picture && pictureOf(town, row.picture),
    answer: row.answer && { status: row.answer.status, excerpt: excerpt(row.answer.text, 160) },
  };
}
