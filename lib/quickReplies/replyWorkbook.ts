import readXlsxFile from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import type { TableRow } from './delimited';

/** The rows of an Excel file's first sheet, dates as ISO times. Rejects when it is no Excel file (.xlsx). */
export async function readWorkbook(file: Blob): Promise<TableRow[]> {
  const [sheet] = await readXlsxFile(file, { trim: false });
  return (sheet?.data ?? []).map((row, i) => ({ line: i + 1, cells: row.map(cellOf) }));
}

/** A table as an Excel file of one sheet, every cell as text, so that Excel neither computes nor rounds. */
export async function writeWorkbook(table: readonly (readonly string[])[]): Promise<Blob> {
  const data = table.map((row) => row.map((value) => (value === '' ? null : { value, type: String })));
  return writeXlsxFile(data, { sheet: '快捷短语' }).toBlob();
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? '1' : '';
  return String(value);
}
