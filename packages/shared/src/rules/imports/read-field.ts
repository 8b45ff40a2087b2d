import type { FieldRef } from './mapping.ts';

/** A source record: of CSV with text values, of JSON with any. `around` is the record whose list it was taken from. */
export interface SourceRecord {
  readonly values: Readonly<Record<string, unknown>>;
  readonly around?: SourceRecord;
}

/** The value as text, '' where there is none. Objects and lists are none. */
export function readField(record: SourceRecord, ref: FieldRef): string {
  if (typeof ref === 'string') return textAt(record, ref);
  if (ref.when && textAt(record, ref.when.column) !== ref.when.is) return '';
  const whole = textAt(record, ref.column).trim();
  const at = ref.after === undefined ? -1 : whole.lastIndexOf(ref.after);
  const found = ref.after === undefined ? whole : at < 0 ? '' : whole.slice(at + ref.after.length);
  if (found === '' || ref.nothing?.includes(found)) return '';
  return `${ref.prefix ?? ''}${found}`;
}

/** The column that a fault names. */
export function columnOf(ref: FieldRef): string {
  return typeof ref === 'string' ? ref : ref.column;
}

/** The members of a record's list, each with the record around it; the record itself without a list's name. */
export function membersOf(record: SourceRecord, each: string | undefined): SourceRecord[] {
  if (each === undefined) return [record];
  const list = valueAt(record, each);
  if (!Array.isArray(list)) return [];
  return list
    .filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    .map((values) => ({ values, around: record }));
}

function textAt(record: SourceRecord, column: string): string {
  const value = valueAt(record, column);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

function valueAt(record: SourceRecord, column: string): unknown {
  if (column.startsWith('^')) return record.around ? valueAt(record.around, column.slice(1)) : undefined;
  if (Object.hasOwn(record.values, column)) return record.values[column];
  return column
    .split('.')
    .reduce<unknown>(
      (node, part) =>
        typeof node === 'object' && node !== null && Object.hasOwn(node, part) ? (node as Record<string, unknown>)[part] : undefined,
      record.values,
    );
}
