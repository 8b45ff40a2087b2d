import { Inject, Injectable } from '@nestjs/common';
import type { ContributionCard } from '@parvis/shared/contracts/contributions.ts';
import type {
  AnswerClockView,
  AnsweredItem,
  CommitmentView,
  DeskResponse,
  ResponseView,
  WaitingItem,
} from '@parvis/shared/contracts/responses.ts';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { Database, PublicDatabase } from '../../platform/database/index.ts';
import { InvalidInput, type Town } from '../../platform/http/index.ts';
import { Readers, readContributionCards, type ContributionFactsRow } from '../contributions/index.ts';
import { ConsultationNotFound, type ConsultationFacts } from '../consultations/index.ts';
import { readClock, readPreparedFor, readWaiting } from './answer-clock.queries.ts';
import { readCommitments } from './commitments.queries.ts';
import { readAnswers, readAnswersTo, readPreparedResponses } from './response-rows.queries.ts';
import { readAnswerable } from './responses.queries.ts';
import { commitmentView, deskResponse, responseView } from './response-view.ts';

interface PageQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}
interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
}
type CommitmentItem = CommitmentView & {
  consultation: { slug: string; title: string };
  subjects: ContributionCard[];
  subjectCount: number;
};

/** Reads of answers, promises and commitments, for everybody and for the desk. */
@Injectable()
export class AnswersService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
    @Inject(Readers) private readonly readers: Readers,
  ) {}

  async answers(
    town: Town,
    facts: ConsultationFacts,
    { cursor, limit, status }: PageQuery & { readonly status?: string | undefined },
  ): Promise<PageOf<AnsweredItem>> {
    const rows = await readAnswers(this.readers.of(facts), town.id, facts.id, status ?? null, two(cursor), limit + 1);
    const shown = rows.slice(0, limit);
    const cards = await this.cardsOf(
      town.id,
      shown.flatMap((row) => row.subject_ids),
    );
    const items = shown.map((row) => ({
      ...responseView(town, row),
      subjectCount: row.subject_count,
      subjects: row.subject_ids.flatMap((id) => cards.get(id) ?? []),
    }));
    return { items, nextCursor: rows.length > limit ? writeKeyset([shown.at(-1)!.published_at!, shown.at(-1)!.id]) : null };
  }

  async answersTo(town: Town, facts: ContributionFactsRow): Promise<ResponseView[]> {
    return (await readAnswersTo(this.readers.of(facts), town.id, facts.id)).map((row) => responseView(town, row));
  }

  async clock(town: Town, facts: ConsultationFacts): Promise<AnswerClockView> {
    const row = await readClock(this.readers.of(facts), town.id, facts.id);
    if (!row) throw new ConsultationNotFound();
    return {
      delayDays: row.delay_days,
      dueAt: row.due_at,
      answered: row.answered,
      waiting: row.waiting,
      late: row.late,
      byStatus: { ...row.by_status },
    };
  }

  /** For everybody: what waits, without what is being prepared. */
  async awaited(
    town: Town,
    facts: ConsultationFacts,
    { cursor, limit, search }: PageQuery & { readonly search?: string | undefined },
  ): Promise<PageOf<Omit<WaitingItem, 'preparedIn'>>> {
    const rows = await readWaiting(this.readers.of(facts), town.id, facts.id, search ?? null, two(cursor), limit + 1);
    const shown = rows.slice(0, limit);
    const cards = await this.cardsOf(
      town.id,
      shown.map((row) => row.id),
    );
    const items = shown.flatMap((row) => {
      const card = cards.get(row.id);
      return card ? [{ ...card, dueAt: row.due_at, isLate: row.is_late, supports: row.supports, comments: row.comments }] : [];
    });
    return { items, nextCursor: rows.length > limit ? writeKeyset([shown.at(-1)!.due_at, shown.at(-1)!.id]) : null };
  }

  /** For the desk: what waits, and in which response each is already being answered. */
  async waiting(
    town: Town,
    facts: ConsultationFacts,
    query: PageQuery & { readonly search?: string | undefined },
  ): Promise<PageOf<WaitingItem>> {
    const page = await this.awaited(town, facts, query);
    const prepared = new Map(
      (
        await readPreparedFor(
          this.db,
          town.id,
          page.items.map((one) => one.id),
        )
      ).map((row) => [row.contribution_id, row.response_id]),
    );
    return { ...page, items: page.items.map((one) => ({ ...one, preparedIn: prepared.get(one.id) ?? null })) };
  }

  /** The contributions of a consultation that an answer may be about, among `ids`, in their order. */
  async answerable(town: Town, consultationId: string, ids: readonly string[]): Promise<ContributionCard[]> {
    const known = new Set(await readAnswerable(this.db, town.id, consultationId, ids));
    return readContributionCards(
      this.db,
      town.id,
      ids.filter((id) => known.has(id)),
    );
  }

  async prepared(town: Town, consultationId: string, { cursor, limit }: PageQuery): Promise<PageOf<DeskResponse>> {
    const rows = await readPreparedResponses(this.db, town.id, consultationId, two(cursor), limit + 1);
    const shown = rows.slice(0, limit);
    const cards = await this.cardsOf(
      town.id,
      shown.flatMap((row) => row.subject_ids),
    );
    return {
      items: shown.map((row) => deskResponse(town, row, cards)),
      nextCursor: rows.length > limit ? writeKeyset([shown.at(-1)!.updated_at, shown.at(-1)!.id]) : null,
    };
  }

  async commitments(
    town: Town,
    { cursor, limit, state, consultation }: PageQuery & { readonly state?: string | undefined; readonly consultation?: string | undefined },
  ): Promise<PageOf<CommitmentItem>> {
    const after =
      cursor === undefined ? null : ((readKeyset(cursor, ['number', 'string', 'string']) ?? refuseCursor()) as [number, string, string]);
    const rows = await readCommitments(
      this.publicDb,
      town.id,
      { state: state ?? null, consultationId: consultation ?? null },
      after,
      limit + 1,
    );
    const shown = rows.slice(0, limit);
    const cards = await this.cardsOf(
      town.id,
      shown.flatMap((row) => row.subject_ids),
    );
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        ...commitmentView(row.commitment),
        consultation: { ...row.consultation },
        subjectCount: row.subject_count,
        subjects: row.subject_ids.flatMap((id) => cards.get(id) ?? []),
      })),
      nextCursor: rows.length > limit && last ? writeKeyset([last.is_over, last.due_on, last.commitment.id]) : null,
    };
  }

  private async cardsOf(municipalityId: string, ids: readonly string[]): Promise<Map<string, ContributionCard>> {
    return new Map((await readContributionCards(this.db, municipalityId, [...new Set(ids)])).map((card) => [card.id, card]));
  }
}

function two(cursor: string | undefined): readonly [string, string] | null {
  return cursor === undefined ? null : ((readKeyset(cursor, ['string', 'string']) ?? refuseCursor()) as [string, string]);
}

function refuseCursor(): never {
  throw new InvalidInput([{ pointer: '#/query/cursor', code: 'not-a-cursor' }]);
}
