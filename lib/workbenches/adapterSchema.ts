import * as z from 'zod/mini';
import type { OwnAdapter } from './ownAdapter';
import type { Adapter } from './types';

/**
 * What an adapter from outside the package has to look like: selectors, attribute names and expressions, each short, and
 * nothing else. No field of it is ever run; a selector that a browser does not know finds nothing.
 */

/** Largest file that is read as an adapter, bytes. */
export const ADAPTER_FILE_MAX = 64 * 1024;

const selector = z.string().check(z.minLength(1), z.maxLength(600), z.regex(/^[^{};@]*$/u));
const selectors = z.array(selector).check(z.minLength(1), z.maxLength(20));
const pattern = z
  .string()
  .check(z.minLength(1), z.maxLength(300), z.refine(isExpression, { error: 'is no expression' }));
const attribute = z.string().check(z.regex(/^[A-Za-z_][\w.:-]{0,79}$/u));
const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));
const id = z.string().check(z.regex(/^[\w.:[\]-]{1,120}$/u));

const valueParts = {
  from: z.exactOptional(z.literal('address')),
  at: z.exactOptional(selectors),
  attribute: z.exactOptional(attribute),
  ownText: z.exactOptional(z.boolean()),
  match: z.exactOptional(pattern),
};
const value = z.strictObject(valueParts);
const testParts = {
  self: z.exactOptional(selector),
  has: z.exactOptional(selector),
  lacks: z.exactOptional(selector),
  value: z.exactOptional(z.strictObject({ ...valueParts, is: pattern })),
  text: z.exactOptional(pattern),
  stands: z.exactOptional(
    z.strictObject({
      at: z.exactOptional(selectors),
      within: z.exactOptional(selector),
      side: z.enum(['left', 'right']),
    }),
  ),
};
const test = z.strictObject(testParts);
const placedTest = z.strictObject({ ...testParts, at: selectors });
const few = <T>(one: z.ZodMiniType<T>) => z.array(one).check(z.maxLength(40));
const keyedBy = z.enum(['id', 'name']);

const transcript = z.strictObject({
  list: selectors,
  row: selectors,
  scroller: z.exactOptional(selectors),
  authors: few(
    z.strictObject({
      author: z.enum(['customer', 'own', 'automatic', 'assist', 'colleague', 'previous', 'ignore']),
      when: test,
    }),
  ),
  events: z.exactOptional(
    few(
      z.strictObject({
        event: z.enum(['closed', 'accepted', 'transferredIn', 'transferredOut', 'robotHolds', 'robotReleases']),
        when: test,
      }),
    ),
  ),
  text: z.strictObject({ ...valueParts, without: z.exactOptional(selectors), strip: z.exactOptional(pattern) }),
  placeholders: z.exactOptional(few(z.strictObject({ when: test, text: label }))),
  owner: z.exactOptional(value),
  doubled: z.exactOptional(z.boolean()),
  id: z.exactOptional(z.strictObject({ ...valueParts, temporary: z.exactOptional(pattern) })),
  shown: z.exactOptional(
    few(z.strictObject({ ...valueParts, format: label, precision: z.enum(['second', 'minute', 'day']) })),
  ),
  virtual: z.exactOptional(z.boolean()),
  order: z.exactOptional(z.enum(['dom', 'top', 'turned', 'reversed'])),
});

const conversations = z.strictObject({
  list: selectors,
  item: selectors,
  key: value,
  keyedBy,
  name: value,
  active: z.exactOptional(test),
  unread: z.exactOptional(z.strictObject({ ...valueParts, always: z.exactOptional(z.boolean()) })),
  unreadMark: z.exactOptional(test),
  preview: z.exactOptional(value),
  wait: z.exactOptional(
    z.strictObject({
      ...valueParts,
      unit: z.enum(['chinese', 'english', 'mm:ss', 'epochMs']),
      limitMs: z.exactOptional(z.number().check(z.positive())),
    }),
  ),
});

const adapter: z.ZodMiniType<Adapter> = z.strictObject({
  id,
  name: z.strictObject({ zh: label, en: label }),
  matches: z.array(z.string().check(z.regex(/^(?:\*|https?):\/\/[^/\s]{1,200}\/\S{0,400}$/u))).check(z.maxLength(200)),
  signature: z.exactOptional(selectors),
  frames: z.enum(['top', 'all']),
  status: z.strictObject({
    state: z.enum(['confirmed', 'documented']),
    date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u)),
  }),
  confidence: z.exactOptional(z.literal('low')),
  asksForSeller: z.exactOptional(z.boolean()),
  transcript,
  open: z.strictObject({ key: value, keyedBy, name: value }),
  conversations,
  composer: z.strictObject({
    field: selectors,
    send: z.exactOptional(selectors),
    enterSends: z.boolean(),
    kind: z.exactOptional(z.enum(['textField', 'contentEditable', 'quill', 'proseMirror', 'ckEditor', 'custom'])),
  }),
  account: z.exactOptional(value),
  shop: z.exactOptional(value),
  duty: z.exactOptional(
    z.strictObject({
      ...valueParts,
      states: few(z.strictObject({ state: z.enum(['online', 'break', 'suspended', 'offline']), is: pattern })),
    }),
  ),
  loggedInElsewhere: z.exactOptional(placedTest),
  disconnected: z.exactOptional(placedTest),
  profile: z.exactOptional(id),
});

/** An own adapter, as it is stored, sent and kept in a file. */
export const ownAdapterSchema: z.ZodMiniType<OwnAdapter> = z.strictObject({
  origin: z.string().check(z.regex(/^https?:\/\/[^/\s]{1,200}$/u)),
  adapter,
  savedAt: z.int().check(z.positive()),
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  repairs: z.nullable(id),
});

function isExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
