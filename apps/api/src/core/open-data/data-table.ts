import type { Sql } from '../../platform/database/index.ts';
import type { ExportTable } from '../activities/index.ts';

export type DataColumn = ExportTable['columns'][number];
export type DataRows = Awaited<ReturnType<ExportTable['page']>>;

/** A table bound to what is exported of it: the town, a consultation, or one activity. */
export interface DataTable {
  /** The name of its files, without their ending; two tables of a catalogue never share it. */
  readonly key: string;
  /** The name under which messages describe it. */
  readonly name: string;
  /** The activity's title, for tables of a kind; '' for those of the core. */
  readonly about: string;
  readonly columns: readonly DataColumn[];
  page(after: string | null, limit: number): Promise<DataRows>;
  next(after: string | null): Promise<string | null>;
}

/** A table of the core before it is bound. */
export interface CoreTable {
  readonly name: string;
  readonly columns: readonly DataColumn[];
  page(db: Sql, municipalityId: string, consultationId: string | null, after: string | null, limit: number): Promise<DataRows>;
  next(db: Sql, municipalityId: string, consultationId: string | null, after: string | null): Promise<string | null>;
}
