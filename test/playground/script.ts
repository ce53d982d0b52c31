import { afterSaleLines } from './script/afterSale';
import { bargainLines } from './script/bargain';
import { orderLines } from './script/orders';
import { presaleLines } from './script/presale';

/** The stages of a sale, in the words that shops use for their groups of phrases. */
export const stages = [
  '问好',
  '答疑',
  '推荐',
  '议价',
  '促单',
  '催付',
  '核对订单',
  '发货物流',
  '退换售后',
  '评价',
  '告别',
] as const;
export type Stage = (typeof stages)[number];

/** What a customer of the shop asks, in one burst, and how a good agent answers. */
export interface ScriptEntry {
  stage: Stage;
  ask: readonly string[];
  answer: string;
  /** What the customer may say next, after the answer. */
  followUps?: readonly string[];
}

/**
 * One entry a line: `question / its next message → answer → follow-up / another follow-up`; the follow-ups may be absent.
 */
export type ScriptLines = Partial<Record<Stage, string>>;

function parseLine(stage: Stage, line: string): ScriptEntry {
  const [ask, answer, followUps] = line.split(' → ');
  if (ask === undefined || answer === undefined) throw new Error(`Script line of ${stage} without an answer: ${line}`);
  return {
    stage,
    ask: ask.split(' / '),
    answer,
    ...(followUps === undefined ? {} : { followUps: followUps.split(' / ') }),
  };
}

/** All entries of an outdoor shop that does not exist, by stage. */
export const script: readonly ScriptEntry[] = stages.flatMap((stage) =>
  [presaleLines, bargainLines, orderLines, afterSaleLines].flatMap((lines) =>
    (lines[stage] ?? '')
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => parseLine(stage, line)),
  ),
);

const byStage = new Map<Stage, ScriptEntry[]>(
  stages.map((stage) => [stage, script.filter((entry) => entry.stage === stage)]),
);

/** The entries of one stage. */
export function entriesOf(stage: Stage): readonly ScriptEntry[] {
  return byStage.get(stage) ?? [];
}

/** What customers write when nobody answers. */
export const nudges = [
  '在吗？',
  '有人吗',
  '？？',
  '客服呢',
  '怎么不说话了',
  '还在不在啊，等半天了',
  '亲？',
  '不回我就去别家了',
  '人呢😅',
  '能快点吗',
];

/** Reactions that need no answer. */
export const thanks = [
  '好的',
  '谢谢',
  '好的谢谢',
  '嗯嗯',
  '明白了',
  '知道了，谢谢亲',
  'ok',
  '👌',
  '收到',
  '行',
  '好滴～',
  '🌹🌹',
];

/** What the shop's robot answers, whatever it is asked. */
export const robotAnswers = [
  '亲，我是智能助手小野。您是想问【发货时间】【尺码推荐】还是【退换货】呢？回复对应文字即可～',
  '已为您查询：现货商品 48 小时内发出，具体以订单页面为准哦。',
  '尺码建议可以点开商品详情页的尺码表查看。如需人工服务请回复“转人工”。',
  '抱歉，小野暂时没有理解您的问题，您可以换个说法试试～',
];

const answerOf = new Map<string, string>();
for (const entry of script) {
  for (const text of entry.ask) answerOf.set(text, entry.answer);
}

/** The script's answer to one of its own questions; null for a text that it does not know. */
export function scriptedAnswer(text: string): string | null {
  return answerOf.get(text) ?? null;
}
