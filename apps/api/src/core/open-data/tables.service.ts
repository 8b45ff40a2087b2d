import { Inject, Injectable } from '@nestjs/common';
import { PublicDatabase, type Sql } from '../../platform/database/index.ts';
import { ActivityRegistry, type ExportTable } from '../activities/index.ts';
import type { ConsultationFacts } from '../consultations/index.ts';
import { Readers } from '../contributions/index.ts';
import { consultationTables, readDataActivities } from './consultation-tables.queries.ts';
import type { CoreTable, DataTable } from './data-table.ts';
import { townTables } from './town-tables.queries.ts';

/** Which tables there are: those of the core, and through the registry those of every kind. */
@Injectable()
export class DataTables {
  constructor(
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
    @Inject(Readers) private readonly readers: Readers,
    @Inject(ActivityRegistry) private readonly registry: ActivityRegistry,
  ) {}

  ofTown(municipalityId: string): DataTable[] {
    return townTables.map((table) => bound(table, this.publicDb, municipalityId, null));
  }

  /** Ask only after the policy has admitted the reader to the consultation. */
  async ofConsultation(municipalityId: string, facts: ConsultationFacts): Promise<DataTable[]> {
    const db = this.readers.of(facts);
    const activities = await readDataActivities(db, municipalityId, facts.id);
    const kinds = activities.flatMap((activity) =>
      this.registry
        .all()
        .filter((room) => room.kind.name === activity.kind)
        .flatMap((room) => room.tables.map((table) => boundToActivity(table, db, municipalityId, activity))),
    );
    return [...kinds, ...consultationTables.map((table) => bound(table, db, municipalityId, facts.id))];
  }
}

function bound(table: CoreTable, db: Sql, municipalityId: string, consultationId: string | null): DataTable {
  return {
    key: table.name,
    name: table.name,
    about: '',
    columns: table.columns,
    page: (after, limit) => table.page(db, municipalityId, consultationId, after, limit),
    next: (after) => table.next(db, municipalityId, consultationId, after),
  };
}

function boundToActivity(
  table: ExportTable,
  db: Sql,
  municipalityId: string,
  activity: { id: string; slug: string; title: string },
): DataTable {
  const scope = { municipalityId, activityId: activity.id };
  return {
    key: `${activity.slug}--${table.name}`,
    name: table.name,
    about: activity.title,
    columns: table.columns,
    page: (after, limit) => table.page(db, scope, after, limit),
    next: async (after) => (await table.next?.(db, scope, after)) ?? null,
  };
}
