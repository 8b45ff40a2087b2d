import { Inject, Injectable } from '@nestjs/common';
import type { listRevisions, ProposalView, readProposal, RevisionView } from '@parvis/shared/activities/proposals/contract.ts';
import { lifeLine } from '@parvis/shared/activities/proposals/life-line.ts';
import { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';
import type { ResponseOf } from '@parvis/shared/contracts/route.ts';
import { civilOf } from '@parvis/shared/rules/civil-time.ts';
import { excerpt } from '@parvis/shared/rules/rich-text.ts';
import {
  ContributionNotFound,
  Readers,
  isPublic,
  mayActOn,
  readHistory,
  readOwnRestriction,
  type ContributionFactsRow,
} from '../../core/contributions/index.ts';
import { readAnswersTo, responseView } from '../../core/responses/index.ts';
import { SupportsService, maySupport } from '../../core/supports/index.ts';
import { peopleOf, withOneMore } from '../../core/tallies/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Actor, Call, Town } from '../../platform/http/index.ts';
import { slugOf } from '../../platform/text/index.ts';
import {
  readHiding,
  readLinks,
  readOwnRow,
  readPlaceOf,
  readProposalRow,
  readRevisions,
  type LinkRow,
  type ProposalRow,
} from './proposal-page.queries.ts';
import { permission, pictureOf, placeOf } from './proposal-views.ts';
import { mayEdit, mayMerge, mayWithdraw } from './proposals.policy.ts';

type PageCall = Call<typeof readProposal, ContributionFactsRow>;

/** Reads of one proposal: its page and its versions. Filtered by the views unless the facts let the reader see more. */
@Injectable()
export class ProposalPageService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Readers) private readonly readers: Readers,
    @Inject(SupportsService) private readonly supports: SupportsService,
  ) {}

  /**
   * Everything that a proposal's page shows but its comments: one query for each part of the screen. Its author also reads what others do
   * not, with what restricts it; the address stays the one that everybody has, without a word of the title.
   */
  async read({ town, facts, actor, context }: PageCall): Promise<ProposalView> {
    const db = this.readers.of(facts);
    const isMine = actor?.participantId === facts.author_id;
    const [row, restriction, answers, links, own, history] = await Promise.all([
      readsTables(isMine, facts)
        ? readOwnRow(this.db, town.id, facts.id, town.timeZone)
        : readProposalRow(db, town.id, facts.id, town.timeZone),
      isMine && facts.moderation !== 'none' ? readOwnRestriction(this.db, town.id, facts.id, context.language) : null,
      readAnswersTo(db, town.id, facts.id),
      readLinks(db, town.id, facts.id),
      this.supports.ownOf(actor, [facts.id]),
      readHistory(db, town.id, facts.id),
    ]);
    if (!row) throw new ContributionNotFound(); // changed since the policy looked
    const responses = answers.map((one) => responseView(town, one));
    const hidden = isTakenAway(row) ? await readHiding(db, town.id, facts.id, context.language) : null;
    const uncounted = own.get(facts.id)?.uncounted ?? null;
    return {
      ...viewOf(town, row, facts),
      ...linksOf(row, links),
      responses,
      hidden,
      restriction,
      answerDays: daysBetween(row.published_at, responses[0]?.publishedAt ?? null, town.timeZone),
      history: history.map((one) => ({
        act: one.act,
        role: one.role,
        actorName: row.is_place_only && writers.has(one.role) ? null : one.actor_name,
        reason: one.reason,
        at: one.at,
      })),
      steps: lifeLine(
        row.published_at,
        row.answer_due_on,
        responses.map((one) => ({ ...one, publishedAt: one.publishedAt ?? '' })).reverse(),
      ),
      supports: row.supports + (uncounted === null ? 0 : 1),
      people: peopleOf(uncounted === null ? row.by_level : withOneMore(row.by_level, uncounted)),
      mine: own.has(facts.id),
      support: permission(maySupport(actor, facts)),
      isMine,
      isPublic: isPublic(facts),
      acts: actsOf(actor, facts),
    };
  }

  async revisions({ town, facts, actor }: Call<typeof listRevisions, ContributionFactsRow>): Promise<ResponseOf<typeof listRevisions>> {
    const isOwn = readsTables(actor?.participantId === facts.author_id, facts);
    const [rows, place] = await Promise.all([
      isOwn
        ? readRevisions(this.db, town.id, facts.id, 'revisions')
        : readRevisions(this.readers.of(facts), town.id, facts.id, 'visible_revisions'),
      readPlaceOf(this.db, town.id, facts.activity_id),
    ]);
    if (!place || rows.length === 0) throw new ContributionNotFound();
    const items = rows.map((row): RevisionView => ({
      revision: row.revision,
      title: textOf(row.content['title']),
      text: textOf(row.content['text']),
      category: textOf(row.content['category']),
      address: textOf(row.content['address']),
      pictures: ((row.content['pictures'] ?? []) as { alt?: unknown }[]).map((one) => textOf(one.alt)),
      reason: row.reason,
      editedAt: row.edited_at,
      early: row.early && row.revision > 1,
    }));
    const title = items[0]?.title ?? '';
    return { id: facts.id, number: facts.number!, slug: isTakenAway(facts) ? slugOf('') : slugOf(title), title, items, ...place };
  }
}

/** Roles of a history in which the author acts: not named beside a text that was taken away. */
const writers: ReadonlySet<string> = new Set(['citizen', 'author']);

/** Whether others only see the place of it. */
function isTakenAway({ publication, moderation }: Pick<ContributionFactsRow, 'publication' | 'moderation'>): boolean {
  return (moderation === 'hidden' || moderation === 'correction-asked') && publication !== 'erased';
}

/** What the public's views do not give: one's own that was taken away or never published; for the staff, what waits. */
function readsTables(isMine: boolean, facts: ContributionFactsRow): boolean {
  if (facts.publication === 'draft' || facts.publication === 'erased') return false;
  return facts.publication === 'pending' || (isMine && (isTakenAway(facts) || facts.published_at === null));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function actsOf(actor: Actor | null, facts: ContributionFactsRow): ProposalView['acts'] {
  return {
    support: permission(maySupport(actor, facts)),
    comment: permission(mayActOn('comment')(actor, facts)),
    edit: permission(mayEdit(actor, facts)),
    withdraw: permission(mayWithdraw(actor, facts)),
    merge: permission(mayMerge(actor, facts)),
  };
}

function viewOf(town: Town, row: ProposalRow, facts: ContributionFactsRow) {
  const settings = ProposalSettings.parse(facts.settings);
  return {
    id: row.id,
    number: row.number,
    slug: slugOf(isTakenAway(row) ? '' : row.title),
    title: row.title,
    bodyHtml: row.body_html,
    description: excerpt(row.body_text, 200),
    categoryId: row.category_id,
    categoryName: settings.categories.find((one) => one.id === row.category_id)?.name ?? null,
    areaId: row.area_id,
    areaName: row.area_name,
    address: row.address,
    place: placeOf(row),
    pictures: row.pictures.map((one) => pictureOf(town, one)),
    status: row.status,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    author: row.author,
    comments: row.comments,
    withdrawnReason: row.is_place_only ? '' : row.withdrawn_reason,
    enteredOnPaper: row.channel === 'paper',
    imported: [...row.imported],
    promisedDays: row.response_delay_days,
    states: { publication: row.publication, moderation: row.moderation, status: row.status, channel: row.channel, revision: row.revision },
    consultation: row.consultation,
    activity: {
      ...row.activity,
      word: settings.word,
      hasComments: settings.comments,
      hasSupports: settings.supports,
      settings: facts.settings,
    },
  };
}

/** Whole days by the town's calendar. */
function daysBetween(from: string, to: string | null, zone: string): number | null {
  if (to === null) return null;
  const day = (moment: string): number => Date.parse(`${civilOf(moment, zone).slice(0, 10)}T00:00Z`);
  return Math.max(0, Math.round((day(to) - day(from)) / 86_400_000));
}

function linksOf(row: ProposalRow, links: readonly LinkRow[]) {
  const view = (link: LinkRow) => ({
    id: link.id,
    number: link.number,
    slug: slugOf(link.title),
    title: link.title,
    link: link.link,
    reason: link.reason,
    madeAt: link.made_at,
  });
  const from = (kind: string) => links.filter((one) => one.is_from && one.link === kind).map(view)[0] ?? null;
  const mergedFrom = links.filter((one) => !one.is_from && one.link === 'merged-into').map(view);
  return { mergedInto: from('merged-into'), became: from('became'), mergedFrom, groupPeople: mergedFrom.length > 0 ? row.supports : null };
}
