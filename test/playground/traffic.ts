import { drawGap, otherSpeakerGaps, sameSpeakerGaps } from './gaps';
import { between, partSeed, pick, type Random, seededRandom } from './random';
import { entriesOf, nudges, type ScriptEntry, type Stage, thanks } from './script';

/** One message of a burst. */
export interface PlannedMessage {
  /** After the one before it, ms. */
  gapMs: number;
  text: string;
}

/** One question of a customer, sent as a burst, and what the customer does while it stays unanswered. */
export interface PlannedStep {
  stage: Stage;
  /** From the agent's answer (or the arrival) to the first message, ms. */
  thinkMs: number;
  burst: PlannedMessage[];
  /** Waits this long without an answer before each nudge; after the last one the customer leaves. */
  patienceMs: number;
  nudges: string[];
}

/** One visit of one customer, from the first message to leaving. */
export interface PlannedVisit {
  arriveMs: number;
  /** The robot receives first, where robots are switched on. */
  robotFirst: boolean;
  steps: PlannedStep[];
  /** From leaving to the next visit, ms. */
  awayMs: number;
}

/** What the workbench shows of a customer. */
export interface CustomerProfile {
  name: string;
  city: string;
  source: string;
}

const surnames = [
  ...'林陈周吴郑孙赵钱沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳唐罗薛贺倪汤',
];
const givenNames =
  '小鹿 一诺 子涵 晓雨 建国 佳怡 思远 雨桐 志强 梦瑶 浩然 欣妍 丽娟 俊杰 可可 若曦 明轩 秀英 安安 宇航'.split(' ');
const nicknames =
  '爱吃橘子的猫 山里来的风 t***8 momo 追云的人 一只小熊猫 zhang***22 海边的卡夫 早睡的橙子 老王户外 小麦同学 h***n'.split(
    ' ',
  );
const cities = '杭州 成都 上海 深圳 武汉 西安 长沙 南京 昆明 沈阳 福州 乌鲁木齐 郑州 青岛'.split(' ');
const sources = [
  '商品详情页 · 三合一冲锋衣 M7',
  '搜索 · 登山鞋',
  '订单列表',
  '店铺首页',
  '购物车',
  '直播间 · 周末露营专场',
];

/** Name, city and source of a customer; with `twin` the first two customers share one name. */
export function profileOf(seed: number, index: number, twin: boolean): CustomerProfile {
  const own = seededRandom(partSeed(seed, 'profile', index));
  const city = pick(own, cities);
  const source = pick(own, sources);
  const from = index % 4 === 3 ? nicknames : null;
  const named = twin && index === 1 ? seededRandom(partSeed(seed, 'profile', 0)) : own;
  if (twin && index === 1) {
    pick(named, cities);
    pick(named, sources);
  }
  if (from !== null) {
    const round = Math.floor(index / 4 / from.length);
    return { name: `${from[Math.floor(index / 4) % from.length]}${round === 0 ? '' : round + 1}`, city, source };
  }
  // The index takes part so that two customers share a name only when asked to.
  const at = twin && index === 1 ? 0 : index;
  const surname = surnames[(partSeed(seed, 'surname') + at) % surnames.length];
  const given = givenNames[(partSeed(seed, 'given') + Math.floor(at / surnames.length) + at * 7) % givenNames.length];
  return { name: `${surname}${given}`, city, source };
}

function stagesOf(random: Random): Stage[] {
  const sometimes = (share: number, ...stages: Stage[]): Stage[] => (random() < share ? stages : []);
  const kind = random();
  if (kind < 0.34) {
    return [
      ...sometimes(0.5, '问好'),
      '答疑',
      ...sometimes(0.6, '答疑'),
      ...sometimes(0.4, '推荐'),
      ...sometimes(0.4, '议价'),
      ...sometimes(0.4, '促单'),
      ...sometimes(0.6, '核对订单'),
      ...sometimes(0.5, '告别'),
    ];
  }
  if (kind < 0.46)
    return [...sometimes(0.3, '问好'), '推荐', '答疑', ...sometimes(0.5, '议价'), ...sometimes(0.5, '促单')];
  if (kind < 0.56) return ['催付', ...sometimes(0.7, '核对订单'), ...sometimes(0.4, '告别')];
  if (kind < 0.78)
    return [...sometimes(0.3, '问好'), '发货物流', ...sometimes(0.5, '发货物流'), ...sometimes(0.4, '告别')];
  if (kind < 0.94) {
    return [
      ...sometimes(0.2, '问好'),
      '退换售后',
      ...sometimes(0.7, '退换售后'),
      ...sometimes(0.3, '退换售后'),
      ...sometimes(0.3, '告别'),
    ];
  }
  return ['评价', ...sometimes(0.5, '告别')];
}

/** The script's line as a burst: its own messages, now and then split, led in by a greeting or closed by an emoji. */
function burstOf(random: Random, entry: ScriptEntry): PlannedMessage[] {
  const texts = [...entry.ask];
  if (entry.stage !== '问好' && entry.stage !== '告别' && random() < 0.12)
    texts.unshift(pick(random, ['在吗', '亲', '你好', '客服在不在']));
  if (random() < 0.06) texts.push(pick(random, ['？', '😂', '🙏', '急急急', '[图片]']));
  return texts.map((text, index) => ({
    gapMs: index === 0 ? 0 : Math.max(600, drawGap(sameSpeakerGaps, random, 90_000)),
    text,
  }));
}

/** The same visit for the same seed, customer and number of the visit (from 0). */
export function planVisit(options: { seed: number; customer: number; visit: number }): PlannedVisit {
  const random = seededRandom(partSeed(options.seed, 'visit', options.customer, options.visit));
  const used = new Set<ScriptEntry>();
  const steps: PlannedStep[] = [];
  const addStep = (entry: ScriptEntry, burst: PlannedMessage[]): void => {
    steps.push({
      stage: entry.stage,
      thinkMs: steps.length === 0 ? 0 : drawGap(otherSpeakerGaps, random, 300_000),
      burst,
      patienceMs: 60_000 + Math.round(random() * 120_000),
      nudges: Array.from({ length: between(random, 0, 2) }, () => pick(random, nudges)),
    });
  };
  for (const stage of stagesOf(random)) {
    const fresh = entriesOf(stage).filter((entry) => !used.has(entry));
    const entry = pick(random, fresh.length > 0 ? fresh : entriesOf(stage));
    used.add(entry);
    addStep(entry, burstOf(random, entry));
    if (entry.followUps !== undefined && random() < 0.6) {
      addStep(entry, [{ gapMs: 0, text: pick(random, entry.followUps) }]);
    } else if (stage !== '告别' && random() < 0.2) {
      addStep(entry, [{ gapMs: 0, text: pick(random, thanks) }]);
    }
  }
  const slot = options.customer * 15_000;
  return {
    arriveMs:
      options.visit > 0
        ? 0
        : Math.round(options.customer < 3 ? 1_500 + options.customer * 4_000 : slot * (0.7 + random() * 0.6)),
    robotFirst: random() < 0.5,
    steps,
    awayMs: 90_000 + Math.round(random() * 240_000),
  };
}
