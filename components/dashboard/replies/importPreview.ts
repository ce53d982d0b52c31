/** What happens to a row. */
export type ImportKind = 'added' | 'changed' | 'skipped';

/** Why a row is left out. */
export type ImportReason =
  | 'noText'
  | 'tooLong'
  | 'badTime'
  | 'badNumber'
  | 'badAttachments'
  | 'endsBeforeItBegins'
  | 'same'
  | 'twiceInFile'
  | 'codeTaken';

/** A field that a row changes. */
export interface ImportFieldChange {
  field: 'code' | 'title' | 'text' | 'group' | 'other';
  before: string;
  after: string;
}

/** One row of a file, and what importing it does. */
export interface ImportRow {
  /** Line of the text, row of the sheet, or number of the entry, from 1. */
  line: number;
  kind: ImportKind;
  code: string;
  title: string;
  text: string;
  group: string;
  /** Of a changed row, what it changes; else empty. */
  changes: readonly ImportFieldChange[];
  /** Of a skipped row. */
  reason: ImportReason | null;
}

/** A file before it is imported. */
export interface ImportPreview {
  file: string;
  /** `CSV`, `Excel` … */
  form: string;
  /** `GB18030`; null where the form has none. */
  encoding: string | null;
  rows: readonly ImportRow[];
  /** Pictures that rows name and that the file does not hold. */
  missingPictures: number;
}
