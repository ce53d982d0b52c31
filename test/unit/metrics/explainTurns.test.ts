import { describe, expect, test } from 'vitest';
import type { FigureName } from '@/lib/domain/figureRef';
import type { Turn } from '@/lib/domain/turn';
import { explain } from '@/lib/metrics/explain';
import { customerDayOf, sessionKeyOf, unitOf, unitsMade } from '@/lib/metrics/explainUnits';
import { groupLeftOut } from '@/lib/metrics/groupLeftOut';
import { orderMade } from '@/lib/metrics/orderMade';
import { customProfile, profileOf } from '@/lib/metrics/profiles/registry';
import { noon, pendingTurn, plain, turnOf, unansweredTurn } from './turnOf';

interface Case {
  figure: FigureName;
  turn: Turn;
  profile?: typeof plain;
  now?: number | null;
  seconds?: number;
  thresholdMs?: number;
  final?: boolean;
  bucket?: number;
  longSessions?: ReadonlySet<string>;
  received?: { at: number; conversationIds: ReadonlySet<string> };
}

function look({ figure, turn, profile = plain, now = null, final = false, ...rest }: Case) {
  const { made, leftOut } = explain({ figure, turns: [turn], profile, now, final, ...rest });
  return leftOut[0]?.reason ?? [made[0]?.value, made[0]?.adjusted];
}

const answered = turnOf(20_000);
const later = turnOf(20_000, { first: false });
const uncertain = turnOf(20_000, { uncertain: true });
const excused = turnOf(20_000, { state: 'excused' });
const away = unansweredTurn({ endedBy: 'transferredOut' });
const capped = customProfile(plain, { capMs: 10_000, unansweredCountsAsMs: 600_000 });
const leaveOut = customProfile(plain, { offDutyTurns: 'leaveOut' });
const windowed = customProfile(plain, { window: { fromMs: 0, toMs: 3_600_000, key: 'turn' } });

const cases: [string, Case, unknown][] = [
  ['a turn counts once', { figure: 'turns', turn: answered }, [1, null]],
  ['an excused one is none', { figure: 'turns', turn: excused }, 'excused'],
  ['a bot one is none', { figure: 'turns', turn: turnOf(1, { state: 'bot' }) }, 'bot'],
  ['answered', { figure: 'answered', turn: answered }, [1, null]],
  ['not unanswered', { figure: 'unanswered', turn: answered }, 'otherState'],
  ['pending', { figure: 'pending', turn: pendingTurn() }, [1, null]],
  ['pending ends with the log', { figure: 'pending', turn: pendingTurn(), final: true }, 'otherState'],
  ['excused', { figure: 'excused', turn: excused }, [1, null]],
  ['not excused', { figure: 'excused', turn: answered }, 'otherState'],
  ['excused, but outside the window', { figure: 'excused', turn: excused, profile: windowed }, 'outsideWindow'],
  ['incoming', { figure: 'incoming', turn: turnOf(1, { incoming: 3 }) }, [3, null]],
  ['outgoing', { figure: 'outgoing', turn: turnOf(1, { outgoing: 4 }) }, [4, null]],
  ['answers of the ratio', { figure: 'answerQuestionRatio', turn: turnOf(1, { outgoing: 4 }) }, [4, null]],
  ['waiting: an answered turn', { figure: 'peakWaiting', turn: answered }, [1, null]],
  ['waiting: a pending turn', { figure: 'peakWaiting', turn: pendingTurn(), now: noon + 1 }, [1, null]],
  ['waiting: a pending turn, now not known', { figure: 'peakWaiting', turn: pendingTurn() }, 'notAtPeak'],
  ['waiting: an answer at once', { figure: 'peakWaiting', turn: turnOf(0) }, 'notAtPeak'],
  ['waiting: not an unanswered one', { figure: 'peakWaiting', turn: unansweredTurn() }, 'unanswered'],
  ['replied', { figure: 'replyRate', turn: answered }, [1, null]],
  ['not replied', { figure: 'turnReplyRate', turn: unansweredTurn() }, [0, null]],
  ['not replied yet', { figure: 'turnReplyRate', turn: pendingTurn() }, 'pending'],
  ['uncertain', { figure: 'uncertain', turn: uncertain }, [1, null]],
  ['not uncertain', { figure: 'uncertain', turn: answered }, 'otherState'],
  ['off duty', { figure: 'offDuty', turn: turnOf(1, { offDuty: true }), profile: leaveOut }, [1, null]],
  [
    'off duty, replied',
    { figure: 'offDutyReplyRate', turn: turnOf(1, { offDuty: true }), profile: leaveOut },
    [1, null],
  ],
  [
    'off duty, not replied',
    { figure: 'offDutyReplyRate', turn: unansweredTurn({ offDuty: true }), profile: leaveOut },
    [0, null],
  ],
  [
    'off duty, not replied yet',
    { figure: 'offDutyReplyRate', turn: pendingTurn({ offDuty: true }), profile: leaveOut },
    'pending',
  ],
  ['on duty', { figure: 'offDuty', turn: answered, profile: leaveOut }, 'otherState'],
  ['excused, not off duty', { figure: 'offDuty', turn: excused, profile: leaveOut }, 'excused'],
  [
    'off duty is out of the others',
    { figure: 'turns', turn: turnOf(1, { offDuty: true }), profile: leaveOut },
    'offDuty',
  ],
  ['transferred away', { figure: 'transferredAway', turn: away }, [1, null]],
  ['transferred away, excused', { figure: 'transferredAway', turn: { ...away, state: 'excused' } }, [1, null]],
  ['not transferred', { figure: 'transferredAway', turn: answered }, 'otherState'],
  ['transferred outside the window', { figure: 'transferredAway', turn: away, profile: windowed }, 'outsideWindow'],
  ['within: at the limit', { figure: 'within', turn: turnOf(10_000), seconds: 10 }, [1, null]],
  ['within: over it', { figure: 'within', turn: turnOf(10_001), seconds: 10 }, [0, null]],
  ['within 180 s unless said otherwise', { figure: 'within', turn: turnOf(180_000) }, [1, null]],
  ['within: nobody replied', { figure: 'within', turn: unansweredTurn(), seconds: 10 }, [0, null]],
  ['within: uncertain', { figure: 'within', turn: uncertain, seconds: 10 }, 'uncertain'],
  [
    'within: open at the limit',
    { figure: 'within', turn: pendingTurn(), seconds: 10, now: noon + 10_000 },
    'undecided',
  ],
  ['within: open over it', { figure: 'within', turn: pendingTurn(), seconds: 10, now: noon + 10_001 }, [0, null]],
  ['within: open, now not known', { figure: 'within', turn: pendingTurn(), seconds: 10 }, 'undecided'],
  ['within: not first', { figure: 'within', turn: later, profile: profileOf('jd'), seconds: 30 }, 'notFirst'],
  ['average', { figure: 'averageResponseMs', turn: answered }, [20_000, null]],
  ['average: capped', { figure: 'averageResponseMs', turn: answered, profile: capped }, [10_000, 'capped']],
  ['average: at the cap', { figure: 'averageResponseMs', turn: turnOf(10_000), profile: capped }, [10_000, null]],
  ['average: charged', { figure: 'averageResponseMs', turn: unansweredTurn(), profile: capped }, [600_000, 'charged']],
  ['average: not charged', { figure: 'averageResponseMs', turn: unansweredTurn() }, 'unanswered'],
  ['average: pending', { figure: 'averageResponseMs', turn: pendingTurn() }, 'pending'],
  ['average: uncertain', { figure: 'averageResponseMs', turn: uncertain }, 'uncertain'],
  [
    'average: first ones left out',
    { figure: 'averageResponseMs', turn: answered, profile: profileOf('chatwoot') },
    'firstNotInAverage',
  ],
  [
    'average: later ones not',
    { figure: 'averageResponseMs', turn: later, profile: profileOf('chatwoot') },
    [20_000, null],
  ],
  ['first response', { figure: 'firstResponseMs', turn: answered }, [20_000, null]],
  ['first response: not first', { figure: 'firstResponseMs', turn: later }, 'notFirst'],
  ['first response: pending', { figure: 'firstResponseMs', turn: pendingTurn() }, 'pending'],
  ['first response: unanswered', { figure: 'firstResponseMs', turn: unansweredTurn() }, 'unanswered'],
  ['first response: uncertain', { figure: 'firstResponseMs', turn: uncertain }, 'uncertain'],
  ['median: not only first', { figure: 'medianResponseMs', turn: later }, [20_000, null]],
  [
    'effective first response',
    { figure: 'effectiveFirstResponseMs', turn: turnOf(1, { effectiveRepliedAt: noon + 9_000 }) },
    [9_000, null],
  ],
  [
    'only perfunctory replies',
    { figure: 'effectiveFirstResponseMs', turn: turnOf(1, { effectiveRepliedAt: null }) },
    'onlyPerfunctory',
  ],
  ['effective: not first', { figure: 'effectiveFirstResponseMs', turn: later }, 'notFirst'],
  ['slow: at the threshold', { figure: 'slowTurns', turn: turnOf(60_000) }, 'notSlow'],
  ['slow: over it', { figure: 'slowTurns', turn: turnOf(60_001) }, [60_001, null]],
  ['customers', { figure: 'customers', turn: answered }, [1, null]],
  ['customers: an excused turn brings none', { figure: 'customersPerHour', turn: excused }, 'excused'],
  ['bursts merged', { figure: 'burstsMergedRatio', turn: turnOf(1, { outgoingMerged: 2 }) }, [2, null]],
  ['characters', { figure: 'characters', turn: turnOf(1, { outgoingCharacters: 9, outgoingMeasured: 1 }) }, [9, null]],
  [
    'characters: no length known',
    { figure: 'characters', turn: turnOf(1, { outgoingMeasured: 0, incomingMeasured: 0 }) },
    'noLength',
  ],
  ['pressure', { figure: 'pressure', bucket: 1, turn: turnOf(5_000, { pressure: 3 }) }, [5_000, null]],
  ['pressure: another one', { figure: 'pressure', bucket: 0, turn: turnOf(5_000, { pressure: 2 }) }, 'otherPressure'],
  [
    'pressure: not counted',
    { figure: 'pressure', bucket: 0, turn: turnOf(5_000, { pressure: null }) },
    'pressureUnknown',
  ],
  [
    'split: from the start, whatever the clock',
    { figure: 'split', turn: turnOf(9_000, { clockAt: noon + 4_000, openedAt: noon, firstKeyAt: noon }) },
    [9_000, null],
  ],
  [
    'split: the opening was not seen',
    { figure: 'split', turn: turnOf(1, { openedAt: null, firstKeyAt: noon }) },
    'splitUnknown',
  ],
  [
    'split: the typing was not seen',
    { figure: 'split', turn: turnOf(1, { openedAt: noon, firstKeyAt: null }) },
    'splitUnknown',
  ],
  ['transferred in', { figure: 'transferredIn', turn: turnOf(9_000, { acceptedAt: noon + 9_000 }) }, [9_000, null]],
  [
    'transferred in at its start: not',
    { figure: 'transferredIn', turn: turnOf(9_000, { acceptedAt: noon }) },
    'notTransferredIn',
  ],
  [
    'transferred in after the reply: not',
    { figure: 'transferredIn', turn: turnOf(1, { acceptedAt: noon + 2 }) },
    'notTransferredIn',
  ],
  ['never transferred', { figure: 'transferredIn', turn: turnOf(1, { acceptedAt: null }) }, 'notTransferredIn'],
  [
    'of a long session, even excused',
    { figure: 'longReceptions', turn: excused, longSessions: new Set([sessionKeyOf(excused)]) },
    [1, null],
  ],
  ['of a short session', { figure: 'longReceptions', turn: answered, longSessions: new Set() }, 'shortSession'],
  [
    'being received then',
    { figure: 'receivingPeak', turn: answered, received: { at: noon, conversationIds: new Set(['A']) } },
    [1, null],
  ],
  [
    'begun later',
    { figure: 'receiving', turn: answered, received: { at: noon - 1, conversationIds: new Set(['A']) } },
    'notReceivedThen',
  ],
  [
    'another conversation was received',
    { figure: 'receiving', turn: answered, received: { at: noon, conversationIds: new Set(['B']) } },
    'notReceivedThen',
  ],
  ['received at once on average: every turn', { figure: 'receivingMean', turn: excused }, [1, null]],
  ['a robot alone: never a turn', { figure: 'robotOnly', turn: excused }, 'hasTurn'],
  ['recorded completely', { figure: 'coverage', turn: excused }, [1, null]],
  ['not recorded completely', { figure: 'coverage', turn: uncertain }, 'uncertain'],
  ['on duty: no part of the rate off duty', { figure: 'offDutyReplyRate', turn: answered }, 'otherState'],
  [
    'transferred on a day that does not count',
    { figure: 'transferredAway', turn: away, profile: customProfile(plain, { exemptDays: ['2026-10-20'] }) },
    'exemptDay',
  ],
  ['of a session of which nothing is said', { figure: 'longReceptions', turn: answered }, 'shortSession'],
  ['received at once on average: an uncertain one too', { figure: 'receivingMean', turn: uncertain }, [1, null]],
  ['customers by the hour: who waits is one', { figure: 'customersPerHour', turn: pendingTurn() }, [1, null]],
  ['slow: by the own threshold', { figure: 'slowTurns', turn: turnOf(5_001), thresholdMs: 5_000 }, [5_001, null]],
];

describe('a turn in a figure', () => {
  test.each(cases)('%s', (_, given, expected) => {
    expect(look(given)).toEqual(expected);
  });

  test('outliers are marked in the average alone', () => {
    const turns = [...Array.from({ length: 20 }, () => turnOf(10_000)), turnOf(900_000)];
    const outliersOf = (figure: FigureName) =>
      explain({ figure, turns, profile: plain, now: null, final: false })
        .made.filter(({ outlier }) => outlier)
        .map(({ value }) => value);
    expect(outliersOf('averageResponseMs')).toEqual([900_000]);
    expect(outliersOf('medianResponseMs')).toEqual([]);
  });

  const customerDays = customProfile(plain, { rateUnit: 'customerDay' });

  test('a customer-day that is not decided is left out with all its turns, unless one of them decides it', () => {
    const reasons = (turns: Turn[], figure: FigureName) => {
      const { made, leftOut } = explain({ figure, turns, profile: customerDays, now: null, final: false, seconds: 10 });
      return [made.map(({ value }) => value), leftOut.map(({ reason }) => reason)];
    };
    const quick = turnOf(5_000, { index: 0 });
    const open = pendingTurn({ index: 1 });
    expect(reasons([quick, open], 'within')).toEqual([[], ['customerUndecided', 'undecided']]);
    expect(reasons([quick, open, turnOf(10_001, { index: 2 })], 'within')).toEqual([[1, 0], ['undecided']]);
    expect(reasons([quick, open, turnOf(1, { index: 2, conversationId: 'B' })], 'within')).toEqual([
      [1],
      ['customerUndecided', 'undecided'],
    ]);
    expect(reasons([unansweredTurn(), open], 'replyRate')).toEqual([[], ['customerUndecided', 'pending']]);
    expect(reasons([quick, unansweredTurn(), open], 'replyRate')).toEqual([[1, 0], ['pending']]);
    expect(reasons([quick, open], 'turnReplyRate')).toEqual([[1], ['pending']]);
  });

  test('of a conversation that was being received, the last turn by then', () => {
    const before = turnOf(1, { index: 0 });
    const going = { ...turnOf(1, { index: 1 }), startedAt: noon + 60_000 };
    const after = { ...turnOf(1, { index: 2 }), startedAt: noon + 600_000 };
    const { made } = explain({
      figure: 'receivingPeak',
      turns: [going, before, after],
      profile: plain,
      now: null,
      final: true,
      received: { at: noon + 120_000, conversationIds: new Set(['A']) },
    });
    expect(made.map(({ turn }) => turn)).toEqual([going]);
  });

  test('of a conversation that was being received, the later of two, in whichever order they come', () => {
    const turns = [turnOf(1, { index: 0 }), turnOf(1, { index: 1, startedAt: noon + 60_000 }), turnOf(1, { index: 2 })];
    const received = { at: noon + 120_000, conversationIds: new Set(['A']) };
    const lastOf = (some: Turn[]) =>
      explain({ figure: 'receivingPeak', turns: some, profile: plain, now: null, final: true, received }).made.map(
        ({ turn }) => turn.index,
      );
    expect([lastOf(turns), lastOf(turns.slice(0, 2)), lastOf(turns.slice(1))]).toEqual([[1], [1], [1]]);
    // A robot’s handover may begin where the turn before it did.
    expect(lastOf([...turns.slice(0, 1), ...turns.slice(2)])).toEqual([2]);
  });

  describe('that was waiting when most were', () => {
    const waited = (from: number, to: number, changes: Partial<Turn> = {}) =>
      turnOf(0, { startedAt: noon + from, clockAt: noon + from, repliedAt: noon + to, ...changes });
    const atPeak = (turns: Turn[], rest: Partial<Parameters<typeof explain>[0]> = {}) =>
      explain({ figure: 'peakWaiting', turns, profile: plain, now: null, final: false, ...rest }).made.map(({ turn }) =>
        turns.indexOf(turn),
      );

    test('was open at the first such moment, and had not just been answered', () => {
      expect(atPeak([waited(0, 10), waited(20, 30)])).toEqual([0]);
      expect(atPeak([waited(0, 10), waited(10, 20), waited(10, 20)])).toEqual([1, 2]);
    });

    test('is not outdone by those that do not count', () => {
      const early = waited(0, 10);
      const late = (changes: Partial<Turn>) => [waited(20, 30, changes), waited(20, 30, changes)];
      expect(atPeak([early, ...late({ state: 'unanswered' })], { now: noon + 99 })).toEqual([0]);
      expect(atPeak([early, ...late({ offDuty: true })], { profile: leaveOut })).toEqual([0]);
      const others = [...late({ conversationId: 'B' }), ...late({ conversationId: 'C' })];
      const out = { excludedConversations: new Set(['B']), otherConversations: new Set(['C']) };
      expect(atPeak([early, ...others], out)).toEqual([0]);
      expect(atPeak([early, ...others])).toEqual([1, 2, 3, 4]);
    });
  });

  test('of another workbench is left out for that', () => {
    const turns = [turnOf(1), turnOf(1, { conversationId: 'B' })];
    const { made, leftOut } = explain({
      figure: 'turns',
      turns,
      profile: plain,
      now: null,
      final: true,
      otherConversations: new Set(['B']),
    });
    expect([made.length, leftOut.map(({ reason }) => reason)]).toEqual([1, ['otherProfile']]);
  });

  test('stands in an explanation that says which figure it is of, and no more than that', () => {
    const base = { turns: [], profile: plain, now: null, final: true };
    const rest = { made: [], leftOut: [] };
    expect(explain({ ...base, figure: 'turns' })).toStrictEqual({ figure: 'turns', ...rest });
    expect(explain({ ...base, figure: 'within', seconds: 30, unit: 'customerDay' })).toStrictEqual({
      figure: 'within',
      seconds: 30,
      unit: 'customerDay',
      ...rest,
    });
    expect(explain({ ...base, figure: 'pressure', bucket: 2 })).toStrictEqual({
      figure: 'pressure',
      bucket: 2,
      ...rest,
    });
  });

  test.each<[FigureName, string]>([
    ['turns', 'turn'],
    ['averageResponseMs', 'turn'],
    ['turnReplyRate', 'turn'],
    ['within', 'turn'],
    ['replyRate', 'customerDay'],
    ['customers', 'conversation'],
    ['customersPerHour', 'conversation'],
    ['receiving', 'conversation'],
    ['receivingPeak', 'conversation'],
    ['receivingMean', 'conversation'],
    ['robotOnly', 'conversation'],
    ['longReceptions', 'session'],
    ['incoming', 'message'],
    ['outgoing', 'message'],
    ['answerQuestionRatio', 'message'],
    ['burstsMergedRatio', 'message'],
  ])('%s counts by the %s', (figure, unit) => {
    expect(unitOf(figure, plain)).toBe(unit);
  });

  test('brings so many units: of messages their number, of customers each once', () => {
    const turns = [turnOf(1, { incoming: 3 }), turnOf(1, { incoming: 4 }), turnOf(1, { conversationId: 'B' })];
    const unitsOf = (figure: FigureName) =>
      unitsMade(explain({ figure, turns, profile: plain, now: null, final: true }), plain);
    expect([unitsOf('incoming'), unitsOf('customers'), unitsOf('turns')]).toEqual([8, 2, 3]);
  });

  test('the largest values come first, of rates the misses', () => {
    const turns = [turnOf(3_000), turnOf(20_000), turnOf(10_000)];
    const order = (figure: FigureName) => {
      const { made } = explain({ figure, turns, profile: plain, now: null, final: true, seconds: 10 });
      return orderMade(figure, made).map(({ turn }) => (turn.repliedAt ?? 0) - turn.clockAt);
    };
    expect(order('averageResponseMs')).toEqual([20_000, 10_000, 3_000]);
    expect(order('within')).toEqual([20_000, 10_000, 3_000]);
    expect(order('turns')).toEqual([20_000, 10_000, 3_000]);
  });

  test('of equal values the longest wait comes first, of equal waits the newest', () => {
    const turn = (latency: number, from: number) =>
      turnOf(latency, { startedAt: noon + from, clockAt: noon + from, repliedAt: noon + from + latency });
    const turns = [turn(10_000, 60_000), turn(20_000, 0), turn(20_000, 30_000), pendingTurn()];
    const { made } = explain({ figure: 'turns', turns, profile: plain, now: null, final: false });
    expect(orderMade('turns', made).map((one) => turns.indexOf(one.turn))).toEqual([3, 2, 1, 0]);
  });

  test('the left out ones of one reason are told newest first', () => {
    const turns = [0, 20, 10].map((seconds) => turnOf(1, { state: 'bot', startedAt: noon + seconds * 1000 }));
    const { leftOut } = explain({ figure: 'turns', turns, profile: plain, now: null, final: false });
    const [group] = groupLeftOut(leftOut);
    expect(group?.turns.map(({ turn }) => turns.indexOf(turn))).toEqual([1, 2, 0]);
  });

  test('the left out ones are told by reason, the most frequent first, and why they are excused', () => {
    const turns = [
      turnOf(1, { state: 'excused', endedBy: 'colleague' }),
      turnOf(1, { state: 'excused', endedBy: 'transferredOut' }),
      turnOf(1, { state: 'excused', endedBy: 'closed', closingOnly: true }),
      turnOf(1, { state: 'excused', endedBy: 'closed', closingOnly: false }),
      turnOf(1, { state: 'bot' }),
      turnOf(1, { state: 'bot' }),
    ];
    const { leftOut } = explain({ figure: 'turns', turns, profile: plain, now: null, final: false });
    expect(groupLeftOut(leftOut).map(({ reason, turns: { length } }) => [reason, length])).toEqual([
      ['bot', 2],
      ['closingOnly', 1],
      ['colleague', 1],
      ['excused', 1],
      ['transferred', 1],
    ]);
  });

  test('a customer-day is the conversation and the day of the start, by the start of the day', () => {
    const early = { ...answered, startedAt: noon - 10 * 3_600_000 };
    expect(customerDayOf(answered, plain)).toBe(customerDayOf(early, plain));
    expect(customerDayOf(answered, plain)).toMatch(/^\d+\|A$/);
    const shifted = customProfile(plain, { dayStartsAtMs: 4 * 3_600_000 });
    expect(customerDayOf(answered, shifted)).not.toBe(customerDayOf(early, shifted));
  });
});
