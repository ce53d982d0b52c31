import type { OpenedLine } from '@/lib/domain/openedMessage';
import type { ReportFigure, ReportSubject } from '@/lib/domain/platformReport';
import type { ExplainingTurn } from '@/lib/metrics/calibration/explainingTurns';
import type { Correcting } from '../today/correcting';
import type { TurnRow } from '../today/turnRow';

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

/** A turn that could explain a difference, as lists of turns show it. */
export interface ExplainingShown extends Omit<ExplainingTurn, 'turn'> {
  row: TurnRow;
}

/** The turn of those that is open, with its messages. */
export interface OpenTurn {
  /** Its row's key; null = none is open. */
  key: string | null;
  /** null while they are being read. */
  messages: readonly OpenedLine[] | null;
  correcting: Correcting;
  onOpen: (key: string | null) => void;
}
