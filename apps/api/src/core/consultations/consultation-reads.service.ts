import { Inject, Injectable } from '@nestjs/common';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import type { ConsultationCard, ConsultationPage, ConsultationStage } from '@parvis/shared/contracts/consultations.ts';
import type { ConsultationVisibility } from '@parvis/shared/rules/words.ts';
import { Database, InsiderDatabase, PublicDatabase, type Sql } from '../../platform/database/index.ts';
import type { Actor, Town } from '../../platform/http/index.ts';
import { ActivityRegistry } from '../activities/index.ts';
import { Readers } from '../contributions/index.ts';
import { asPlanned } from './as-planned.ts';
import { readCalendar } from './calendar.queries.ts';
import { readCards, readInvitedCards } from './consultation-cards.queries.ts';
import { plannedOpenings } from './consultation-changes.ts';
import type { ConsultationFacts } from './consultation.facts.ts';
import { readPage, type ActivityRow } from './consultation-page.queries.ts';
import { allowedOn, isPreview } from './consultation.policy.ts';
import { cardOf, pageOf, type CountsById } from './consultation-views.ts';
import { ConsultationNotFound } from './consultations.errors.ts';

/** What people read of consultations. */
@Injectable()
export class ConsultationReads {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
    @Inject(InsiderDatabase) private readonly insiderDb: InsiderDatabase,
    @Inject(Readers) private readonly readers: Readers,
    @Inject(ActivityRegistry) private readonly registry: ActivityRegistry,
  ) {}

  /** Public consultations of a stage, the latest published first. */
  async list(
    town: Town,
    { stage, cursor, limit }: { stage: ConsultationStage; cursor?: string | undefined; limit: number },
  ): Promise<{ items: ConsultationCard[]; nextCursor: string | null }> {
    const rows = await readCards(
      this.publicDb,
      town.id,
      stage,
      readKeyset(cursor, ['instant', 'id']) as [string, string] | null,
      limit + 1,
    );
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => cardOf(town, row, 'public')),
      nextCursor: rows.length > limit ? writeKeyset(shown.at(-1)!.sort.split('|')) : null,
    };
  }

  /** Consultations to which an account is invited. */
  async invitedTo(town: Town, accountId: string): Promise<{ items: ConsultationCard[] }> {
    return { items: (await readInvitedCards(this.insiderDb, town.id, accountId)).map((row) => cardOf(town, row, 'invited')) };
  }

  /** The page of a consultation that the policy let the reader see. */
  async page(town: Town, facts: ConsultationFacts, actor: Actor | null): Promise<ConsultationPage> {
    const db = this.readers.of(facts);
    const found = await readPage(db, town.id, facts.id);
    if (!found) throw new ConsultationNotFound(); // went away since the policy looked
    const row = isPreview(facts) ? asPlanned(found, plannedOpenings(await readCalendar(this.db, town.id, facts.id), null)) : found;
    const counts = await this.countsOf(db, town.id, row.activities);
    return pageOf(town, row, counts, {
      visibility: facts.consultation_visibility as ConsultationVisibility,
      isPreview: isPreview(facts),
      allowed: allowedOn(actor),
    });
  }

  /** One statement per kind; an activity of a kind that this server does not serve has no figures. */
  private async countsOf(db: Sql, municipalityId: string, activities: readonly ActivityRow[]): Promise<CountsById> {
    const found = await Promise.all(
      this.registry.all().map(async (room) => {
        const ids = activities.filter((one) => one.kind === room.kind.name).map((one) => one.id);
        return ids.length > 0 ? [...(await room.counts(db, municipalityId, ids))] : [];
      }),
    );
    return new Map(found.flat());
  }
}
