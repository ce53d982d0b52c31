import readXlsxFile from 'read-excel-file/universal';

/**
 * The rows of an Excel file's first sheet, as texts. A duration, which Excel keeps as a time of day of its first days,
 * reads `1:02:03`; a date reads `2026-11-20`. Rejects when it is no Excel file (.xlsx). Loaded only where it is needed.
 */
export async function readReportWorkbook(file: Blob): Promise<string[][]> {
  const [sheet] = await readXlsxFile(file, { trim: false });
  return (sheet?.data ?? []).map((row) => row.map(cellOf));
}

/** Excel counts days from here; a duration of less than a month falls before 1 February 1900. */
const excelZero = Date.UTC(1899, 11, 30);
const month = 31 * 86_400_000;

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  const since = value.getTime() - excelZero;
  if (since >= month) return value.toISOString().slice(0, 10);
  const seconds = Math.round(since / 1000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
