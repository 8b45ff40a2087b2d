import { Inject, Injectable } from '@nestjs/common';
import {
  repliesShown,
  sidePageSize,
  type CommentAct,
  type CommentView,
  type Debate,
  type ReplyView,
  readCommentVersions,
  readDebate,
  readReplies,
  readSide,
} from '@parvis/shared/contracts/comments.ts';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { stances, type Stance } from '@parvis/shared/rules/words.ts';
import { Database } from '../../platform/database/index.ts';
import type { Actor, Call, RequestContext, Town } from '../../platform/http/index.ts';
import { say } from '../../platform/messages/index.ts';
import { ContributionNotFound, Readers, type ContributionFactsRow } from '../contributions/index.ts';
import { isModeratedBefore, mayComment } from './comments.policy.ts';
import {
  readCounts,
  readFocus,
  readReplyRows,
  readSides,
  readVersionRows,
  type CommentJson,
  type RootRow,
  type SideStart,
} from './debate.queries.ts';
import { readOwnComments } from './own-comments.queries.ts';

type Facts = ContributionFactsRow;
type Side = { items: CommentView[]; nextCursor: string | null };
/** What a reader may do depends on who reads and on whether comments are open. */
interface Reading {
  readonly actor: Actor | null;
  readonly mayReply: boolean;
}

/** Reads debates for their pages. */
@Injectable()
export class DebateReader {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Readers) private readonly readers: Readers,
  ) {}

  /** The first view of a debate, or the view that holds one comment. */
  async debate({ facts, actor, town, query, context }: Call<typeof readDebate, Facts>): Promise<Debate> {
    const views = this.readers.of(facts);
    const refusal = mayComment(actor, facts);
    const focus = query.comment ? await readFocus(views, town.id, facts.id, query.comment, sidePageSize) : null;
    const startsLater = focus !== null && focus.earlier >= sidePageSize;
    const sort = focus ? 'oldest' : query.sort;
    const order = focus ? [focus.stance, ...stances.filter((one) => one !== focus.stance)] : stances;
    const start: SideStart = startsLater ? { fromId: focus.root_id } : {};
    const [rows, counts, mine] = await Promise.all([
      readSides(views, {
        municipalityId: town.id,
        subjectId: facts.id,
        stances: order,
        sort,
        limit: sidePageSize + 1,
        start,
        openId: focus?.root_id,
        language: context.language,
      }),
      readCounts(views, town.id, facts.id),
      actor ? readOwnComments(this.db, town.id, actor.participantId, context.language, { subjectId: facts.id }) : [],
    ]);
    const reading = { actor, mayReply: refusal === null };
    const side = (stance: Stance): Side =>
      sideOf(
        rows.filter((row) => row.stance === stance),
        reading,
        focus?.root_id,
      );
    return {
      counts,
      for: side('for'),
      against: side('against'),
      neutral: side('neutral'),
      mine: mine.map(({ restriction, ...one }) => ({ ...replyOf(one, reading), restriction })),
      mayComment: refusal === null,
      refusal: refusal && { code: refusal.code, detail: say(context.language, `problems.${refusal.code}.detail`, refusal.values) },
      moderatedBefore: isModeratedBefore(facts),
      startsLater,
    };
  }

  /** The next page of one side. */
  async side({ facts, actor, town, query, context }: Call<typeof readSide, Facts>): Promise<Side> {
    const [replies, id] = readKeyset(query.cursor, ['number', 'string']) ?? [];
    const start = { afterReplies: replies as number | undefined, afterId: id as string | undefined };
    const rows = await readSides(this.readers.of(facts), {
      municipalityId: town.id,
      subjectId: facts.id,
      stances: [query.stance],
      sort: query.sort,
      limit: sidePageSize + 1,
      start,
      language: context.language,
    });
    return sideOf(rows, { actor, mayReply: mayComment(actor, facts) === null });
  }

  /** Replies to the comment that `facts` describe. */
  async replies({
    facts,
    actor,
    town,
    query,
    context,
  }: Call<typeof readReplies, Facts>): Promise<{ items: ReplyView[]; nextCursor: string | null }> {
    const [afterId] = readKeyset(query.cursor, ['string']) ?? [];
    const rows = await readReplyRows(
      this.readers.of(facts),
      town.id,
      facts.id,
      (afterId as string | undefined) ?? null,
      21,
      context.language,
    );
    const shown = rows.slice(0, 20);
    return {
      items: shown.map((one) => replyOf(one, { actor, mayReply: false })),
      nextCursor: rows.length > 20 ? writeKeyset([shown.at(-1)!.id]) : null,
    };
  }

  /** What the comment that `facts` describe said over time; its author reads it even where others see its place. */
  async versions({
    facts,
    town,
    actor,
  }: Call<typeof readCommentVersions, Facts>): Promise<{ versions: { revision: number; text: string; editedAt: string }[] }> {
    const isMine = actor?.participantId === facts.author_id;
    return {
      versions: await (isMine
        ? readVersionRows(this.db, town.id, facts.id, 'revisions')
        : readVersionRows(this.readers.of(facts), town.id, facts.id, 'visible_revisions')),
    };
  }

  /** The actor's own comment after an act. @throws ContributionNotFound when it is not the actor's */
  async one({ actor, town, context }: { actor: Actor; town: Town; context: RequestContext }, id: string): Promise<ReplyView> {
    const [own] = await readOwnComments(this.db, town.id, actor.participantId, context.language, { onlyId: id });
    if (!own) throw new ContributionNotFound();
    const { restriction: _, ...comment } = own;
    return replyOf(comment, { actor, mayReply: own.parentId === null });
  }
}

function sideOf(rows: readonly RootRow[], reading: Reading, openId?: string): Side {
  const shown = rows.slice(0, sidePageSize);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => commentOf(row, reading, row.view.id === openId ? 49 : repliesShown)),
    nextCursor: rows.length > sidePageSize && last ? writeKeyset([last.reply_count, last.view.id]) : null,
  };
}

function commentOf(row: RootRow, reading: Reading, most: number): CommentView {
  const replies = row.replies.slice(0, most);
  return {
    ...replyOf(row.view, reading),
    replyCount: row.reply_count,
    replies: replies.map((one) => replyOf(one, { ...reading, mayReply: false })),
    repliesCursor: row.replies.length > most ? writeKeyset([replies.at(-1)!.id]) : null,
  };
}

function replyOf({ isYoung, authorId, ...view }: CommentJson, { actor, mayReply }: Reading): ReplyView {
  const isMine = actor !== null && actor.participantId === authorId;
  const isLive = view.publication === 'published' && view.moderation === 'none';
  const waits = view.publication === 'pending' || (view.publication === 'published' && view.moderation === 'correction-asked');
  const acts: [CommentAct, boolean][] = [
    ['reply', mayReply && isLive && view.parentId === null],
    ['edit', isMine && ((isLive && isYoung) || (waits && view.moderation !== 'hidden'))],
    ['withdraw', isMine && (view.publication === 'published' || view.publication === 'pending')],
    ['flag', !isMine && !view.isPlaceOnly && view.publication === 'published'],
  ];
  return { ...view, isMine, allowed: acts.filter(([, may]) => may).map(([act]) => act) };
}
