/** A cell: null is written empty, a boolean as 1 or 0. */
export type CsvCell = string | number | boolean | null;

/** Spreadsheets take these as the start of a formula; the full-width ones too, under East Asian settings. */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** A string that no spreadsheet runs: an apostrophe in front of what could be a formula. */
export function neutralise(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The string that `neutralise` was given. */
export function restore(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function write(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  return quote(neutralise(cell));
}

/**
 * RFC 4180 with CRLF after every record, and a byte order mark in front, without which Excel reads UTF-8 as the
 * system's code page.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(write).join(',')}\r\n`).join('')}`;
}
