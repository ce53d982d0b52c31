import type { ReportLine } from '@/lib/metrics/calibration/types';
import type { ColumnMapping } from './recogniseReport';
import type { ReportField } from './reportFormats';
import { dateOfCell, durationOfCell, numberOfCell, rateOfCell, ratioOfCell } from './reportValues';

type FigureField = Exclude<ReportField, 'agent' | 'date'>;

const readers: Record<FigureField, (cell: string) => number | null> = {
  firstResponseMs: durationOfCell,
  averageResponseMs: durationOfCell,
  within30: rateOfCell,
  within180: rateOfCell,
  replyRate: rateOfCell,
  answerQuestionRatio: ratioOfCell,
  customers: numberOfCell,
  incoming: numberOfCell,
  outgoing: numberOfCell,
  satisfaction: rateOfCell,
  dsr: numberOfCell,
  complaints: numberOfCell,
};

/** A row that could not be used, from 0, and why. Sums and averages at a report's end are such rows, and no mistake. */
export interface ReportProblem {
  row: number;
  problem: 'noAgent' | 'noDate' | 'noFigure';
}

/** Reads the rows below the headings: one line per agent and day. Cells that hold no value are left out, never 0. */
export function readReport(
  rows: readonly (readonly string[])[],
  { headerRow, columns }: { headerRow: number; columns: ColumnMapping },
): { lines: ReportLine[]; problems: ReportProblem[] } {
  const lines: ReportLine[] = [];
  const problems: ReportProblem[] = [];
  for (let row = headerRow + 1; row < rows.length; row++) {
    const cells = rows[row] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const cellOf = (field: ReportField) => cells[columns[field] ?? -1] ?? '';
    const agent = cellOf('agent').trim();
    const date = dateOfCell(cellOf('date'));
    const figures: ReportLine['figures'] = {};
    for (const [name, read] of Object.entries(readers)) {
      const field = name as FigureField;
      const value = read(cellOf(field));
      if (value !== null) figures[field] = value;
    }
    if (agent === '') problems.push({ row, problem: 'noAgent' });
    else if (date === null) problems.push({ row, problem: 'noDate' });
    else if (Object.keys(figures).length === 0) problems.push({ row, problem: 'noFigure' });
    else lines.push({ agent, date, figures });
  }
  return { lines, problems };
}
