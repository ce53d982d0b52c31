/** Every figure that a platform's report and we both know; durations ms, rates and ratios as fractions. */
export const COMPARED_FIGURES = [
  'within180',
  'within30',
  'averageResponseMs',
  'firstResponseMs',
  'answerQuestionRatio',
  'replyRate',
  'customers',
  'incoming',
  'outgoing',
] as const;

/** What only the platform can know: shown from its report, never computed here. Rates 0..1, scores as given. */
export const PLATFORM_ONLY_FIGURES = ['satisfaction', 'dsr', 'complaints'] as const;

/** So many lines one report may have: a month of a hundred agents. */
export const REPORT_LINES_MAX = 5_000;

export type ComparedFigure = (typeof COMPARED_FIGURES)[number];
export type PlatformOnlyFigure = (typeof PLATFORM_ONLY_FIGURES)[number];

/** Any figure of a report. */
export type ReportFigure = ComparedFigure | PlatformOnlyFigure;

/** What a column of a report may hold. */
export type ReportField = 'agent' | 'date' | ReportFigure;

/** How a figure is written: by itself (`1分20秒`, `95%`, bare seconds), or as the agent says. */
export type ReportUnit = 'auto' | 'seconds' | 'minutes' | 'milliseconds' | 'percent' | 'fraction';

/** The reports that are recognised by their headings. */
export type ReportFormatId = 'shengyicanmou' | 'chitu' | 'pinduoduo' | 'feige' | 'jd';

/** Where a report's headings were found, and when that was last checked (`YYYY-MM-DD`). */
export interface ReportBasis {
  source: { zh: string; en: string };
  checkedAt: string;
}

/** Which column holds what, by position from 0, and the units of those that do not say it themselves. */
export interface ReportMapping {
  /** Row of the headings, from 0. */
  headerRow: number;
  columns: Partial<Record<ReportField, number>>;
  units: Partial<Record<ReportFigure, ReportUnit>>;
}

/** What a platform says of one agent on one day. */
export interface ReportLine {
  /** As the report names the agent. */
  agent: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** Figures that the report gives; absent = it does not give them, or not for this line. */
  figures: Partial<Record<ReportFigure, number>>;
}

/** What is wrong with a row, or with one cell of it. Rows count from 0. A row with a bad cell keeps its others. */
export type ReportProblem =
  | { row: number; problem: 'noAgent' | 'noDate' | 'noFigure' | 'repeated' }
  | { row: number; problem: 'badCell'; field: ReportFigure; text: string };

/** Whose recorded turns a report's agent stands for. `person` null = 未指定; `account` null = an account without a name. */
export type ReportSubject =
  | { kind: 'person'; person: string | null }
  | { kind: 'account'; account: string | null }
  | { kind: 'everyone' };

/** A report as the agent saw it before it is stored. */
export interface PlatformReport {
  kind: 'file' | 'typed';
  /** The file's; empty for a typed figure. */
  name: string;
  /** null = its columns were mapped by hand. */
  format: ReportFormatId | null;
  /** Of which workbench; null = of all that are recorded. */
  workbenchId: string | null;
  lines: ReportLine[];
  /** Rows that could not be used. */
  skipped: number;
  /** Mapped by hand: kept for the next report with these headings. */
  mapping?: Omit<ReportMapping, 'headerRow'> & { headings: string };
}

/** What kind of number a figure is. */
export function kindOfFigure(figure: ReportFigure): 'duration' | 'rate' | 'ratio' | 'count' | 'score' {
  switch (figure) {
    case 'firstResponseMs':
    case 'averageResponseMs':
      return 'duration';
    case 'answerQuestionRatio':
      return 'ratio';
    case 'customers':
    case 'incoming':
    case 'outgoing':
    case 'complaints':
      return 'count';
    case 'dsr':
      return 'score';
    default:
      return 'rate';
  }
}

/** Whether a figure is one that we compute as well. */
export function isCompared(figure: string): figure is ComparedFigure {
  return COMPARED_FIGURES.some((one) => one === figure);
}
