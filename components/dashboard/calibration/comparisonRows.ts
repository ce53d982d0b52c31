import type { ReportFigure, ReportSubject } from '@/lib/domain/platformReport';
import type { Turn } from '@/lib/domain/turn';
import type { ExplainingTurn } from '@/lib/metrics/calibration/explainingTurns';

/** A report's agent, and whose recorded turns it is held against. */
export interface AgentChoice {
  /** Unique: agent and workbench. */
  key: string;
  agent: string;
  /** null = of all workbenches. */
  workbenchName: string | null;
  /** null = not known yet: nothing is compared. */
  subject: ReportSubject | null;
}

/** Ours, by one profile. */
export interface OursShown {
  value: number | null;
  /** Ours − theirs. */
  difference: number | null;
}

/** One figure of a day. */
export interface FigureRowShown {
  figure: ReportFigure;
  theirs: number;
  /** By the profiles of the table, in order; null = only the platform knows it. */
  ours: readonly OursShown[] | null;
}

/** One day of the chosen agent. */
export interface DayShown {
  /** YYYY-MM-DD. */
  date: string;
  /** 0..1; null = not known. */
  coverage: number | null;
  /** Why the day judges no profile; null = it does. */
  unfit: 'notWhole' | 'notOver' | 'noRecord' | null;
  rows: readonly FigureRowShown[];
}

/** Which row is open, and the turns that could explain it; null while they are worked out. */
export interface OpenRow {
  date: string;
  figure: ReportFigure;
  turns: readonly ExplainingShown[] | null;
}

/** A turn that could explain a difference, with its customer. */
export interface ExplainingShown extends Omit<ExplainingTurn, 'turn'> {
  turn: Pick<Turn, 'conversationId' | 'index' | 'startedAt' | 'clockAt' | 'repliedAt'>;
  customerName: string | null;
}
