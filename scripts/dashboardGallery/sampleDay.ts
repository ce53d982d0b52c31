import { type TurnRow, toTurnRow } from '@/components/dashboard/today/turnRow';
import type { LiveView } from '@/lib/domain/live';
import { isMessage, type OpenedLine, type OpenedMessage } from '@/lib/domain/openedMessage';
import type { Profile } from '@/lib/domain/profile';
import type { Turn, TurnState } from '@/lib/domain/turn';

/** The moment of every picture: 11 November 2026, 20:05:30 in Shanghai. */
export const sampleNow = Date.parse('2026-11-11T12:05:30Z');

const names = [
  '王小萍',
  '李四',
  '欧阳娜娜',
  '张伟',
  '陈思宇',
  '刘洋',
  '赵子云',
  '黄蓉',
  'jerry',
  '周杰',
  '吴敏',
  '徐凤',
];
const shops = ['花间旗舰店', '花间旗舰店', '小满家居', null];
const persons = ['小雨', '小雨', '阿明', null];

/** A number in [0, 1) that depends on nothing but its index, so that two runs give the same pictures. */
function chance(index: number, salt: number): number {
  const x = Math.sin(index * 127.1 + salt * 311.7) * 43_758.5453;
  return x - Math.floor(x);
}

function stateOf(index: number): TurnState {
  if (index < 3) return 'pending';
  const roll = chance(index, 1);
  return roll < 0.9 ? 'answered' : roll < 0.94 ? 'unanswered' : roll < 0.98 ? 'excused' : 'bot';
}

/** One made-up turn, the `index`-th before the sample's moment. */
export function sampleTurn(index: number, change: Partial<Turn> = {}): Turn {
  const state = stateOf(index);
  const startedAt = sampleNow - Math.round((20 + index * 140 * (0.5 + chance(index, 2))) * 1000);
  const latency = Math.round(2_000 + 9_000 * chance(index, 3) + 160_000 * chance(index, 4) ** 12);
  const replied = state === 'answered' || state === 'bot';
  const first = chance(index, 5) < 0.4;
  return {
    conversationId: `sample|https://shop.example||${index % 57}`,
    index,
    startedAt,
    lastMessageAt: startedAt + 800,
    acceptedAt: null,
    clockAt: startedAt,
    repliedAt: replied ? startedAt + latency : null,
    effectiveRepliedAt: null,
    state,
    endedAt: state === 'pending' ? null : startedAt + latency,
    endedBy: state === 'pending' ? null : 'reply',
    first,
    numberInSession: first ? 1 : 2 + (index % 4),
    sessionStartedAt: first ? startedAt : startedAt - 340_000,
    handover: false,
    incoming: 1 + Math.floor(chance(index, 6) * 3),
    outgoing: replied ? 1 + Math.floor(chance(index, 7) * 2) : 0,
    outgoingMerged: replied ? 1 : 0,
    incomingCharacters: 12,
    incomingMeasured: 1,
    outgoingCharacters: 20,
    outgoingMeasured: 1,
    closingOnly: state === 'excused',
    offDuty: false,
    uncertain: chance(index, 8) < 0.04,
    person: persons[index % persons.length] ?? null,
    pressure: Math.floor(chance(index, 9) * 5),
    openedAt: chance(index, 10) < 0.9 ? startedAt + Math.round(latency * 0.35) : null,
    firstKeyAt: startedAt + Math.round(latency * 0.6),
    ...change,
  };
}

/** One row of the sample. */
export function sampleRow(index: number, profile: Profile, change: Partial<Turn> = {}): TurnRow {
  return toTurnRow({
    turn: sampleTurn(index, change),
    conversation: {
      name: names[(index % 57) % names.length] ?? null,
      shop: shops[(index % 57) % shops.length] ?? null,
      advertiser: false,
    },
    workbenchName: '拼多多',
    profile,
  });
}

/** `count` rows, newest first; many are spread over the same day. */
export function sampleRows(count: number, profile: Profile): TurnRow[] {
  const squeeze = Math.max(1, (count * 140) / (11 * 3600));
  return Array.from({ length: count }, (_, index) => {
    const { startedAt } = sampleTurn(index);
    const moved = sampleNow - Math.round((sampleNow - startedAt) / squeeze);
    const by = moved - startedAt;
    const turn = sampleTurn(index);
    const shift = (at: number | null) => (at === null ? null : at + by);
    return sampleRow(index, profile, {
      startedAt: moved,
      lastMessageAt: turn.lastMessageAt + by,
      clockAt: turn.clockAt + by,
      repliedAt: shift(turn.repliedAt),
      endedAt: shift(turn.endedAt),
      openedAt: shift(turn.openedAt),
      firstKeyAt: shift(turn.firstKeyAt),
      sessionStartedAt: turn.sessionStartedAt + by,
    });
  });
}

/** Messages of an opened turn. */
export function sampleMessages(turn: Turn): OpenedMessage[] {
  const plain = {
    precision: 'seen',
    closing: 'no',
    perfunctory: false,
    recalled: false,
    review: false,
    openedAt: null,
    firstKeyAt: null,
    corrected: {},
  } as const;
  const reply = turn.repliedAt ?? turn.startedAt + 9_000;
  return [
    { key: 'a', at: turn.startedAt, author: 'customer', text: '在吗', ...plain },
    {
      key: 'b',
      at: turn.startedAt + 800,
      author: 'customer',
      text: '什么时候发货呀,我急着用,能不能今天就发',
      ...plain,
    },
    { key: 'c', at: turn.startedAt + 1_000, author: 'auto', text: '欢迎光临,客服马上就来', ...plain },
    { key: 'd', at: reply, author: 'agent', text: '亲,今天16点前付款当天发,一般三天到', ...plain },
    { key: 'e', at: reply + 12_000, author: 'agent', text: null, ...plain, perfunctory: true },
  ];
}

/** A turn that a robot handed over, whose first answer may be automatic, and that a colleague took in the end. */
export function sampleExplained(turn: Turn): OpenedLine[] {
  const [first, second, auto, reply] = sampleMessages(turn).filter(isMessage);
  if (!first || !second || !auto || !reply) return [];
  const at = turn.startedAt;
  return [
    { ...first, at: at - 40_000, held: true },
    { key: 'robotHolds', at: at - 38_000, event: 'robotHolds' },
    { ...auto, at: at - 37_000, textMark: 3 },
    { ...second, at: at - 9_000, held: true },
    { key: 'robotReleases', at, event: 'robotReleases' },
    { ...reply, at: at + 900, review: true, textMark: null },
    { key: 'transferredOut', at: at + 42_000, event: 'transferredOut' },
    { key: 'offDuty', at: at + 50_000, event: 'offDuty' },
  ];
}

/** The day's figures, as the live view carries them. */
export const sampleToday: LiveView['today'] = {
  figures: {
    turns: 190,
    answered: 186,
    unanswered: 1,
    pending: 3,
    excused: 4,
    incoming: 250,
    outgoing: 330,
    firstResponseMs: 7_900,
    averageResponseMs: 14_600,
    medianResponseMs: 9_000,
    p90ResponseMs: 30_400,
    longestResponseMs: 130_000,
    answerQuestionRatio: 1.05,
    replyRate: 0.962,
    turnReplyRate: 0.995,
    robotOnly: 2,
    offDuty: 0,
    offDutyReplyRate: null,
    within: { 180: { rate: 159 / 160, decided: 160 } },
  },
  missBudget: 2,
  customers: 142,
  receiving: 4,
  coverage: 0.983,
  outliers: { count: 1, longestMs: 552_000, averageWithoutMs: 14_200 },
  uncertainTurns: 7,
  reviewTurns: 2,
};

/** A day on which nothing has happened yet. */
export const emptyToday: LiveView['today'] = {
  figures: {
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
    within: {},
  },
  missBudget: null,
  customers: 0,
  receiving: 0,
  coverage: null,
  outliers: null,
  uncertainTurns: 0,
  reviewTurns: 0,
};
