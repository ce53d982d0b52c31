import { decodeReport, reportTable } from './reportTable';

/** Why a file cannot be read as a report. */
export type ReportFileProblem = 'tooLarge' | 'oldExcel' | 'webPage' | 'badExcel' | 'empty';

/** Larger is no agent report, but a shop's messages. */
const maxBytes = 20 * 1024 * 1024;

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, index) => bytes[index] === byte);

/** The cells of a report's file, CSV or Excel, told apart by their first bytes; or why it cannot be read. */
export async function readReportFile(file: Blob): Promise<{ rows: string[][] } | { problem: ReportFileProblem }> {
  if (file.size > maxBytes) return { problem: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { problem: 'oldExcel' };
  const rows = starts(bytes, 0x50, 0x4b) ? await workbookRows(file) : textRows(bytes);
  if (typeof rows === 'string') return { problem: rows };
  return rows.some((cells) => cells.some((cell) => cell.trim() !== '')) ? { rows } : { problem: 'empty' };
}

async function workbookRows(file: Blob): Promise<string[][] | ReportFileProblem> {
  // Only who drops an Excel file pays for reading one.
  const { readReportWorkbook } = await import('./reportWorkbook');
  return readReportWorkbook(file).catch(() => 'badExcel');
}

/** Some platforms call a web page with a table `.xls`. */
function textRows(bytes: Uint8Array): string[][] | ReportFileProblem {
  const text = decodeReport(bytes);
  return /<(?:html|table|!doctype)\b/i.test(text.slice(0, 2_000)) ? 'webPage' : reportTable(text);
}
