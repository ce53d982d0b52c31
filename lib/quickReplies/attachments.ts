import { ATTACHMENT_MAX_BYTES, ATTACHMENT_TYPES, ATTACHMENTS_MAX, type ReplyAttachment } from '@/lib/domain/quickReply';

/** Reads the attachments of a file's row, written as JSON; `bad` when they are none. Empty = none. */
export function readAttachments(cell: string): ReplyAttachment[] | 'bad' {
  if (cell.trim() === '') return [];
  try {
    const list: unknown = JSON.parse(cell);
    if (!Array.isArray(list) || list.length > ATTACHMENTS_MAX) return 'bad';
    const read = list.map(attachmentOf);
    return read.includes(null) ? 'bad' : read.filter((one) => one !== null);
  } catch {
    return 'bad';
  }
}

function attachmentOf(value: unknown): ReplyAttachment | null {
  if (typeof value !== 'object' || value === null) return null;
  const field = (name: string): unknown => Reflect.get(value, name);
  const [kind, id, name, type, bytes] = ['kind', 'id', 'name', 'type', 'bytes'].map(field);
  if (kind === 'link') {
    const [url, title] = ['url', 'title'].map(field);
    return typeof url === 'string' && isLink(url) && typeof title === 'string' ? { kind, url, title } : null;
  }
  if (kind !== 'image' || typeof id !== 'string' || id === '' || typeof name !== 'string') return null;
  if (typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes < 0 || bytes > ATTACHMENT_MAX_BYTES) return null;
  const known = ATTACHMENT_TYPES.find((one) => one === type);
  return known === undefined ? null : { kind, id, name, type: known, bytes };
}

/** Whether an address can be attached: http or https, no blanks. */
export function isLink(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url) && url.length <= 2_048;
}
