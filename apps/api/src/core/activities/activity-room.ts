import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import type { ActivityKind } from '@parvis/shared/activities/kind.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';
import type { FieldError } from '../../platform/http/index.ts';

/**
 * A table of the open data: a row per published record. In the data dictionary it is called `data-tables.<name>.title`, described by
 * `data-tables.<name>.description`, and its columns by `data.<name>.<column>`.
 */
export interface ExportTable {
  /** Stable, in kebab-case; the file is called after it. */
  readonly name: string;
  /** Table Schema types (specs.frictionlessdata.io/table-schema). */
  readonly columns: readonly { readonly name: string; readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'date' }[];
  /** The rows after `after` in a stable order, at most `limit`; `cursor` of the last row goes into the next call. Public rows only. */
  page(
    db: Sql,
    scope: { municipalityId: string; activityId: string },
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly cursor: string; readonly row: Readonly<Record<string, unknown>> }[]>;
  /** The cursor of the first row after `after`, read without its cells, so that an export steps over a row that cannot be read; null after the last. */
  next?(db: Sql, scope: { municipalityId: string; activityId: string }, after: string | null): Promise<string | null>;
}

/** A place on the map of results. */
export interface ContributionPoint {
  readonly number: number;
  readonly title: string;
  readonly lon: number;
  readonly lat: number;
}

/** A text of another platform, cleaned and checked; blank where the source shows no text any more. */
export interface ImportedText {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  readonly text: string;
  readonly categoryId: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly address: string;
}

/** How a kind takes texts of another platform, in bulk, inside the import's transaction. */
export interface ImportedTexts {
  readonly contributionKind: string;
  /** Writes the kind's own rows, in one statement; those of `contributions` are there. */
  insert(tx: Tx, municipalityId: string, activityId: string, texts: readonly ImportedText[]): Promise<void>;
  /** The content of revision 1, as the kind writes it for its own texts. */
  contentOf(text: ImportedText, settings: Readonly<Record<string, unknown>>): object;
}

/** A sheet's own words, as the agent typed them; plain text. */
interface SheetText {
  readonly title: string;
  readonly text: string;
  readonly categoryId: string | null;
  readonly address: string;
  readonly point: { readonly lon: number; readonly lat: number } | null;
}

/** A text that came in on a sheet of paper. Phase and person are judged already. */
interface PaperText extends SheetText {
  readonly municipalityId: string;
  readonly activity: { readonly id: string; readonly consultation_id: string; readonly settings: Readonly<Record<string, unknown>> };
  /** The participant whose sheet it is. */
  readonly author: string;
  /** The agent's participant. */
  readonly enteredBy: string;
  readonly paperBatchId: string;
}

/** How a kind takes texts from paper. */
export interface PaperTexts {
  /** What a phase must have opened on the day on which the sheet was received. */
  readonly action: string;
  /** What the settings say against the fields of a sheet that could be read, when the contract refuses others. */
  faults(settings: unknown, readable: Partial<SheetText>): readonly FieldError[];
  /** @throws InvalidInput naming `#/title`, `#/text`, `#/categoryId`, `#/address` or `#/point` */
  deposit(tx: Tx, text: PaperText): Promise<{ readonly id: string; readonly number: number }>;
}

/** What the middle floor asks of a kind on the server. Each room of apps/api/src/activities registers one. */
export interface ActivityRoom {
  readonly kind: ActivityKind;
  /** Public figures of some activities of this kind, by activity id. */
  counts(db: Sql, municipalityId: string, activityIds: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>>;
  readonly tables: readonly ExportTable[];
  /** Public contributions that have a place, at most `limit`; absent where the kind knows no places. */
  places?(db: Sql, municipalityId: string, activityId: string, limit: number): Promise<readonly ContributionPoint[]>;
  /** The published records of an activity that `kind.count` takes, a bounded number. */
  published(db: Sql, municipalityId: string, activityId: string): Promise<readonly unknown[]>;
  /** The GET routes behind its public pages, for their `.json` twins: a contribution's by `:number`, an activity's list by `:activityId`. */
  readonly twins?: { readonly contribution: RouteRecord; readonly activity: RouteRecord };
  /** Empties the kind's own columns of an erased text; core empties revisions and files. */
  erase(tx: Sql, municipalityId: string, contributionId: string): Promise<void>;
  /** Absent where the kind takes no texts of other platforms. */
  readonly imports?: ImportedTexts;
  /** Absent where the kind takes nothing from paper. */
  readonly paper?: PaperTexts;
}
