import type { Stance } from '../words.ts';

/**
 * Where a value stands in a source record: a column's name, or more exactly. In JSON a dot leads into objects (`type.title`), and
 * inside a list taken by `each`, `^` leads to the record around it (`^id`).
 */
export type FieldRef =
  | string
  | {
      readonly column: string;
      /** Keeps what comes after the last occurrence: '/debates/' of an address leaves the debate's id. */
      readonly after?: string;
      /** Put before what was found, so that ids of two kinds in one source stay apart. */
      readonly prefix?: string;
      /** Values that mean "nothing", such as CONSUL's parent -1. */
      readonly nothing?: readonly string[];
      /** Only where another column has this value. */
      readonly when?: { readonly column: string; readonly is: string };
    };

/** A figure of the source, kept apart from the town's own: whole numbers from 0; blank is 0. */
export interface TallyMapping {
  readonly column: string;
  /** Shown beside the figure, in the language of the source's town. */
  readonly label: string;
}

interface CommonMapping {
  /** JSON: takes each member of this list as a record of its own. */
  readonly each?: string;
  readonly tallies?: readonly TallyMapping[];
}

interface TextMapping extends CommonMapping {
  /** The source's id: with it a repeated import knows the row again. */
  readonly key: FieldRef;
  /** Several are put one below the other; blank ones are left out. */
  readonly body: readonly FieldRef[];
  /** Whether the body is HTML, to be cleaned; plain text otherwise. */
  readonly html?: boolean;
  /** What a blank body means: a fault, or a text that the source no longer shows and whose place is kept. */
  readonly blankBody?: 'fault' | 'place';
  /** The source's id of the author; a name is never taken over. */
  readonly author?: FieldRef;
  /** Date, or date and time in two columns; without a zone, the town's. */
  readonly at?: readonly FieldRef[];
}

export interface ProposalMapping extends TextMapping {
  readonly kind: 'proposal';
  readonly title: FieldRef;
  /** A name or id among the activity's categories; unknown ones are told and left out. */
  readonly category?: FieldRef;
  readonly lon?: FieldRef;
  readonly lat?: FieldRef;
  readonly address?: FieldRef;
  /** Rows that the source had put aside: they come withdrawn, with this reason. */
  readonly withdrawn?: { readonly column: string; readonly is: string; readonly reason: string };
}

export interface CommentMapping extends TextMapping {
  readonly kind: 'comment';
  /** The key of the proposal that it is about. */
  readonly subject: FieldRef;
  /** The key of the comment that it answers. */
  readonly parent?: FieldRef;
  readonly stance?: { readonly column: string; readonly values: Readonly<Record<string, Stance>> };
}

/** Totals alone, for proposals of this or an earlier import. */
export interface TotalsMapping extends CommonMapping {
  readonly kind: 'totals';
  readonly subject: FieldRef;
}

export type RecordMapping = ProposalMapping | CommentMapping | TotalsMapping;

/** How one file of another platform is read. */
export interface ImportMapping {
  /** Names the source for ever: keys of one source meet only each other. */
  readonly source: string;
  readonly format: 'csv' | 'json';
  readonly records: readonly RecordMapping[];
}

/** Every column that a mapping names, to be held against a file's header. */
export function columnsOf(mapping: ImportMapping): string[] {
  const nameOf = (ref: FieldRef): string[] => (typeof ref === 'string' ? [ref] : [ref.column, ...(ref.when ? [ref.when.column] : [])]);
  const named = mapping.records.flatMap((one) => [
    ...(one.tallies ?? []).map((tally) => tally.column),
    ...(one.kind === 'totals'
      ? nameOf(one.subject)
      : [one.key, ...one.body, ...(one.author ? [one.author] : []), ...(one.at ?? [])].flatMap(nameOf)),
    ...(one.kind === 'comment'
      ? [...nameOf(one.subject), ...(one.parent ? nameOf(one.parent) : []), ...(one.stance ? [one.stance.column] : [])]
      : []),
    ...(one.kind === 'proposal' ? [one.title, one.category, one.lon, one.lat, one.address].flatMap((ref) => (ref ? nameOf(ref) : [])) : []),
    ...(one.kind === 'proposal' && one.withdrawn ? [one.withdrawn.column] : []),
  ]);
  return [...new Set(named)];
}
