import type { ImportFaultView, ImportView } from '@parvis/shared/contracts/imports.ts';
import { importFaultCodes } from '@parvis/shared/rules/imports/map-record.ts';
import { readyMappingFor } from '@parvis/shared/rules/imports/recognise.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import type { FaultRow, ImportRow } from './imports.queries.ts';

/** `progress` runs from 0 to 1 within the state, and is 1 wherever nothing runs. */
export function importView(row: ImportRow): ImportView {
  const {
    proposal = 0,
    comment = 0,
    totals = 0,
    participant = 0,
  } = row.counts as { proposal?: number; comment?: number; totals?: number; participant?: number };
  return {
    id: row.id,
    source: row.source,
    fileName: row.file_name,
    state: row.state,
    progress: progressOf(row),
    activity: { id: row.activity_id, title: row.activity_title, path: `/consultations/${row.consultation_slug}/${row.activity_slug}` },
    rowsRead: row.rows_read,
    faults: row.faults,
    notices: row.notices,
    repeats: row.repeats,
    proposals: proposal,
    comments: comment,
    totals,
    participants: participant,
    found: row.found && { columns: [...row.found.columns], looksLike: readyMappingFor(row.found) },
    startedAt: row.started_at,
    publishedAt: row.published_at,
  };
}

function progressOf({ state, rows_read, rows_total, rows_done, counts }: ImportRow): number {
  const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0);
  if (state === 'staging') return share(rows_read, rows_total ?? 0);
  if (state === 'publishing')
    return share(
      rows_done,
      Object.values(counts).reduce((sum, one) => sum + one, 0),
    );
  return 1;
}

/** A code that this version does not know any more reads as `unreadable`; `line` 0 means the file as a whole. */
export function faultView(language: Language, row: FaultRow): ImportFaultView {
  const code = importFaultCodes.find((one) => one === row.code) ?? 'unreadable';
  return {
    line: row.line,
    column: row.column_name,
    code,
    reason: say(language, `imports.faults.${code}`),
    shown: row.shown,
    isNotice: row.is_notice,
  };
}
