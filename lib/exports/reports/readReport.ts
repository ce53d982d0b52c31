import {
  COMPARED_FIGURES,
  kindOfFigure,
  PLATFORM_ONLY_FIGURES,
  type ReportField,
  type ReportFigure,
  type ReportLine,
  type ReportMapping,
  type ReportProblem,
  type ReportUnit,
} from '@/lib/domain/platformReport';
import { dateOfCell, durationOfCell, isEmptyCell, numberOfCell, rateOfCell, ratioOfCell } from './reportValues';

const figures: readonly ReportFigure[] = [...COMPARED_FIGURES, ...PLATFORM_ONLY_FIGURES];

/** What reports call their sums and averages, where an agent's name stands in the other rows. */
const SUMS: readonly string[] = [
  '合计',
  '总计',
  '汇总',
  '汇总值',
  '总值',
  '平均',
  '平均值',
  '均值',
  '全店汇总值',
  '全店平均值',
  '同行同层均值',
  '同行同层优秀',
];

/** Longer than a day is no response time, but another unit. */
const longestMs = 86_400_000;

/** What a report does not say in a column, and holds for all of it. */
export interface WholeReport {
  agent?: string;
  /** `YYYY-MM-DD`. */
  date?: string;
}

/**
 * Reads the rows below the headings: one line per agent and day. Cells that hold no value are left out, never 0; a cell
 * that cannot be read is named, and the row's others are kept. Sums and averages at a report's end are no agent's.
 */
export function readReport(
  rows: readonly (readonly string[])[],
  { headerRow, columns, units }: Omit<ReportMapping, 'units'> & Partial<Pick<ReportMapping, 'units'>>,
  whole: WholeReport = {},
): { lines: ReportLine[]; problems: ReportProblem[] } {
  const lines: ReportLine[] = [];
  const problems: ReportProblem[] = [];
  const seen = new Set<string>();
  for (let row = headerRow + 1; row < rows.length; row++) {
    const cells = rows[row] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const cellOf = (field: ReportField) => cells[columns[field] ?? -1] ?? '';
    const agent = columns.agent === undefined ? (whole.agent ?? '').trim() : cellOf('agent').trim();
    const date = columns.date === undefined ? (whole.date ?? null) : dateOfCell(cellOf('date'));
    if (agent === '' || SUMS.includes(agent)) problems.push({ row, problem: 'noAgent' });
    else if (date === null) problems.push({ row, problem: 'noDate' });
    else {
      const found: ReportLine['figures'] = {};
      const bad: ReportProblem[] = [];
      for (const field of figures) {
        const text = cellOf(field);
        if (columns[field] === undefined || isEmptyCell(text)) continue;
        const value = valueOfCell(field, text, units?.[field] ?? 'auto');
        if (value === null) bad.push({ row, problem: 'badCell', field, text: text.trim().slice(0, 40) });
        else found[field] = value;
      }
      const key = JSON.stringify([agent, date]);
      problems.push(...bad);
      if (Object.keys(found).length === 0) {
        if (bad.length === 0) problems.push({ row, problem: 'noFigure' });
      } else if (seen.has(key)) problems.push({ row, problem: 'repeated' });
      else {
        seen.add(key);
        lines.push({ agent, date, figures: found });
      }
    }
  }
  return { lines, problems };
}

/** A figure out of a cell, ms or fraction; null when it cannot be one. */
export function valueOfCell(figure: ReportFigure, cell: string, unit: ReportUnit): number | null {
  const kind = kindOfFigure(figure);
  if (kind === 'duration') {
    const value = durationIn(cell, unit);
    return value === null || value > longestMs ? null : value;
  }
  if (kind === 'rate') {
    const value = shareIn(cell, unit, rateOfCell);
    return value === null || value > 1 ? null : value;
  }
  if (kind === 'ratio') return shareIn(cell, unit, ratioOfCell);
  const number = numberOfCell(cell);
  return kind === 'count' && number !== null && !Number.isInteger(number) ? null : number;
}

function durationIn(cell: string, unit: ReportUnit): number | null {
  const number = numberOfCell(cell);
  if (number === null) return durationOfCell(cell);
  if (unit === 'milliseconds') return Math.round(number);
  return Math.round(number * (unit === 'minutes' ? 60_000 : 1000));
}

function shareIn(cell: string, unit: ReportUnit, byItself: (cell: string) => number | null): number | null {
  const number = numberOfCell(cell);
  if (number === null || (unit !== 'percent' && unit !== 'fraction')) return byItself(cell);
  return unit === 'fraction' ? number : Math.round(number * 1e6) / 1e8;
}
