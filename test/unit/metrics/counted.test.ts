import { describe, expect, test } from 'vitest';
import type { Profile } from '@/lib/domain/profile';
import { leftOutReason, proactiveLeftOutReason, settledState } from '@/lib/metrics/counted';
import { coverage } from '@/lib/metrics/figures/coverage';
import { markGaps, summarizePauses } from '@/lib/metrics/gaps';
import { replay } from '@/lib/metrics/replay';
import { entriesOf, noon, pendingTurn, plain, turnOf, unansweredTurn } from './turnOf';

const oClock = (hours: number) => hours * 3_600_000;
const morning: Profile = { ...plain, window: { fromMs: oClock(8), toMs: oClock(12), key: 'turn' } };

describe('what is left out', () => {
  test('a window holds its start and not its end', () => {
    const at = (hours: number) => turnOf(1, { startedAt: noon + oClock(hours - 12), sessionStartedAt: noon });
    expect(leftOutReason(at(8), 'answered', morning)).toBeNull();
    expect(leftOutReason(at(7.999), 'answered', morning)).toBe('outsideWindow');
    expect(leftOutReason(at(12), 'answered', morning)).toBe('outsideWindow');
    const bySession: Profile = { ...plain, window: { fromMs: oClock(8), toMs: oClock(13), key: 'session' } };
    expect(leftOutReason(at(20), 'answered', bySession)).toBeNull();
    expect(leftOutReason(at(20), 'excused', { ...morning })).toBe('outsideWindow');
  });

  test('days that the platform does not count leave with all that began in them', () => {
    const profile = { ...plain, exemptDays: ['2026-10-20'] };
    expect(leftOutReason(turnOf(1), 'answered', profile)).toBe('exemptDay');
    const log = entriesOf([0, 'customer'], [5, 'agent'], [86_400, 'agent'], [86_401, 'customer']);
    expect(replay({ log, profile, now: null, final: true })).toMatchObject({ turns: 1, incoming: 1, outgoing: 1 });
    const message = {
      conversationId: 'A',
      at: noon,
      sessionStartedAt: noon,
      person: null,
      continues: false,
      characters: null,
    };
    expect(proactiveLeftOutReason(message, profile)).toBe('exemptDay');
    expect(proactiveLeftOutReason(message, plain)).toBeNull();
  });

  test('excused comes before off duty', () => {
    const profile: Profile = { ...plain, offDutyTurns: 'leaveOut' };
    expect(leftOutReason(turnOf(1, { offDuty: true }), 'excused', profile)).toBe('excused');
    expect(leftOutReason(turnOf(1, { offDuty: true }), 'answered', profile)).toBe('offDuty');
    expect(leftOutReason(turnOf(1, { offDuty: true }), 'answered', plain)).toBeNull();
  });

  test('an open turn settles by the policy and by whether the log is final', () => {
    const excusing: Profile = { ...plain, closing: 'excuse' };
    const closing = pendingTurn({ closingOnly: true });
    expect(settledState(closing, excusing, false)).toBe('excused');
    expect(settledState(closing, plain, false)).toBe('pending');
    expect(settledState(closing, plain, true)).toBe('unanswered');
    expect(settledState(turnOf(1), plain, true)).toBe('answered');
  });
});

describe('spans', () => {
  test('take the turns that start in them, with what else happened in them', () => {
    const log = entriesOf([0, 'customer'], [9, 'agent'], [20, 'agent'], [100, 'customer'], [130, 'agent']);
    const of = (from: number | null, to: number | null) =>
      replay({ log, profile: plain, now: null, final: true, span: { from, to } });
    expect(of(noon, noon + 100_000)).toMatchObject({ turns: 1, outgoing: 2, longestResponseMs: 9_000 });
    expect(of(noon + 100_000, null)).toMatchObject({ turns: 1, longestResponseMs: 30_000 });
    expect(of(null, noon)).toMatchObject({ turns: 0, averageResponseMs: null });
  });

  test('hold what a robot held at their beginning, and not at their end', () => {
    const log = entriesOf([0, 'robotHolds'], [10, 'customer']);
    const of = (from: number | null, to: number | null) =>
      replay({ log, profile: plain, now: null, final: true, span: { from, to } }).robotOnly;
    expect([of(noon + 10_000, null), of(noon + 10_001, null)]).toEqual([1, 0]);
    expect([of(null, noon + 10_001), of(null, noon + 10_000), of(null, null)]).toEqual([1, 0, 1]);
  });

  test('a conversation may be robot-only in one part of its life', () => {
    const log = entriesOf([0, 'customer'], [9, 'agent'], [3_600, 'robotHolds'], [3_601, 'customer']);
    const of = (from: number) =>
      replay({ log, profile: plain, now: null, final: true, span: { from, to: null } }).robotOnly;
    expect(of(noon)).toBe(0);
    expect(of(noon + 60_000)).toBe(1);
  });
});

describe('gaps in observation', () => {
  const gap = [{ from: noon + 10_000, to: noon + 20_000 }];

  test('make the turns that they overlap uncertain, and only those', () => {
    const turns = [turnOf(10_000), turnOf(10_001), pendingTurn(), pendingTurn({ startedAt: noon + 20_000 })];
    expect(markGaps(turns, gap, noon + 60_000).map((turn) => turn.uncertain)).toEqual([false, true, true, false]);
    expect(turns.every((turn) => !turn.uncertain)).toBe(true);
    const two = [...gap, { from: noon + 30_000, to: noon + 40_000 }];
    expect(markGaps([turnOf(15_000)], two, noon + 60_000)).toMatchObject([{ uncertain: true }]);
  });

  test('pauses say how long they were and who was waiting', () => {
    const turns = [
      unansweredTurn({ conversationId: 'B' }),
      turnOf(10_000),
      turnOf(15_000, { conversationId: 'C' }),
      pendingTurn({ conversationId: 'D', startedAt: noon + 20_000 }),
    ];
    expect(summarizePauses(gap, turns)).toEqual([{ ...gap[0], minutes: 1 / 6, waiting: ['B', 'C'] }]);
    expect(coverage([{ from: noon, to: noon + 100_000 }], gap)).toBe(0.9);
  });
});
