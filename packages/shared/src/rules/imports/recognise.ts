import { columnsOf, type ImportMapping } from './mapping.ts';
import { readyMappingNames, readyMappings, type ReadyMapping } from './ready-mappings.ts';

/** What a source file is before any mapping: its format, and the names in its header (CSV) or its first record (JSON). */
export interface SourceShape {
  readonly format: ImportMapping['format'];
  readonly columns: readonly string[];
}

/** Whether a file has every column that a mapping reads. Of JSON only the first record is known, so members of its lists are not asked for. */
export function suits(mapping: ImportMapping, { format, columns }: SourceShape): boolean {
  if (mapping.format !== format) return false;
  const asked = columnsOf(format === 'csv' ? mapping : { ...mapping, records: mapping.records.filter((one) => !one.each) });
  return asked.every((name) => columns.includes(name) || (format === 'json' && columns.includes(name.split('.')[0]!)));
}

/** The ready mapping that a file was made for: of those that suit it, the one that reads most of its columns; null when none does. */
export function readyMappingFor(shape: SourceShape): ReadyMapping | null {
  const suiting = readyMappingNames.filter((name) => suits(readyMappings[name], shape));
  return suiting.sort((a, b) => columnsOf(readyMappings[b]).length - columnsOf(readyMappings[a]).length)[0] ?? null;
}
