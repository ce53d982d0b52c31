import type { QuickReply } from '@/lib/domain/quickReply';
import { neutralise } from '@/lib/exports/csv';
import { writeDelimited } from './delimited';
import { type ImportedRow, writeRow } from './importedRow';
import { emptyBackup, type ReplyBackup } from './replyBackup';
import { columnNames, type ReplyColumn } from './replyColumns';

type Written = Exclude<ReplyColumn, 'subgroup'>;

/** What every tool reads: code, text, group. */
const common: readonly Written[] = ['code', 'text', 'group'];
const all: readonly Written[] = [
  ...common,
  'title',
  'variants',
  'shops',
  'favourite',
  'validFrom',
  'validUntil',
  'id',
  'order',
  'uses',
  'lastUsedAt',
  'createdAt',
  'attachments',
];

/** The library as a table, header first: all of it, or what other tools read. */
export function replyTable(replies: readonly QuickReply[], columns: 'all' | 'common'): string[][] {
  const chosen = columns === 'all' ? all : common;
  return [
    chosen.map((column) => columnNames[column][0] ?? column),
    ...replies.map((reply) => {
      const row = writeRow(reply);
      return chosen.map((column) => row[column]);
    }),
  ];
}

/** The library as CSV, UTF-8 with a byte order mark, without which Excel takes it for the system's code page. */
export function replyCsv(replies: readonly QuickReply[], columns: 'all' | 'common'): string {
  return `\uFEFF${writeDelimited(replyTable(replies, columns).map((row) => row.map(neutralise)))}`;
}

/** The library as JSON, exactly as it is stored, with its groups in their order and its pictures. */
export function replyJson(replies: readonly QuickReply[], backup: ReplyBackup = emptyBackup): string {
  return `${JSON.stringify({ version: 1, ...backup, replies }, null, 2)}\n`;
}

/** The texts alone, one a line; a line break within a text is U+2028. */
export function replyLines(replies: readonly QuickReply[]): string {
  return replies.map(({ text }) => `${text.replaceAll('\n', '\u2028')}\n`).join('');
}

/** Rows that an import left out, with all their cells as they were read, to be mended and imported again. */
export function skippedCsv(rows: readonly ImportedRow[]): string {
  const held = Object.keys(columnNames).filter((column) => rows.some(({ cells }) => column in cells));
  const columns = held as ReplyColumn[];
  const head = columns.map((column) => columnNames[column][0] ?? column);
  const body = rows.map(({ cells }) => columns.map((column) => neutralise(cells[column] ?? '')));
  return `\uFEFF${writeDelimited([head, ...body])}`;
}
