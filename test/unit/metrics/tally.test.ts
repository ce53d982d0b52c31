import { describe, expect, test } from 'vitest';
import { changeValues } from '@/lib/metrics/changeValues';
import { type CustomerDay, changePending, type PendingClock } from '@/lib/metrics/customerDay';
import { liveFiguresOfTally, moreFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { averageResponse } from '@/lib/metrics/figures/averageResponse';
import { sortedLatencies } from '@/lib/metrics/figures/latencies';
import { responseByPressure } from '@/lib/metrics/figures/pressure';
import { transferredAway } from '@/lib/metrics/figures/transferredAway';
import { transferredIn } from '@/lib/metrics/figures/transferredIn';
import { within } from '@/lib/metrics/figures/within';
import { foldConversation } from '@/lib/metrics/foldConversation';
import { mergeTallies } from '@/lib/metrics/mergeTallies';
import { customProfile } from '@/lib/metrics/profiles/registry';
import { emptyTally, tallyProactive } from '@/lib/metrics/tally';
import { tallyTurn } from '@/lib/metrics/tallyTurn';
import { entriesOf, noon, pendingTurn, plain, tallied, turnOf, unansweredTurn } from './turnOf';

const later = { first: false };

describe('a tally', () => {
  test('of no turns is that of nothing', () => {
    expect(tallyOf({ turns: [] }, plain, false)).toEqual(emptyTally());
    expect(responseByPressure(emptyTally()).map(({ turns }) => turns)).toEqual([0, 0, 0, 0]);
    expect(emptyTally()).toMatchObject({ pressureMs: [0, 0, 0, 0], pressureTurns: [0, 0, 0, 0] });
  });

  test('knows of each customer-day its turns, the held messages and those by people', () => {
    const entries = entriesOf(
      [0, 'customer', { length: 3 }],
      [5, 'agent'],
      [6, 'colleague'],
      [10, 'robotHolds'],
      [11, 'customer'],
    );
    const tally = tallyOf(foldConversation({ entries, profile: plain }), plain, false);
    expect(Object.values(tally.customers)).toMatchObject([{ anyTurns: 1, answered: 1, held: 1, human: 2 }]);
    expect(tally).toMatchObject({ incomingCharacters: 3, incomingMeasured: 1 });
  });

  test('takes a turn or a message away again as it was added', () => {
    const message = {
      conversationId: 'A',
      at: noon,
      sessionStartedAt: noon,
      person: null,
      continues: false,
      characters: 7,
    };
    const tally = emptyTally();
    tallyProactive(tally, message, plain, 1);
    expect(tally).toMatchObject({ outgoing: 1, outgoingMerged: 1, outgoingCharacters: 7, outgoingMeasured: 1 });
    tallyProactive(tally, { ...message, continues: true, characters: null }, plain, 1);
    expect(tally).toMatchObject({ outgoing: 2, outgoingMerged: 1, outgoingCharacters: 7, outgoingMeasured: 1 });
    tallyProactive(tally, { ...message, continues: true, characters: null }, plain, -1);
    tallyProactive(tally, message, plain, -1);
    expect(tally).toEqual(emptyTally());
    tallyTurn(tally, pendingTurn(), plain, false, 1);
    tallyTurn(tally, pendingTurn(), plain, false, -1);
    expect(tally).toEqual(emptyTally());
  });

  test('keeps the values of sessions only where the profile averages their means', () => {
    expect(tallied([turnOf(1)]).sessions).toEqual({});
  });
});

describe('an average of session means', () => {
  const means = { ...plain, average: 'meanOfSessionMeans' } as const;
  const other = { sessionStartedAt: noon + 1 };

  test('is of capped latencies, and of what unanswered turns are charged', () => {
    const profile = { ...means, capMs: 10_000, unansweredCountsAsMs: 30_000 };
    const turns = [turnOf(50_000), turnOf(4_000, other), unansweredTurn({ ...other, ...later })];
    expect(averageResponse(tallied(turns, profile), profile)).toBe((10_000 + (4_000 + 30_000) / 2) / 2);
  });

  test('leaves first turns out where the profile says so', () => {
    const profile = { ...means, averageIncludesFirst: false };
    expect(averageResponse(tallied([turnOf(50_000), turnOf(4_000, later)], profile), profile)).toBe(4_000);
  });
});

describe('a turn', () => {
  test('whose pressure nobody counted is under none', () => {
    expect(responseByPressure(tallied([turnOf(9_000)])).map(({ turns }) => turns)).toEqual([0, 0, 0, 0]);
  });

  test('has no parts when the typing or the opening was not seen', () => {
    const seen = { openedAt: noon + 1_000, firstKeyAt: noon + 2_000 };
    const turns = [turnOf(9_000, { ...seen, firstKeyAt: null }), turnOf(9_000, { ...seen, openedAt: null })];
    const splitOf = (all: typeof turns) => moreFiguresOfTally({ tally: tallied(all), profile: plain }).split;
    expect(splitOf(turns)).toEqual({ turns: 0, noticeMs: null, thinkMs: null, typeMs: null });
    expect(
      splitOf([turnOf(9_000, seen), turnOf(11_000, { openedAt: noon + 3_000, firstKeyAt: noon + 8_000 })]),
    ).toEqual({
      turns: 2,
      noticeMs: 2_000,
      thinkMs: 3_000,
      typeMs: 5_000,
    });
  });

  test('came in when it was accepted after its start, and at its reply at the latest', () => {
    const turnsIn = (acceptedAt: number) => transferredIn(tallied([turnOf(9_000, { acceptedAt })])).turns;
    expect([noon, noon + 1, noon + 9_000, noon + 9_001].map(turnsIn)).toEqual([0, 1, 1, 0]);
    const two = [turnOf(9_000, { acceptedAt: noon + 1_000 }), turnOf(5_000, { acceptedAt: noon + 3_000 })];
    expect(transferredIn(tallied(two))).toEqual({ turns: 2, customerMs: 7_000, agentMs: 5_000 });
  });

  test('that went away on a day that does not count is not counted as that either', () => {
    const away = unansweredTurn({ endedBy: 'transferredOut' });
    expect(transferredAway(tallied([away]))).toBe(1);
    expect(transferredAway(tallied([away], { ...plain, exemptDays: ['2026-10-20'] }))).toBe(0);
  });
});

describe('tallies of parts', () => {
  const partsOfDay = () => [
    tallied([turnOf(1_000), turnOf(5_000, later), pendingTurn(later)]),
    tallied([turnOf(3_000), turnOf(7_000, later), unansweredTurn(later), pendingTurn({ clockAt: noon + 9_000 })]),
  ];

  test('of one customer-day add up to it', () => {
    const whole = mergeTallies(partsOfDay());
    expect([...sortedLatencies(whole, 'first')]).toEqual([1_000, 3_000]);
    expect([...sortedLatencies(whole, 'later')]).toEqual([5_000, 7_000]);
    expect(liveFiguresOfTally({ tally: whole, profile: plain, now: null })).toMatchObject({
      turns: 7,
      answered: 4,
      unanswered: 1,
      pending: 2,
    });
    expect(within(whole, plain, 10, noon + 10_001)).toEqual({ rate: 4 / 6, decided: 6 });
    expect(within(whole, plain, 10, noon + 19_001)).toEqual({ rate: 4 / 7, decided: 7 });
  });

  test('that are empty add up to nothing', () => {
    expect(mergeTallies([emptyTally(), emptyTally()])).toEqual(emptyTally());
  });

  test('stay as they are', () => {
    const parts = partsOfDay();
    mergeTallies([...parts, ...parts]);
    expect(parts).toEqual(partsOfDay());
  });
});

describe('values', () => {
  test('lose one that equals what is taken away, and no other', () => {
    const without = (gone: number) => {
      const values = [3, 5, 3];
      changeValues(values, gone, -1);
      return values;
    };
    expect([without(3), without(5), without(4)]).toEqual([
      [3, 5],
      [3, 3],
      [3, 5, 3],
    ]);
  });
});

describe('pending clocks', () => {
  const first: PendingClock = { clockAt: noon, first: true };
  const second: PendingClock = { clockAt: noon, first: false };
  const third: PendingClock = { clockAt: noon + 1, first: false };

  test('lose the one that is taken away, and no other', () => {
    const without = (gone: PendingClock): CustomerDay['pendingClocks'] => {
      const clocks = [first, second, third];
      changePending(clocks, { ...gone }, -1);
      return clocks;
    };
    expect(without(first)).toEqual([second, third]);
    expect(without(second)).toEqual([first, third]);
    expect(without(third)).toEqual([first, second]);
    expect(without({ clockAt: noon + 1, first: true })).toEqual([first, second, third]);
  });
});

describe('where the thresholds are the agent’s own', () => {
  test('a reception or a turn is long by them', () => {
    const { turns, sessions } = foldConversation({
      entries: entriesOf([0, 'customer'], [40, 'agent']),
      profile: plain,
    });
    const tally = tallyOf({ turns, sessions }, plain, true);
    expect(moreFiguresOfTally({ tally, profile: customProfile(plain) })).toMatchObject({
      slowTurns: 0,
      longReceptions: 0,
    });
    expect(moreFiguresOfTally({ tally, profile: plain, slowTurnMs: 30_000, longReceptionMs: 30_000 })).toMatchObject({
      slowTurns: 1,
      longReceptions: 1,
    });
  });
});
