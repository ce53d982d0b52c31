import type { QuickReply } from '@/lib/domain/quickReply';
import { readAttachments } from './attachments';
import type { ReplyColumn } from './replyColumns';

/** One row of a file as it was read, nothing of it judged yet. */
export interface ImportedRow {
  /** Where it begins in the file: line of text or row of the sheet, from 1; of JSON, the number of the entry. */
  line: number;
  cells: Readonly<Partial<Record<ReplyColumn, string>>>;
}

/** Why a row cannot become a reply. */
export type RowProblem = 'noText' | 'tooLong' | 'badTime' | 'badNumber' | 'endsBeforeItBegins' | 'badAttachments';

/** What a row says of a reply; fields without a column in the file are absent. */
export type ImportedReply = Partial<QuickReply> & { text: string };

const longest = { text: 20_000, short: 512 };

/** Reads the cells of a row; a string says why it cannot be one. */
export function readRow({ cells }: ImportedRow): ImportedReply | RowProblem {
  const text = normalised(cells.text ?? '');
  if (text.trim() === '') return 'noText';
  const short = [cells.code, cells.title, cells.group, cells.subgroup, cells.id];
  if (text.length > longest.text || short.some((cell) => (cell ?? '').length > longest.short)) return 'tooLong';
  const validFrom = readTime(cells.validFrom);
  const validUntil = readTime(cells.validUntil);
  const lastUsedAt = readTime(cells.lastUsedAt);
  const createdAt = readTime(cells.createdAt);
  if (validFrom === 'bad' || validUntil === 'bad' || lastUsedAt === 'bad' || createdAt === 'bad') return 'badTime';
  if (validFrom != null && validUntil != null && validUntil <= validFrom) return 'endsBeforeItBegins';
  const order = readNumber(cells.order);
  const uses = readNumber(cells.uses);
  if (order === 'bad' || uses === 'bad') return 'badNumber';
  const attachments = cells.attachments === undefined ? undefined : readAttachments(cells.attachments);
  if (attachments === 'bad') return 'badAttachments';
  const variants = cells.variants === undefined ? undefined : readList(cells.variants, /\r?\n-{3,}\r?\n/);
  const shops = cells.shops === undefined ? undefined : readList(cells.shops, /[|、,，;；]/);
  const group = [cells.group, cells.subgroup].flatMap((part) => (part?.trim() ? [part.trim()] : [])).join('/');
  return {
    text,
    ...(cells.code === undefined ? {} : { code: cells.code.trim() }),
    ...(cells.title === undefined ? {} : { title: cells.title }),
    ...(cells.group === undefined && cells.subgroup === undefined ? {} : { group }),
    ...(cells.id?.trim() ? { id: cells.id.trim() } : {}),
    ...(order === undefined ? {} : { order: order ?? 0 }),
    ...(uses === undefined ? {} : { uses: Math.max(0, Math.round(uses ?? 0)) }),
    ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
    ...(cells.favourite === undefined ? {} : { favourite: /^(1|是|y|yes|true|✓|★)$/i.test(cells.favourite.trim()) }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(variants === undefined ? {} : { variants: variants.map(normalised) }),
    ...(shops === undefined ? {} : { shops }),
  };
}

/** The cells of a reply, as `readRow` reads them back. */
export function writeRow(reply: QuickReply): Record<Exclude<ReplyColumn, 'subgroup'>, string> {
  return {
    code: reply.code,
    title: reply.title,
    text: reply.text,
    group: reply.group,
    variants: writeList(reply.variants),
    shops: writeList(reply.shops),
    favourite: reply.favourite === true ? '1' : '',
    validFrom: writeTime(reply.validFrom),
    validUntil: writeTime(reply.validUntil),
    id: reply.id,
    order: String(reply.order),
    uses: String(reply.uses),
    lastUsedAt: writeTime(reply.lastUsedAt),
    createdAt: writeTime(reply.createdAt),
    attachments: reply.attachments?.length ? JSON.stringify(reply.attachments) : '',
  };
}

function normalised(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function readList(cell: string, divider: RegExp): string[] {
  if (cell.trimStart().startsWith('[')) {
    try {
      const list: unknown = JSON.parse(cell);
      if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list;
    } catch {
      // Somebody's own text that begins with a bracket.
    }
  }
  return cell
    .split(divider)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function writeList(list: readonly string[] = []): string {
  return list.length === 0 ? '' : JSON.stringify(list);
}

/** undefined = no such column; null = empty. A time without a zone is the computer's own. */
function readTime(cell: string | undefined): number | null | undefined | 'bad' {
  if (cell === undefined) return undefined;
  const text = cell.trim();
  if (text === '') return null;
  if (/^\d{12,14}$/.test(text)) return Number(text);
  const local = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (local === null) {
    const at = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? 'bad' : at;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = local
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(year, month - 1, day, hour, minute, second);
  return date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60 && second < 60
    ? date.getTime()
    : 'bad';
}

function writeTime(at: number | null | undefined): string {
  return at == null ? '' : new Date(at).toISOString();
}

function readNumber(cell: string | undefined): number | null | undefined | 'bad' {
  if (cell === undefined) return undefined;
  const text = cell.trim();
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : 'bad';
}
