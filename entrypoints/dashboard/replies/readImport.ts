import type { Translate } from '@/lib/i18n/translator';
import type { ImportedRow } from '@/lib/quickReplies/importedRow';
import { readReplyFile, readTable } from '@/lib/quickReplies/readReplyFile';
import { emptyBackup, type ReplyBackup, readBackup } from '@/lib/quickReplies/replyBackup';

/** A file as it was read: its rows, and what it holds beside them. */
export interface ImportFile {
  name: string;
  /** `CSV`, `Excel` … */
  form: string;
  /** null where the form has none. */
  encoding: string | null;
  rows: ImportedRow[];
  backup: ReplyBackup;
}

/** Reads a file of quick replies of any form; a string says why nothing of it can be read. */
export async function readImport(file: File, t: Translate): Promise<ImportFile | string> {
  const { name } = file;
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Both begin like archives; .xls is one that this reader does not know, and says so.
  if (startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, [0xd0, 0xcf])) return readExcel(file, t);
  const read = readReplyFile(bytes);
  if ('problem' in read) return t(`dashboard:replies.import.${read.problem}`, { file: name, detail: read.detail });
  const { rows, form, encoding } = read;
  const names = { csv: 'CSV', json: 'JSON', text: t('dashboard:replies.export.text') };
  const backup = form === 'json' ? readBackup(bytes) : emptyBackup;
  return { name, form: names[form], encoding: encoding.toUpperCase(), rows, backup };
}

async function readExcel(file: File, t: Translate): Promise<ImportFile | string> {
  // Loaded when it is needed: no other page, and no content script, carries it.
  const { readWorkbook } = await import('@/lib/quickReplies/replyWorkbook');
  try {
    const rows = readTable(await readWorkbook(file));
    if (rows === null) return t('dashboard:replies.import.noHeader', { file: file.name });
    return { name: file.name, form: 'Excel', encoding: null, rows, backup: emptyBackup };
  } catch {
    return t('dashboard:replies.import.badWorkbook', { file: file.name });
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
