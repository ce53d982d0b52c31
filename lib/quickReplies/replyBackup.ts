import { ATTACHMENT_TYPES } from '@/lib/domain/quickReply';
import { decodeText } from './decodeText';

/** What a JSON file of quick replies holds beside them. */
export interface ReplyBackup {
  /** All groups in their order, empty ones too. */
  groups: string[];
  /** Pictures by the id of their attachment, base64. */
  pictures: Record<string, { type: (typeof ATTACHMENT_TYPES)[number]; data: string }>;
}

/** Nothing beside the replies. */
export const emptyBackup: ReplyBackup = { groups: [], pictures: {} };

/** Reads what a file of quick replies holds beside them; empty for every other form. What is broken in it is left out. */
export function readBackup(bytes: Uint8Array): ReplyBackup {
  let value: unknown;
  try {
    value = JSON.parse(decodeText(bytes).text.replace(/^\uFEFF/, ''));
  } catch {
    return emptyBackup;
  }
  const groups = field(value, 'groups');
  const pictures = field(value, 'pictures');
  return {
    groups: Array.isArray(groups) ? groups.filter((name) => typeof name === 'string' && name.length <= 512) : [],
    pictures:
      typeof pictures === 'object' && pictures !== null
        ? Object.fromEntries(Object.entries(pictures).flatMap(([id, one]) => pictureOf(id, one)))
        : {},
  };
}

function pictureOf(id: string, value: unknown): [string, ReplyBackup['pictures'][string]][] {
  const type = ATTACHMENT_TYPES.find((one) => one === field(value, 'type'));
  const data = field(value, 'data');
  if (type === undefined || typeof data !== 'string' || !/^[A-Za-z0-9+/]+=*$/.test(data)) return [];
  return [[id, { type, data }]];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
