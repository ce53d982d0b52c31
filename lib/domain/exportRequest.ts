/** Which days an export takes. Dates are YYYY-MM-DD, both included; a week begins on Monday and ends today. */
export type SpanChoice = { kind: 'today' } | { kind: 'week' } | { kind: 'range'; from: string; to: string };

/** What may leave beside times and figures. Both off unless ticked. */
export interface ExportIncludes {
  names: boolean;
  texts: boolean;
}

/** A file that an export can make. */
export type ExportFile = 'turnsCsv' | 'dailyCsv' | 'json';

/** What the agent asked to take along. */
export interface ExportRequest {
  span: SpanChoice;
  files: ExportFile[];
  includes: ExportIncludes;
}
