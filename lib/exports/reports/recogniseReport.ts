import { COMPARED_FIGURES, kindOfFigure, type ReportField, type ReportMapping } from '@/lib/domain/platformReport';
import { type ReportFormat, reportFormats } from './reportFormats';

/** Where a table's headings stand and what they were recognised as. */
export interface RecognisedReport extends ReportMapping {
  /** null = no known report; the columns found are those whose headings several reports share. */
  format: ReportFormat | null;
}

/** Reports put titles and explanations before their headings, never more than this. */
const headerWithin = 15;

/** A heading as the formats write it: without spaces, and without the unit or the footnote in brackets behind it. */
export function plainHeading(cell: string): string {
  return wholeHeading(cell)
    .replace(/\([^)]*\)$/, '')
    .replace(/[*:]+$/, '');
}

/** A heading with what stands in brackets: 3分钟人工回复率(8-23点) is not 3分钟人工回复率(全天). */
function wholeHeading(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/g, '');
}

/** The units that headings name in brackets: seconds are what a bare number is taken for anyway. */
export function unitsOf(headings: readonly string[], columns: ReportMapping['columns']): ReportMapping['units'] {
  const units: ReportMapping['units'] = {};
  for (const [field, position] of Object.entries(columns)) {
    const figure = COMPARED_FIGURES.find((one) => one === field);
    if (figure === undefined || kindOfFigure(figure) !== 'duration') continue;
    const unit = /\(([^)]*)\)$/.exec(wholeHeading(headings[position] ?? ''))?.[1];
    if (unit === '分' || unit === '分钟') units[figure] = 'minutes';
    if (unit === '毫秒' || unit === 'ms') units[figure] = 'milliseconds';
  }
  return units;
}

/** The same headings give the same key: under it a mapping by hand is remembered. */
export function headingKey(headings: readonly string[]): string {
  return headings.map(plainHeading).join('|');
}

/**
 * Recognises a platform's agent report by its headings: the format whose signature is there and of which most columns
 * are found. null when no row holds an agent or a date and two more columns by any known heading: then columns are
 * mapped by hand. A column of agents or days that is not there is asked for: the whole report is of one.
 */
export function recogniseReport(rows: readonly (readonly string[])[]): RecognisedReport | null {
  let best: (RecognisedReport & { score: number }) | null = null;
  for (const [headerRow, cells] of rows.slice(0, headerWithin).entries()) {
    const headings = cells.map(plainHeading);
    const whole = cells.map(wholeHeading);
    for (const format of reportFormats) {
      const columns = columnsOf({ headings, whole }, format);
      const count = Object.keys(columns).length;
      if ((columns.agent === undefined && columns.date === undefined) || count < 3) continue;
      const signed = headings.some((heading) => format.signature.includes(heading));
      const score = count + (signed ? 100 : 0);
      if (best === null || score > best.score)
        best = { format: signed ? format : null, headerRow, columns, units: unitsOf(cells, columns), score };
    }
  }
  if (best === null) return null;
  const { score: _, ...recognised } = best;
  return recognised;
}

/** The row that looks most like headings where none is known: the first of the fullest rows. */
export function likelyHeaderRow(rows: readonly (readonly string[])[]): number {
  const filled = rows.slice(0, headerWithin).map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  return Math.max(0, filled.indexOf(Math.max(0, ...filled)));
}

/** Of each field the first heading that is there, as a whole before without its brackets. */
function columnsOf(
  { headings, whole }: Record<'headings' | 'whole', readonly string[]>,
  format: ReportFormat,
): ReportMapping['columns'] {
  const columns: ReportMapping['columns'] = {};
  for (const [name, known] of Object.entries(format.columns)) {
    const places = known.flatMap((heading) => [whole.indexOf(heading), headings.indexOf(heading)]);
    const position = places.find((found) => found >= 0);
    if (position !== undefined) columns[name as ReportField] = position;
  }
  return columns;
}
