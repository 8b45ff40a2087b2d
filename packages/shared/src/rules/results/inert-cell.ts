/**
 * What spreadsheets take for a formula: = + - @ (also full-width) first, behind whatever they trim or do not show. Apostrophes before
 * them count too, so that `plainCell` can tell its own from the writer's.
 * Source: OWASP, CSV Injection.
 */
const formula = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]|^'*[\t\r\n]/u;

/** A text as a cell that no spreadsheet runs: an apostrophe stands before what would begin a formula. Numbers need no such care. */
export function inertCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text again, from a cell that `inertCell` wrote. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
