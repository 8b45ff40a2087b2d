import { Inject, Injectable } from '@nestjs/common';
import { readRegister, type Register } from '@parvis/shared/contracts/moderation-register.ts';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { PublicDatabase } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/index.ts';
import { readFigures, readRegisterEntries } from './register.queries.ts';

const pageSize = 20;

/** The public register of moderation: the same for everybody, staff included. */
@Injectable()
export class RegisterReader {
  constructor(@Inject(PublicDatabase) private readonly views: PublicDatabase) {}

  async read({ town, query, reply, actor, context }: Call<typeof readRegister>): Promise<Register> {
    const [beforeId] = readKeyset(query.cursor, ['string']) ?? [];
    const consultation = query.consultation ?? null;
    const [entries, figures] = await Promise.all([
      readRegisterEntries(
        this.views,
        town.id,
        { act: query.act ?? null, consultation, beforeId: (beforeId as string | undefined) ?? null, language: context.language },
        pageSize + 1,
      ),
      readFigures(this.views, town.id, consultation, context.language),
    ]);
    if (!actor) reply.cacheFor(30);
    const items = entries.slice(0, pageSize);
    return { items, figures, nextCursor: entries.length > pageSize ? writeKeyset([items.at(-1)!.id]) : null };
  }
}
