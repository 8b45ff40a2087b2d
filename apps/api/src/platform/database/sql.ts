/** A value that can be bound to $1, $2 …; arrays and plain objects (as JSON) included. */
export type SqlValue = string | number | bigint | boolean | null | Uint8Array | Date | readonly unknown[] | object | undefined;

/** Something that sends SQL and gives rows: the pool, or one transaction. Only `.queries.ts` files call it. */
export interface Sql {
  /** All rows, whatever the statement (INSERT, UPDATE and DELETE with RETURNING too). */
  rows<T>(text: string, values?: readonly SqlValue[]): Promise<T[]>;
  /** The first row, or null. */
  one<T>(text: string, values?: readonly SqlValue[]): Promise<T | null>;
  /** Runs a statement; gives the number of rows that it touched. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
}

/** One open transaction. `isTransaction` tells it from the pool, to the compiler: what takes a `Tx` cannot run outside of one. */
export interface Tx extends Sql {
  readonly isTransaction: true;
}
