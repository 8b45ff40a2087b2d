import { Inject, Injectable } from '@nestjs/common';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import type { FrontPage, HistoryEntry } from '@parvis/shared/contracts/consultations.ts';
import { changesBetween } from '@parvis/shared/rules/calendar/changes.ts';
import { excerpt } from '@parvis/shared/rules/rich-text.ts';
import { PublicDatabase } from '../../platform/database/index.ts';
import type { Town } from '../../platform/http/index.ts';
import { Readers } from '../contributions/index.ts';
import type { ConsultationFacts } from './consultation.facts.ts';
import { readCards } from './consultation-cards.queries.ts';
import { cardOf } from './consultation-views.ts';
import { readCommitmentCounts, readLatestAnswers } from './front.queries.ts';
import { readConsultationHistoryRows, type ConsultationHistoryRow } from './history.queries.ts';

const historyPage = 30;

/** The front page, and what was changed about a consultation. */
@Injectable()
export class FrontService {
  constructor(
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
    @Inject(Readers) private readonly readers: Readers,
  ) {}

  /** One answer for the whole page: a few of each stage, the newest answers, the commitments counted. */
  async front(town: Town): Promise<FrontPage> {
    const cards = async (stage: 'open' | 'upcoming' | 'finished', limit: number) =>
      (await readCards(this.publicDb, town.id, stage, null, limit)).map((row) => cardOf(town, row, 'public'));
    const [open, upcoming, finished, answers, commitments] = await Promise.all([
      cards('open', 4),
      cards('upcoming', 3),
      cards('finished', 3),
      readLatestAnswers(this.publicDb, town.id, 3),
      readCommitmentCounts(this.publicDb, town.id),
    ]);
    return {
      open,
      upcoming,
      finished,
      commitments,
      answers: answers.map((one) => ({
        id: one.id,
        status: one.status,
        excerpt: excerpt(one.body_text, 220),
        signedAs: one.signed_as,
        publishedAt: one.published_at,
        consultation: one.consultation,
        contribution: one.contribution,
      })),
    };
  }

  /** The history of a consultation that the policy let the reader see, newest first. */
  async history(
    municipalityId: string,
    facts: ConsultationFacts,
    cursor: string | undefined,
  ): Promise<{ slug: string; title: string; entries: HistoryEntry[]; nextCursor: string | null }> {
    const [before] = readKeyset(cursor, ['id']) ?? [];
    const rows = await readConsultationHistoryRows(
      this.readers.of(facts),
      municipalityId,
      facts.id,
      (before as string | undefined) ?? null,
      historyPage + 1,
    );
    const shown = rows.slice(0, historyPage);
    return {
      slug: facts.slug,
      title: facts.title,
      entries: shown.map(entryOf),
      nextCursor: rows.length > historyPage ? writeKeyset([shown.at(-1)!.id]) : null,
    };
  }
}

function entryOf({ content, previous, actor_name, ...row }: ConsultationHistoryRow): HistoryEntry {
  return { ...row, actorName: actor_name, changes: content && previous ? changesBetween(previous, content) : [] };
}
