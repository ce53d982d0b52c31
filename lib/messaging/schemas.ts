import * as z from 'zod/mini';
import { COMPARED_FIGURES, PLATFORM_ONLY_FIGURES, REPORT_LINES_MAX } from '@/lib/domain/platformReport';
import { ATTACHMENT_MAX_BYTES, ATTACHMENT_TYPES, ATTACHMENTS_MAX } from '@/lib/domain/quickReply';
import { ownAdapterSchema } from '@/lib/workbenches/adapterSchema';

const time = z.number().check(z.minimum(0), z.maximum(8.64e15));
const nullableTime = z.nullable(time);
const shortText = z.string().check(z.maxLength(512));
const messageText = z.string().check(z.maxLength(20_000));
const key = z.string().check(z.minLength(1), z.maxLength(512));

const problem = z.enum([
  'noTranscript',
  'noList',
  'noComposer',
  'loggedInElsewhere',
  'disconnected',
  'ownSendNotSeen',
  'tooManyMutations',
  'notStored',
  'noAdapter',
  'asksForSeller',
  'noRows',
  'oneSide',
  'disagree',
]);

const recorder = z.object({
  id: key,
  workbenchId: key,
  origin: key,
  account: z.nullable(shortText),
  shop: z.nullable(shortText),
});

const conversation = z.object({ key, keyedBy: z.enum(['id', 'name']), name: z.nullable(shortText) });

const row = z.object({
  author: z.nullable(z.enum(['customer', 'own', 'automatic', 'assist', 'colleague'])),
  event: z.nullable(z.enum(['closed', 'accepted', 'transferredIn', 'transferredOut', 'robotHolds', 'robotReleases'])),
  id: z.nullable(shortText),
  text: z.nullable(messageText),
  shown: z.nullable(z.object({ at: time, precision: z.enum(['second', 'minute', 'day']) })),
  seenAt: nullableTime,
  token: z.nullable(shortText),
  sendActionAt: nullableTime,
});

const item = z.object({
  conversation,
  unread: z.nullable(z.int().check(z.minimum(0), z.maximum(100_000))),
  active: z.boolean(),
  preview: z.nullable(messageText),
  waitingSince: nullableTime,
  arrived: z.exactOptional(z.boolean()),
});

const reading = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('transcript'),
    readAt: time,
    conversation,
    rows: z.array(row).check(z.maxLength(2_000)),
    reachesEnd: z.boolean(),
    baseline: z.boolean(),
  }),
  z.object({
    kind: z.literal('list'),
    readAt: time,
    items: z.array(item).check(z.maxLength(5_000)),
    ambiguousNames: z.array(shortText),
    baseline: z.boolean(),
  }),
  z.object({ kind: z.literal('activity'), readAt: time, conversation, action: z.enum(['opened', 'firstKey', 'send']) }),
  z.object({ kind: z.literal('clockStep'), readAt: time, byMs: z.number() }),
  z.object({
    kind: z.literal('duty'),
    readAt: time,
    state: z.nullable(z.enum(['online', 'break', 'suspended', 'offline'])),
  }),
  z.object({
    kind: z.literal('health'),
    readAt: time,
    problem: z.nullable(problem),
    since: z.exactOptional(time),
  }),
]);

const attachment = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('image'),
    id: key,
    name: shortText,
    type: z.enum(ATTACHMENT_TYPES),
    bytes: z.int().check(z.minimum(0), z.maximum(ATTACHMENT_MAX_BYTES)),
  }),
  z.object({
    kind: z.literal('link'),
    url: z.string().check(z.regex(/^https?:\/\/\S+$/i), z.maxLength(2_048)),
    title: shortText,
  }),
]);

const quickReply = z.object({
  id: key,
  code: shortText,
  title: shortText,
  text: messageText,
  group: shortText,
  order: z.number(),
  uses: z.int(),
  lastUsedAt: nullableTime,
  variants: z.exactOptional(z.array(messageText).check(z.maxLength(50))),
  shops: z.exactOptional(z.array(shortText).check(z.maxLength(500))),
  favourite: z.exactOptional(z.boolean()),
  validFrom: z.exactOptional(nullableTime),
  validUntil: z.exactOptional(nullableTime),
  createdAt: z.exactOptional(nullableTime),
  attachments: z.exactOptional(z.array(attachment).check(z.maxLength(ATTACHMENTS_MAX))),
});

const picture = z.object({
  id: key,
  type: z.enum(ATTACHMENT_TYPES),
  /** Base64. */
  data: z.string().check(z.maxLength(Math.ceil(ATTACHMENT_MAX_BYTES / 3) * 4)),
});
const replies = z.array(quickReply).check(z.maxLength(50_000));
const ids = z.array(key).check(z.maxLength(50_000));
const groups = z.array(shortText).check(z.maxLength(2_000));
const reportFigures = [...COMPARED_FIGURES, ...PLATFORM_ONLY_FIGURES] as const;
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const amount = z.number().check(z.minimum(0), z.maximum(1e9));
const column = z.int().check(z.minimum(0), z.maximum(10_000));

const platformReport = z.object({
  kind: z.enum(['file', 'typed']),
  name: shortText,
  format: z.nullable(z.enum(['shengyicanmou', 'chitu', 'pinduoduo', 'feige', 'jd'])),
  workbenchId: z.nullable(key),
  lines: z
    .array(z.object({ agent: key, date, figures: z.partialRecord(z.enum(reportFigures), amount) }))
    .check(z.minLength(1), z.maxLength(REPORT_LINES_MAX)),
  skipped: z.int().check(z.minimum(0)),
  mapping: z.exactOptional(
    z.object({
      headings: z.string().check(z.minLength(1), z.maxLength(20_000)),
      columns: z.partialRecord(z.enum(['agent', 'date', ...reportFigures]), column),
      units: z.partialRecord(
        z.enum(reportFigures),
        z.enum(['auto', 'seconds', 'minutes', 'milliseconds', 'percent', 'fraction']),
      ),
    }),
  ),
});

const reportSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: z.nullable(shortText) }),
  z.object({ kind: z.literal('account'), account: z.nullable(shortText) }),
  z.object({ kind: z.literal('everyone') }),
]);

const frameId = z.int().check(z.minimum(0));
const coordinate = z.number();

const sharedFrame = z.object({
  id: key,
  frameId: z.nullable(frameId),
  path: z.array(z.int().check(z.minimum(0))).check(z.maxLength(20)),
  boxes: z
    .array(z.object({ left: coordinate, top: coordinate, width: coordinate, height: coordinate }))
    .check(z.maxLength(100)),
  state: z.nullable(
    z.object({
      recorderId: key,
      workbenchId: key,
      problem: z.nullable(z.object({ reason: problem, since: time })),
      undeliveredSince: nullableTime,
      aside: z.boolean(),
    }),
  ),
});

const frameRequest = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('insert'),
    suggestion: z.object({ replyId: key, code: shortText, title: shortText, text: messageText, score: z.number() }),
  }),
  z.object({ do: z.literal('listenForEscape') }),
]);

/**
 * What a message has to look like when it arrives, by its name. A page cannot send any of these, but another version
 * of the content script, still living in a tab, can.
 */
export const schemas = {
  hello: z.object({ recorder }),
  reading,
  heartbeat: z.object({ recorderId: key, problem: z.nullable(problem), hidden: z.boolean() }),
  deadlineCrossed: z.object({ conversationId: key }),
  replyInserted: z.object({ recorderId: key, conversationKey: key, replyId: key }),
  searchReplies: z.object({
    recorderId: key,
    query: shortText,
    limit: z.int().check(z.minimum(1), z.maximum(50)),
  }),
  checkCare: z.object({ recorderId: key, text: messageText }),
  replyExtras: z.object({ replyId: key }),
  paletteMarks: z.object({ workbenchId: key, marks: z.boolean() }),
  noAdapter: z.object({ origin: shortText }),
  pageAdapters: z.object({ origin: shortText }),
  asksForSeller: z.object({ origin: shortText, workbenchId: shortText }),
  beginTeaching: z.object({ origin: shortText, workbenchId: z.nullable(shortText) }),
  saveOwnAdapter: z.object({ own: ownAdapterSchema }),
  deleteOwnAdapter: z.object({ origin: shortText, id: shortText }),
  tab: z.object({ tabId: z.int() }),
  nameShop: z.object({ origin: shortText, shop: z.nullable(shortText) }),
  answerSeller: z.object({ origin: shortText, role: z.nullable(z.enum(['seller', 'buyer'])) }),
  teachHere: z.object({ frameId: z.nullable(frameId) }),
  shareFrame: sharedFrame,
  hostFrame: z.object({ id: key, frameId }),
  askFrame: z.object({ frameId, request: frameRequest }),
  openDashboard: z.object({
    page: z.enum(['today', 'replies', 'export', 'workbenches', 'settings', 'diagnostics']),
    figure: z.exactOptional(shortText.check(z.regex(/^[A-Za-z0-9-]+$/))),
    only: z.exactOptional(z.literal('review')),
  }),
  overlayPlaced: z.object({
    key,
    place: z.object({ left: z.number(), top: z.number(), folded: z.boolean() }),
  }),
  openConversation: z.object({ tabId: z.int() }),
  startRecording: z.object({ origin: z.nullable(shortText) }),
  stopRecording: z.object({}),
  setPaused: z.object({ paused: z.boolean() }),
  setPerson: z.object({ person: z.nullable(shortText) }),
  setDuty: z.object({ on: z.boolean() }),
  correctPerson: z.object({ from: time, to: time, person: z.nullable(shortText) }),
  renamePerson: z.object({ from: shortText, to: shortText }),
  markConversation: z.object({
    conversationId: key,
    kind: z.enum(['ordered', 'lost', 'followUp', 'advertiser']),
    on: z.boolean(),
  }),
  showConversation: z.object({ conversationId: key }),
  correctEntry: z.object({
    key,
    change: z.union([
      z.strictObject({ author: z.enum(['agent', 'auto', 'colleague']) }),
      z.strictObject({ closing: z.boolean() }),
      z.strictObject({ perfunctory: z.boolean() }),
    ]),
  }),
  markAutomaticText: z.object({ key }),
  undoCorrection: z.object({ id: z.int() }),
  saveQuickReply: z.object({ reply: quickReply }),
  deleteQuickReply: z.object({ id: key }),
  savePicture: picture,
  readPicture: z.object({ id: key }),
  changeQuickReplies: z.object({ put: replies, remove: ids, groups: z.exactOptional(groups) }),
  importQuickReplies: z.object({
    file: shortText,
    put: replies,
    groups,
  }),
  undoImport: z.object({}),
  dismissPhrase: z.object({ text: messageText, dismissed: z.boolean() }),
  forgetAnswers: z.object({
    what: z.nullable(z.object({ question: messageText, replyId: key })),
  }),
  suggestionsShown: z.object({
    conversationId: key,
    replyIds: z.array(key).check(z.maxLength(20)),
  }),
  deleteHistory: z.object({ before: time }),
  savePlatformReport: z.object({ report: platformReport }),
  undoPlatformReport: z.object({ importId: z.int() }),
  setReportAgent: z.object({ agent: key, subject: reportSubject }),
};
