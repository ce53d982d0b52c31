import type { Figures } from '@/lib/domain/figures';
import type { LiveView, Waiting, WorkbenchTab } from '@/lib/domain/live';
import type { Suggestion } from '@/lib/domain/quickReply';
import type { Targets } from '@/lib/domain/target';

/** The moment at which every test looks; a full second. */
export const now = 1_762_862_730_000;

/** A customer who has waited this many seconds; id and name from `id`. */
export function wait(id: string, seconds: number, change: Partial<Waiting> = {}): Waiting {
  return {
    conversationId: id,
    workbenchId: 'playground',
    conversationKey: id,
    name: `${id}*客`,
    shop: null,
    startedAt: now - seconds * 1000,
    atLeast: false,
    first: false,
    transferred: false,
    followUp: false,
    closingOnly: false,
    incoming: 1,
    preview: `${id}的话`,
    turnNumber: 2,
    limitMs: 180_000,
    ...change,
  };
}

/** `count` customers, c0 the longest. */
export function waits(count: number): Waiting[] {
  return Array.from({ length: count }, (_, index) => wait(`c${index}`, 50 - index));
}

const emptyWithin = { rate: null, decided: 0 };

export const figures: Figures = {
  turns: 186,
  answered: 186,
  unanswered: 0,
  pending: 0,
  excused: 0,
  incoming: 310,
  outgoing: 409,
  firstResponseMs: 7_900,
  averageResponseMs: 14_600,
  medianResponseMs: 9_000,
  p90ResponseMs: 31_000,
  longestResponseMs: 130_000,
  answerQuestionRatio: 1.32,
  replyRate: 1,
  turnReplyRate: 1,
  robotOnly: 0,
  offDuty: 0,
  offDutyReplyRate: null,
  within: { 10: emptyWithin, 30: emptyWithin, 60: emptyWithin, 180: { rate: 0.994, decided: 186 } },
  peakWaiting: 12,
};

export const targets: Targets = {
  firstResponseMs: { pass: 20_000, good: 10_000, excellent: 6_000 },
  averageResponseMs: { pass: 30_000, good: 16_000, excellent: 12_000 },
  withinSeconds: 180,
  within: { pass: 0.98, good: 0.99, excellent: 0.999 },
  replyRate: { pass: 0.97, good: 0.99, excellent: 0.995 },
  answerQuestionRatio: { pass: 1.1, good: 1.2, excellent: 1.5 },
  deciding: 'within',
  source: 'test',
  checked: '2026-11-01',
};

export function tab(change: Partial<WorkbenchTab> = {}): WorkbenchTab {
  return {
    tabId: 1,
    origin: 'https://chat.example',
    windowId: 1,
    workbenchId: 'pinduoduo',
    workbenchName: '拼多多',
    account: null,
    shop: null,
    status: { state: 'recording' },
    ...change,
  };
}

export function view(waiting: Waiting[], change: Partial<LiveView> = {}): LiveView {
  return {
    at: now,
    waiting,
    today: {
      figures,
      missBudget: 2,
      customers: 142,
      receiving: 9,
      coverage: 0.984,
      outliers: null,
      uncertainTurns: 0,
      reviewTurns: 0,
    },
    targets,
    profileId: 'pinduoduo',
    person: '小雨',
    persons: ['小雨', '阿杰'],
    askPerson: false,
    duty: { on: true, by: null, since: null, leftOut: false },
    tabs: [tab()],
    ...change,
  };
}

export const suggestions: readonly Suggestion[] = ['今天发货', '已经到网点', '帮您催', '第四条'].map((text, index) => ({
  replyId: String(index),
  code: `k${index}`,
  title: text,
  text,
  score: 4 - index,
}));
