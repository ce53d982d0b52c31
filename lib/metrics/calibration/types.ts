/** The figures that a platform's report and we both know; durations ms, rates 0..1. */
export type ComparedFigure =
  | 'firstResponseMs'
  | 'averageResponseMs'
  | 'within30'
  | 'within180'
  | 'replyRate'
  | 'answerQuestionRatio'
  | 'customers'
  | 'incoming'
  | 'outgoing';

/** What only the platform can know: shown from its report, never computed here. Rates 0..1, scores as given. */
export type PlatformOnlyFigure = 'satisfaction' | 'dsr' | 'complaints';

/** What a platform says of one agent on one day. */
export interface ReportLine {
  /** As the report names the agent. */
  agent: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** Figures that the report gives; absent = it does not give them, or not for this line. */
  figures: Partial<Record<ComparedFigure | PlatformOnlyFigure, number>>;
}
