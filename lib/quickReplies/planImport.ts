import type { QuickReply } from '@/lib/domain/quickReply';
import { foldText } from './foldText';
import { type ImportedReply, type ImportedRow, type RowProblem, readRow } from './importedRow';
import { tidyReply } from './tidyReply';

/** Why a row is left out. */
export type SkipReason = RowProblem | 'same' | 'twiceInFile' | 'codeTaken';

/** What an import will do, before it is done. */
export interface ImportPlan {
  added: { line: number; reply: QuickReply }[];
  changed: { line: number; before: QuickReply; after: QuickReply }[];
  /** `row` as it was read, so that nothing of it is lost. */
  skipped: { line: number; reason: SkipReason; row: ImportedRow }[];
}

/** Replies to put into the library, and ids to take out of it. */
export interface LibraryChange {
  put: QuickReply[];
  remove: string[];
}

/**
 * Works out what the rows of a file change in a library. A row is the same reply by id, else by code, else by text; it
 * changes only the fields that the file has. `newId` makes an id that is in no library.
 */
export function planImport(options: {
  library: readonly QuickReply[];
  rows: readonly ImportedRow[];
  newId: () => string;
}): ImportPlan {
  const { library, rows, newId } = options;
  const plan: ImportPlan = { added: [], changed: [], skipped: [] };
  const byId = new Map(library.map((reply) => [reply.id, reply]));
  const byCode = new Map(library.flatMap((reply) => (reply.code === '' ? [] : [[foldText(reply.code), reply]])));
  const byText = new Map(library.map((reply) => [foldText(reply.text), reply]));
  /** Who holds each code once the rows before are in. */
  const holders = new Map([...byCode].map(([code, reply]) => [code, reply.id]));
  const taken = new Set<string>();
  const seenTexts = new Set<string>();
  let order = library.reduce((last, reply) => Math.max(last, reply.order), -1);

  for (const row of rows) {
    const skip = (reason: SkipReason) => plan.skipped.push({ line: row.line, reason, row });
    const read = readRow(row);
    if (typeof read === 'string') {
      skip(read);
      continue;
    }
    const code = foldText(read.code ?? '');
    const textKey = `${code}\n${foldText(read.text)}`;
    const before =
      byId.get(read.id ?? '') ??
      byCode.get(code) ??
      (read.id === undefined ? byText.get(foldText(read.text)) : undefined);
    if (read.id === undefined && seenTexts.has(textKey)) {
      skip('twiceInFile');
      continue;
    }
    if (before !== undefined && taken.has(before.id)) {
      skip('twiceInFile');
      continue;
    }
    const holder = code === '' ? undefined : holders.get(code);
    if (holder !== undefined && holder !== before?.id) {
      skip('codeTaken');
      continue;
    }
    seenTexts.add(textKey);
    const after = before ? changedBy(before, read) : created(read, newId, ++order);
    if (code !== '') holders.set(code, after.id);
    taken.add(after.id);
    if (before === undefined) plan.added.push({ line: row.line, reply: after });
    else if (equal(before, after)) skip('same');
    else plan.changed.push({ line: row.line, before, after });
  }
  return plan;
}

/** What the plan puts into the library. */
export function importChange({ added, changed }: ImportPlan): LibraryChange {
  return { put: [...added.map(({ reply }) => reply), ...changed.map(({ after }) => after)], remove: [] };
}

/** What takes the import back. */
export function undoChange({ added, changed }: ImportPlan): LibraryChange {
  return { put: changed.map(({ before }) => before), remove: added.map(({ reply }) => reply.id) };
}

function created({ id, ...read }: ImportedReply, newId: () => string, order: number): QuickReply {
  const base = { code: '', title: '', group: '', order, uses: 0, lastUsedAt: null };
  return tidyReply({ ...base, ...read, id: id ?? newId() });
}

function changedBy(before: QuickReply, { id: _, ...read }: ImportedReply): QuickReply {
  // An empty code in a file of texts is no wish to lose the code.
  const { code = '', ...rest } = read;
  return tidyReply({ ...before, ...rest, ...(code === '' ? {} : { code }) });
}

function equal(a: QuickReply, b: QuickReply): boolean {
  const sorted = (reply: QuickReply) =>
    JSON.stringify(Object.entries(tidyReply(reply)).sort(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
}
