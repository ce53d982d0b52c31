import { ADAPTER_FILE_MAX, ownAdapterSchema } from './adapterSchema';
import type { OwnAdapter } from './ownAdapter';

/** Why a file is not taken in; `where` is the field that is wrong. */
export type AdapterFileProblem = { kind: 'tooLarge' } | { kind: 'notJson' } | { kind: 'notAdapter'; where: string };

/** What names the file's kind, so that another JSON is told from it. */
const KIND = 'miaohui-adapter';

/** An own adapter as a file that another computer takes in. Selectors only: no message, no name of a customer. */
export function writeAdapterFile(own: OwnAdapter): { name: string; text: string } {
  const host = new URL(own.origin).host.replace(/[^\w.-]/gu, '_');
  return { name: `miaohui-${host}.json`, text: `${JSON.stringify({ kind: KIND, ...own }, null, 2)}\n` };
}

/**
 * Reads such a file. Every selector has to be one that this browser understands (`parses`); anything beside what an
 * adapter has is refused, not ignored.
 */
export function readAdapterFile(
  text: string,
  parses: (selector: string) => boolean,
): { own: OwnAdapter } | { problem: AdapterFileProblem } {
  if (new TextEncoder().encode(text).length > ADAPTER_FILE_MAX) return { problem: { kind: 'tooLarge' } };
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('kind' in value)) return { problem: { kind: 'notJson' } };
  const { kind, ...rest } = value;
  if (kind !== KIND) return { problem: { kind: 'notJson' } };
  const { success, data, error } = ownAdapterSchema.safeParse(rest);
  if (!success) return { problem: { kind: 'notAdapter', where: error.issues[0]?.path.join('.') ?? '' } };
  const wrong = selectorsOf(data.adapter, 'adapter').find(({ selector }) => !parses(selector));
  return wrong === undefined ? { own: data } : { problem: { kind: 'notAdapter', where: wrong.path } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const SINGLE = new Set(['self', 'has', 'lacks', 'within']);
const LISTS = new Set(['list', 'row', 'item', 'scroller', 'at', 'field', 'send', 'signature', 'without']);

/** Every selector of an adapter, and where it stands. */
export function selectorsOf(value: unknown, path: string): { selector: string; path: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const here = `${path}.${key}`;
    if (SINGLE.has(key) && typeof part === 'string') return [{ selector: part, path: here }];
    if (LISTS.has(key) && Array.isArray(part) && part.every((one) => typeof one === 'string')) {
      return part.map((selector: string) => ({ selector, path: here }));
    }
    return selectorsOf(part, here);
  });
}

/** Whether a browser understands a selector; `>>>` steps into a shadow root or frame, and each part stands alone. */
export function selectorParses(selector: string, document: Document): boolean {
  const fragment = document.createDocumentFragment();
  return selector.split('>>>').every((part, i) => {
    if (part.trim() === '') return i === 0;
    try {
      fragment.querySelector(part);
      return true;
    } catch {
      return false;
    }
  });
}
