import { type ReportField, type ReportFormat, reportFormats } from './reportFormats';

/** Which column holds what, by position from 0. */
export type ColumnMapping = Partial<Record<ReportField, number>>;

/** Where a table's headings stand and what they were recognised as. */
export interface RecognisedReport {
  /** null = no known report; the columns found are those whose headings several reports share. */
  format: ReportFormat | null;
  /** Row of the headings, from 0. */
  headerRow: number;
  columns: ColumnMapping;
}

/** Reports put titles and explanations before their headings, never more than this. */
const headerWithin = 15;

/** A heading as the formats write it: without spaces, and without the unit or the footnote in brackets behind it. */
export function plainHeading(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\([^)]*\)$/, '')
    .replace(/[*:]+$/, '');
}

/** The same headings give the same key: under it a mapping by hand is remembered. */
export function headingKey(headings: readonly string[]): string {
  return headings.map(plainHeading).join('|');
}

/**
 * Recognises a platform's agent report by its headings: the format whose signature is there and of which most columns
 * are found. null when no row holds an agent, a date and a figure by any known heading: then columns are mapped by hand.
 */
export function recogniseReport(rows: readonly (readonly string[])[]): RecognisedReport | null {
  let best: (RecognisedReport & { score: number }) | null = null;
  for (const [headerRow, cells] of rows.slice(0, headerWithin).entries()) {
    const headings = cells.map(plainHeading);
    for (const format of reportFormats) {
      const columns = columnsOf(headings, format);
      const count = Object.keys(columns).length;
      if (columns.agent === undefined || columns.date === undefined || count < 3) continue;
      const signed = headings.some((heading) => format.signature.includes(heading));
      const score = count + (signed ? 100 : 0);
      if (best === null || score > best.score) best = { format: signed ? format : null, headerRow, columns, score };
    }
  }
  if (best === null) return null;
  const { format, headerRow, columns } = best;
  return { format, headerRow, columns };
}

function columnsOf(headings: readonly string[], format: ReportFormat): ColumnMapping {
  const columns: ColumnMapping = {};
  for (const [name, known] of Object.entries(format.columns)) {
    const position = known.map((heading) => headings.indexOf(heading)).find((found) => found >= 0);
    if (position !== undefined) columns[name as ReportField] = position;
  }
  return columns;
}
