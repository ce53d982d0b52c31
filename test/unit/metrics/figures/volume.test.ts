import { describe, expect, test } from 'vitest';
import { moreFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { answerQuestionRatio } from '@/lib/metrics/figures/answerQuestionRatio';
import { burstsMergedRatio } from '@/lib/metrics/figures/burstsMerged';
import { characters } from '@/lib/metrics/figures/characters';
import { coverage } from '@/lib/metrics/figures/coverage';
import { customers } from '@/lib/metrics/figures/customers';
import { customersPerHour } from '@/lib/metrics/figures/customersPerHour';
import { outliers } from '@/lib/metrics/figures/outliers';
import { mostAtOnce, peakWaiting } from '@/lib/metrics/figures/peakWaiting';
import { assignPressure, pressureAdjusted, responseByPressure } from '@/lib/metrics/figures/pressure';
import { addReceiving, receiving, receivingAt, receivingMs } from '@/lib/metrics/figures/receiving';
import { robotOnly } from '@/lib/metrics/figures/robotOnly';
import { splitOf } from '@/lib/metrics/figures/split';
import { transferredAway } from '@/lib/metrics/figures/transferredAway';
import { transferredIn } from '@/lib/metrics/figures/transferredIn';
import { foldConversation } from '@/lib/metrics/foldConversation';
import { type EntryPart, entriesOf, noon, pendingTurn, plain, tallied, turnOf, unansweredTurn } from '../turnOf';

function folded(...parts: EntryPart[]) {
  return tallyOf(foldConversation({ entries: entriesOf(...parts), profile: plain }), plain, false);
}

describe('answer/question ratio', () => {
  const parts: EntryPart[] = [
    [0, 'agent'],
    [2, 'agent'],
    [10, 'customer'],
    [20, 'agent'],
    [24.999, 'agent'],
    [30, 'agent'],
    [31, 'auto'],
  ];

  test('counts replies and proactive messages, never automatic ones', () => {
    expect(answerQuestionRatio(folded(...parts))).toBe(5);
    expect(answerQuestionRatio(tallied([]))).toBeNull();
  });

  test('merged, bursts of one run under 5 s apart count once', () => {
    expect(burstsMergedRatio(folded(...parts))).toBe(3);
    expect(burstsMergedRatio(folded([0, 'customer'], [3, 'agent'], [4, 'customer'], [5, 'agent']))).toBe(1);
    expect(burstsMergedRatio(tallied([]))).toBeNull();
  });
});

describe('characters', () => {
  test('are those of messages whose length is known', () => {
    const tally = folded(
      [0, 'customer', { length: 7 }],
      [5, 'agent', { length: 10 }],
      [6, 'agent', { length: 5 }],
      [9, 'agent'],
    );
    expect(characters(tally)).toEqual({ incoming: 7, outgoing: 15, perReply: 7.5 });
    expect(characters(folded([0, 'customer'], [1, 'agent']))).toEqual({
      incoming: null,
      outgoing: null,
      perReply: null,
    });
  });
});

describe('robot only', () => {
  test('needs a held message, no turn and nobody of the shop', () => {
    expect(robotOnly(folded([0, 'robotHolds'], [1, 'customer'], [2, 'auto']))).toBe(1);
    expect(robotOnly(folded([0, 'customer'], [1, 'robotHolds']))).toBe(1);
    expect(robotOnly(folded([0, 'robotHolds'], [1, 'customer'], [2, 'colleague']))).toBe(0);
    expect(robotOnly(folded([0, 'robotHolds'], [1, 'customer'], [2, 'robotReleases']))).toBe(0);
    expect(robotOnly(folded([0, 'robotHolds'], [2, 'auto']))).toBe(0);
    // Over two days: the agent wrote on the first, the robot held on the second.
    expect(robotOnly(folded([0, 'agent'], [90_000, 'robotHolds'], [90_001, 'customer']))).toBe(0);
  });
});

describe('transfers', () => {
  test('away unanswered counts open turns, excused or not', () => {
    expect(transferredAway(folded([0, 'customer'], [5, 'transferredOut']))).toBe(1);
    expect(transferredAway(folded([0, 'customer'], [3, 'agent'], [5, 'transferredOut']))).toBe(0);
  });

  test('in are timed for the customer and for the agent', () => {
    const tally = folded([0, 'customer'], [40, 'transferredIn'], [55, 'agent'], [60, 'customer'], [70, 'agent']);
    expect(transferredIn(tally)).toEqual({ turns: 1, customerMs: 55_000, agentMs: 15_000 });
    expect(transferredIn(folded([0, 'customer'], [9, 'agent']))).toEqual({ turns: 0, customerMs: null, agentMs: null });
  });
});

describe('peak waiting', () => {
  test('ends come before starts, and a turn of length 0 never counts', () => {
    expect(mostAtOnce([0, 10, 10], [10, 20, 30])).toBe(2);
    expect(mostAtOnce([], [])).toBe(0);
    const turns = [turnOf(10_000), turnOf(0, { startedAt: noon + 1, clockAt: noon + 1, repliedAt: noon + 1 })];
    expect(peakWaiting(turns, plain, null, true)).toBe(1);
  });

  test('an open turn lasts until now; an unanswered or left out one is none', () => {
    const turns = [turnOf(10_000), pendingTurn(), unansweredTurn()];
    expect(peakWaiting(turns, plain, noon + 5_000, false)).toBe(2);
    expect(peakWaiting(turns, plain, null, false)).toBe(1);
    expect(peakWaiting(turns, plain, noon + 5_000, true)).toBe(1);
    const night = { ...plain, window: { fromMs: 0, toMs: 3_600_000, key: 'turn' } as const };
    expect(peakWaiting(turns, night, noon + 5_000, false)).toBe(0);
  });
});

describe('pressure', () => {
  test('is the number of other turns open at the start', () => {
    const at = (start: number, end: number | null, id: string) => {
      const times = { startedAt: noon + start, clockAt: noon + start, conversationId: id };
      return end === null ? pendingTurn(times) : turnOf(0, { ...times, repliedAt: noon + end, endedAt: noon + end });
    };
    const turns = [at(0, 10, 'A'), at(5, null, 'B'), at(10, 30, 'C'), at(10, 20, 'D'), at(40, 50, 'E')];
    assignPressure(turns);
    expect(turns.map((turn) => turn.pressure)).toEqual([0, 1, 1, 2, 1]);
    const backwards = [at(40, 50, 'E'), at(5, null, 'B'), at(0, 10, 'A')];
    assignPressure(backwards);
    expect(backwards.map((turn) => turn.pressure)).toEqual([1, 1, 0]);
  });

  test('buckets the latencies, and adjusts a mean to another mix', () => {
    const tally = tallied(
      [
        [0, 10],
        [1, 20],
        [3, 30],
        [4, 40],
        [7, 70],
        [30, 90],
      ].map(([pressure = 0, ms = 0]) => turnOf(ms, { pressure })),
    );
    const figures = responseByPressure(tally);
    expect(figures.map(({ turns }) => turns)).toEqual([2, 1, 1, 2]);
    expect(figures.map(({ meanMs }) => meanMs)).toEqual([15, 30, 40, 80]);
    expect(pressureAdjusted(figures, [1, 1, 0, 0])).toBe(22.5);
    expect(pressureAdjusted(responseByPressure(tallied([])), [1, 1, 1, 1])).toBeNull();
  });
});

describe('notice, think, type', () => {
  test('average over the turns where all three are known', () => {
    const seen = { openedAt: noon + 6_000, firstKeyAt: noon + 11_000 };
    const tally = tallied([turnOf(20_000, seen), turnOf(99_000)]);
    expect(moreFiguresOfTally({ tally, profile: plain }).split).toEqual({
      turns: 1,
      noticeMs: 6_000,
      thinkMs: 5_000,
      typeMs: 9_000,
    });
    expect(splitOf({ startedAt: 0, openedAt: null, firstKeyAt: 5, repliedAt: 9 }).noticeMs).toBeNull();
  });
});

describe('outliers', () => {
  test('are the fewest longest values that move the average by more than a fifth', () => {
    const ordinary = Array.from({ length: 30 }, () => 14_000);
    expect(outliers([...ordinary, 552_000])).toEqual({ count: 1, longestMs: 552_000, averageWithoutMs: 14_000 });
    expect(outliers([...ordinary, 100_000, 110_000])).toEqual({
      count: 2,
      longestMs: 110_000,
      averageWithoutMs: 14_000,
    });
    expect(outliers(ordinary)).toBeNull();
    expect(outliers([5_000])).toBeNull();
    expect(outliers([])).toBeNull();
  });
});

describe('receiving', () => {
  test('a conversation is received for 5 minutes after each of its messages', () => {
    const spans = { starts: [], ends: [] };
    addReceiving(spans, [0, 60_000]);
    addReceiving(spans, [100_000]);
    addReceiving(spans, []);
    addReceiving(spans, [1_000_000, 2_000_000]);
    const { peak, mean, activeMs } = receiving(spans);
    expect(peak).toBe(2);
    expect(activeMs).toBe(400_000 + 2 * receivingMs);
    expect(mean).toBeCloseTo((360_000 + 3 * receivingMs) / activeMs, 12);
    expect(receiving({ starts: [], ends: [] })).toEqual({ peak: 0, mean: null, activeMs: 0 });
  });

  test('a message at the end of those 5 minutes goes on with them, one without any begins nothing', () => {
    const spans = { starts: [], ends: [] };
    addReceiving(spans, []);
    addReceiving(spans, [0, receivingMs, 3 * receivingMs]);
    expect(spans).toEqual({ starts: [0, 3 * receivingMs], ends: [2 * receivingMs, 4 * receivingMs] });
  });

  test('conversations may be added in any order', () => {
    const spans = { starts: [], ends: [] };
    addReceiving(spans, [1_000_000]);
    addReceiving(spans, [100_000]);
    addReceiving(spans, [0, 300_000]);
    expect(receiving(spans)).toEqual({ peak: 2, mean: 1_200_000 / 900_000, activeMs: 900_000 });
    const together = { starts: [100_000, 0], ends: [400_000, 300_000] };
    expect(receiving(together)).toEqual({ peak: 2, mean: 1.5, activeMs: 400_000 });
  });

  test('now is those whose last message is under 5 minutes old', () => {
    expect(receivingAt([0, 1, 300_000, 400_000], 300_000)).toBe(2);
  });
});

describe('customers', () => {
  test('are conversations with a counted turn, by the hour worked', () => {
    expect(customers(tallied([turnOf(1), turnOf(1), unansweredTurn({ conversationId: 'B' })]))).toBe(2);
    expect(customersPerHour(93, 7_200_000)).toBe(46.5);
    expect(customersPerHour(93, 0)).toBeNull();
  });
});

describe('coverage', () => {
  test('is the recorded share of what was to be recorded, overlaps counted once', () => {
    const wanted = [
      { from: 0, to: 100 },
      { from: 50, to: 200 },
    ];
    expect(
      coverage(wanted, [
        { from: 90, to: 110 },
        { from: 100, to: 120 },
        { from: 190, to: 900 },
      ]),
    ).toBe(0.8);
    expect(coverage(wanted, [])).toBe(1);
    expect(coverage([], [{ from: 0, to: 5 }])).toBeNull();
  });
});
