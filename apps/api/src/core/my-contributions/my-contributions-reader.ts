import { Inject, Injectable } from '@nestjs/common';
import { readMyContributions, type MyContribution } from '@parvis/shared/contracts/my-contributions.ts';
import type { ResponseOf } from '@parvis/shared/contracts/route.ts';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { Database } from '../../platform/database/index.ts';
import type { ActorCall } from '../../platform/http/index.ts';
import { readContributionCards } from '../contributions/index.ts';
import { readMyCounts, readMyRows } from './my-contributions.queries.ts';

const pageSize = 20;

/** Gives people what they wrote and support, with the fate of each. */
@Injectable()
export class MyContributionsReader {
  constructor(@Inject(Database) private readonly db: Database) {}

  async read({ actor, town, query, context }: ActorCall<typeof readMyContributions>): Promise<ResponseOf<typeof readMyContributions>> {
    const [at, id] = readKeyset(query.cursor, ['string', 'string']) ?? [];
    const before = at && id ? { at: String(at), id: String(id) } : null;
    const [rows, counts] = await Promise.all([
      readMyRows(this.db, town.id, actor.participantId, query.part, context.language, before, pageSize + 1),
      readMyCounts(this.db, town.id, actor.participantId),
    ]);
    const shown = rows.slice(0, pageSize);
    const cards = new Map(
      (
        await readContributionCards(
          this.db,
          town.id,
          shown.map((row) => row.id),
        )
      ).map((card) => [card.id, card]),
    );
    const items = shown.flatMap(({ id: contributionId, sort: _, is_hidden_from_me: isHidden, ...fate }): MyContribution[] => {
      const card = cards.get(contributionId);
      return card ? [{ ...fate, card: isHidden ? { ...card, title: '', excerpt: '' } : card }] : [];
    });
    const last = shown.at(-1);
    return { items, counts, nextCursor: rows.length > pageSize && last ? writeKeyset([last.sort, last.id]) : null };
  }
}
