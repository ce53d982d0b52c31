import type { Figures } from '@/lib/domain/figures';
import type { LiveView, TabState, Waiting, WorkbenchTab } from '@/lib/domain/live';
import type { Suggestion } from '@/lib/domain/quickReply';
import type { Targets } from '@/lib/domain/target';

/** The moment of every picture: 11 November, 20:05:30 on the computer's clock. */
export const galleryNow = new Date(2026, 10, 11, 20, 5, 30).getTime();

const names = ['王*萍', '李*', '欧*娜', '张*', '陈*宇', '刘*', '赵*云', '黄*', 'j*y', '周*杰', '吴*', '徐*凤'];
const previews = [
  '什么时候发货呀,我急着用,能不能今天就发',
  '这个有没有大一码的',
  '[图片]',
  '退款怎么还没到',
  '在吗',
  '可以便宜点吗?我买三件',
  '收到的和图片颜色不一样啊',
  '好的谢谢',
  null,
  '身高165体重110穿什么码',
];
const shops = ['花间旗舰店', '花间旗舰店', '小满家居', '花间旗舰店'];

/** Seconds waited, in the mix of ordinary work: two thirds still grey. */
const quietSeconds = [14, 42, 6, 23, 71, 3, 31, 128, 55, 9, 18, 47];

/** A waiting customer of the sample; `seconds` = waited so far. */
export function sampleWait(index: number, seconds: number, change: Partial<Waiting> = {}): Waiting {
  const preview = previews[index % previews.length] ?? null;
  return {
    conversationId: `sample|${index}`,
    workbenchId: 'sample',
    conversationKey: String(index),
    name: names[index % names.length] ?? '王*萍',
    shop: shops[index % shops.length] ?? null,
    startedAt: galleryNow - seconds * 1000 - 300,
    atLeast: index % 11 === 7,
    first: index % 3 === 0,
    transferred: index % 10 === 4,
    followUp: index % 10 === 6,
    returning: index % 10 === 5,
    closingOnly: preview === '好的谢谢',
    incoming: 1 + (index % 3),
    preview,
    turnNumber: 1 + (index % 5),
    limitMs: 180_000,
    ...change,
  };
}

/** `count` waiting customers; a peak's waits are spread over and beyond the limit. */
export function sampleWaiting(count: number): Waiting[] {
  return Array.from({ length: count }, (_, index) => {
    const seconds = count < 10 ? (quietSeconds[index % quietSeconds.length] ?? 10) : 5 + ((index * 37) % 190);
    return sampleWait(index, seconds);
  });
}

export const pinduoduoTargets: Targets = {
  firstResponseMs: { pass: 20_000, good: 10_000, excellent: 6_000 },
  averageResponseMs: { pass: 35_000, good: 25_000, excellent: 18_000 },
  withinSeconds: 180,
  within: { pass: 0.98, good: 0.99, excellent: 0.999 },
  replyRate: { pass: 0.97, good: 0.99, excellent: 0.995 },
  answerQuestionRatio: { pass: 1, good: 1.15, excellent: 1.4 },
  deciding: 'within',
  source: 'sample',
  checked: '2026-11-01',
};

export const douyinTargets: Targets = {
  ...pinduoduoTargets,
  averageResponseMs: { pass: 30_000, good: 18_000, excellent: 14_000 },
  deciding: 'averageResponse',
};

export const jdTargets: Targets = {
  ...pinduoduoTargets,
  withinSeconds: 30,
  within: { pass: 0.85, good: 0.9, excellent: 0.95 },
  deciding: 'within',
};

export const noFigures: Figures = {
  turns: 0,
  answered: 0,
  unanswered: 0,
  pending: 0,
  excused: 0,
  incoming: 0,
  outgoing: 0,
  firstResponseMs: null,
  averageResponseMs: null,
  medianResponseMs: null,
  p90ResponseMs: null,
  longestResponseMs: null,
  answerQuestionRatio: null,
  replyRate: null,
  turnReplyRate: null,
  robotOnly: 0,
  offDuty: 0,
  offDutyReplyRate: null,
  within: {
    10: { rate: null, decided: 0 },
    30: { rate: null, decided: 0 },
    60: { rate: null, decided: 0 },
    180: { rate: null, decided: 0 },
  },
  peakWaiting: 0,
};

export const goodFigures: Figures = {
  ...noFigures,
  turns: 186,
  answered: 185,
  unanswered: 1,
  incoming: 310,
  outgoing: 409,
  firstResponseMs: 7_900,
  averageResponseMs: 14_600,
  medianResponseMs: 9_000,
  p90ResponseMs: 31_000,
  longestResponseMs: 130_000,
  answerQuestionRatio: 1.32,
  replyRate: 1,
  turnReplyRate: 0.9946,
  within: { ...noFigures.within, 30: { rate: 0.881, decided: 186 }, 180: { rate: 0.9946, decided: 186 } },
  peakWaiting: 12,
};

export const badFigures: Figures = {
  ...goodFigures,
  turns: 1286,
  answered: 1260,
  firstResponseMs: 10_600,
  averageResponseMs: 125_000,
  medianResponseMs: 61_000,
  p90ResponseMs: 301_000,
  longestResponseMs: 3_900_000,
  answerQuestionRatio: 0.94,
  replyRate: 0.9724,
  within: { ...goodFigures.within, 180: { rate: 0.9897, decided: 1280 } },
};

/** A workbench tab of the sample. */
export function sampleTab(status: TabState, change: Partial<WorkbenchTab> = {}): WorkbenchTab {
  return {
    tabId: 1,
    origin: 'https://chat.example',
    windowId: 1,
    workbenchId: 'pinduoduo',
    workbenchName: '拼多多',
    account: 'huajian:小雨',
    shop: '花间旗舰店',
    status,
    ...change,
  };
}

/** A live view with this many waiting. */
export function sampleView(waiting: Waiting[], change: Partial<LiveView> = {}): LiveView {
  return {
    at: galleryNow,
    waiting,
    today: {
      figures: goodFigures,
      missBudget: 2,
      customers: 142,
      receiving: 9,
      coverage: 0.984,
      outliers: null,
      uncertainTurns: 3,
      reviewTurns: 2,
    },
    targets: pinduoduoTargets,
    profileId: 'pinduoduo',
    person: '小雨',
    persons: ['小雨', '阿杰', '晚班小林'],
    askPerson: false,
    duty: { on: true, by: null, since: null, leftOut: false },
    tabs: [sampleTab({ state: 'recording' }), sampleTab({ state: 'recording' }, { tabId: 2, shop: '小满家居' })],
    ...change,
  };
}

const phrase = (replyId: string, code: string, text: string): Suggestion => ({
  replyId,
  code,
  title: text.slice(0, 6),
  text,
  score: 1,
});

export const suggestions: readonly Suggestion[] = [
  phrase('1', 'fh', '今天16点前付款当天发,16点后明天一早发,一般2到3天到'),
  phrase('2', 'wl', '亲,查到您的包裹已经到当地网点了,今天会派送'),
  phrase('3', 'cfh', '稍等我催一下仓库,有结果马上告诉您'),
];
