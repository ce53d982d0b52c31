import type {
  ReportBasis,
  ReportFormatId,
  ReportLine,
  ReportMapping,
  ReportProblem,
} from '@/lib/domain/platformReport';

/** A report that was read and is not stored yet. */
export interface ReportDraft {
  name: string;
  /** All rows, as cells. */
  rows: readonly (readonly string[])[];
  /** What it was recognised as; null = its columns are mapped by hand. */
  format: { id: ReportFormatId; name: { zh: string; en: string }; basis: ReportBasis } | null;
  /** Headings of its columns that were found in no source. */
  assumed: readonly string[];
  /** The mapping is one that was made by hand before. */
  remembered: boolean;
  mapping: ReportMapping;
  /** null = of every workbench. */
  workbenchId: string | null;
  /** Of the whole report, where it has no column for it. */
  whole: { agent: string; date: string };
  /** What comes of it. */
  lines: readonly ReportLine[];
  problems: readonly ReportProblem[];
}

/** What the agent changes in a draft. */
export type ReportDraftChange = Partial<Pick<ReportDraft, 'mapping' | 'workbenchId' | 'whole'>>;

/** A workbench to choose from. */
export interface WorkbenchChoice {
  id: string;
  name: string;
}
