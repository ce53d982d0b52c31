import { restore } from '@/lib/exports/csv';
import { decodeText, type TextEncoding } from './decodeText';
import { readDelimited, type TableRow } from './delimited';
import type { ImportedRow } from './importedRow';
import { columnNames, type ReplyColumn, readHeader } from './replyColumns';

/** A kind of file that quick replies come in. Excel is read into a table first (`lib/exports/replyWorkbook`). */
export type ReplyForm = 'csv' | 'json' | 'text';

/** The rows of a file, or why nothing in it can be read. */
export type ReplyFile =
  | { rows: ImportedRow[]; form: ReplyForm; encoding: TextEncoding }
  | { problem: 'badJson' | 'empty'; detail: string };

/** Reads a file of quick replies, whatever its form and encoding: the content decides, not its name. */
export function readReplyFile(bytes: Uint8Array): ReplyFile {
  const { text, encoding } = decodeText(bytes);
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return { problem: 'empty', detail: '' };
  if (/^\s*[[{]\s*[[{"\]}]/.test(body)) {
    try {
      return { rows: readJson(JSON.parse(body)), form: 'json', encoding };
    } catch (error) {
      return { problem: 'badJson', detail: error instanceof Error ? error.message : String(error) };
    }
  }
  const table = readDelimited(body);
  const rows = readTable(table, restore);
  if (rows !== null) return { rows, form: 'csv', encoding };
  return { rows: readLines(body), form: 'text', encoding };
}

/** The rows of a table whose first row is a header; null when it is none. `clean` undoes what a cell was guarded by. */
export function readTable(
  table: readonly TableRow[],
  clean: (cell: string) => string = (cell) => cell,
): ImportedRow[] | null {
  const [head, ...body] = table;
  const header = head ? readHeader(head.cells) : null;
  if (header === null) return null;
  return body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries([...header].map(([column, i]) => [column, clean(cells[i] ?? '')])),
  }));
}

const timeColumns = new Set(['validFrom', 'validUntil', 'lastUsedAt', 'createdAt']);

/** Texts without anything else, one a line; U+2028 is a line break within a text. */
function readLines(body: string): ImportedRow[] {
  return body.split(/\r\n|\r|\n/).flatMap((line, i) => {
    return line.trim() === '' ? [] : [{ line: i + 1, cells: { text: line.replaceAll('\u2028', '\n') } }];
  });
}

function readJson(value: unknown): ImportedRow[] {
  const list = Array.isArray(value) ? value : isRecord(value) && Array.isArray(value.replies) ? value.replies : null;
  if (list === null) throw new TypeError('There is no list of replies in it.');
  return list.map((entry, i) => ({ line: i + 1, cells: cellsOf(entry) }));
}

function cellsOf(entry: unknown): ImportedRow['cells'] {
  if (typeof entry === 'string') return { text: entry };
  if (!isRecord(entry)) return {};
  const cells: Partial<Record<ReplyColumn, string>> = {};
  const names = Object.keys(entry);
  for (const [column, i] of readHeader(names) ?? []) cells[column] = cellOf(column, entry[names[i] ?? '']);
  // A field under its own name comes before other names for it.
  for (const column of Object.keys(columnNames))
    if (Object.hasOwn(entry, column)) cells[column as ReplyColumn] = cellOf(column, entry[column]);
  return cells;
}

function cellOf(column: string, value: unknown): string {
  if (typeof value === 'number' && timeColumns.has(column) && Math.abs(value) <= 8.64e15)
    return new Date(value).toISOString();
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return '1';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
