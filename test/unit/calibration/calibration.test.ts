// The platform's side is made up: figures of an invented report, worked out by other rules from the same log.
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '@/lib/domain/logEntry';
import { agentDayKey, agentDays } from '@/lib/metrics/calibration/agentDays';
import { closenessOf } from '@/lib/metrics/calibration/closeness';
import { compareReport } from '@/lib/metrics/calibration/compareReport';
import { explainingTurns } from '@/lib/metrics/calibration/explainingTurns';
import { proposeParameter } from '@/lib/metrics/calibration/proposeParameter';
import type { ReportLine } from '@/lib/metrics/calibration/types';
import { customProfile, profileOf } from '@/lib/metrics/profiles/registry';
import { pendingTurn, turnOf } from '../metrics/turnOf';

/** 10:00 in Shanghai. */
const start = Date.UTC(2026, 9, 20, 2);
const dayMs = 86_400_000;
const chitu = profileOf('chitu');

/** A day of one agent: each latency a turn of two messages 4 s apart, timed from the first. */
function dayLog(day: number, person: string, latencies: readonly number[]): LogEntry[] {
  return latencies.flatMap((latency, index) => {
    const conversationId = `${person}-${day}-${index}`;
    const at = start + day * dayMs + index * 600_000;
    return [
      { conversationId, at, author: 'customer' as const, person },
      { conversationId, at: at + 4_000, author: 'customer' as const, person },
      { conversationId, at: at + latency, author: 'agent' as const, person },
    ];
  });
}

function nameOf(day: number): string {
  return `2026-10-${20 + day}`;
}

describe('a platform report beside what was recorded', () => {
  const log = [...dayLog(0, 'Lin', [10_000, 20_000]), ...dayLog(0, 'Mo', [60_000]), ...dayLog(1, 'Lin', [30_000])];

  test('per agent and day: theirs, ours by each profile, the difference', () => {
    const lines: ReportLine[] = [
      { agent: 'lin01', date: nameOf(0), figures: { averageResponseMs: 15_000, customers: 2, satisfaction: 0.9 } },
      { agent: 'mo01', date: nameOf(0), figures: { within30: 0.5 } },
      { agent: 'mo01', date: nameOf(1), figures: { averageResponseMs: 9_000 } },
    ];
    const personOf = (agent: string) => (agent === 'lin01' ? 'Lin' : 'Mo');
    const compared = compareReport({ lines, log, profiles: [chitu, profileOf('lastclock')], personOf });
    expect(
      compared.map(({ agent, date, figure, theirs, byProfile }) => [
        agent,
        date,
        figure,
        theirs,
        ...byProfile.map(({ ours, difference }) => [ours, difference]),
      ]),
    ).toEqual([
      ['lin01', nameOf(0), 'averageResponseMs', 15_000, [15_000, 0], [11_000, -4_000]],
      ['lin01', nameOf(0), 'customers', 2, [2, 0], [2, 0]],
      ['mo01', nameOf(0), 'within30', 0.5, [0, -0.5], [0, -0.5]],
      ['mo01', nameOf(1), 'averageResponseMs', 9_000, [null, null], [null, null]],
    ]);
    expect(compared[0]?.byProfile[0]?.explaining).toEqual([]);
    expect(compared[0]?.byProfile[1]?.explaining).toHaveLength(1);
  });

  test('an agent is looked up by the own name where nothing else is said, and each has days of their own', () => {
    const days = agentDays(log, chitu);
    expect([...days.keys()].sort()).toEqual(
      [agentDayKey('Lin', nameOf(0)), agentDayKey('Lin', nameOf(1)), agentDayKey('Mo', nameOf(0))].sort(),
    );
    const [only] = compareReport({
      lines: [{ agent: 'Mo', date: nameOf(0), figures: { incoming: 2 } }],
      log,
      profiles: [chitu],
    });
    expect(only?.byProfile).toEqual([{ profileId: 'chitu', ours: 2, difference: 0, explaining: [] }]);
  });
});

describe('turns that could explain a difference', () => {
  const slow = turnOf(100_000, { conversationId: 'slow' });
  const quick = turnOf(10_000, { conversationId: 'quick' });
  const middle = turnOf(20_000, { conversationId: 'middle' });
  const excused = turnOf(40_000, { conversationId: 'excused', state: 'excused' });

  test('one that we counted and they may not have', () => {
    const found = explainingTurns({
      figure: 'averageResponseMs',
      turns: [slow, quick, middle],
      profile: chitu,
      theirs: 15_000,
    });
    expect(found[0]).toEqual({ turn: slow, reason: null, value: 15_000 });
    expect(found.map(({ turn }) => turn.conversationId)).toEqual(['slow']);
  });

  test('one that we left out and they may have counted, with the reason', () => {
    const found = explainingTurns({
      figure: 'averageResponseMs',
      turns: [quick, excused],
      profile: chitu,
      theirs: 26_000,
    });
    expect(found).toEqual([{ turn: excused, reason: 'excused', value: 25_000 }]);
  });

  test('rates look at hit and miss; turns without a reply bring no latency; counts are no mean', () => {
    const open = pendingTurn({ conversationId: 'open' });
    expect(explainingTurns({ figure: 'within30', turns: [quick, slow], profile: chitu, theirs: 1 })).toEqual([
      { turn: slow, reason: null, value: 1 },
    ]);
    const excusedMiss = turnOf(30_001, { state: 'excused' });
    const excusedHit = turnOf(30_000, { state: 'excused' });
    const turns = [slow, excusedMiss, excusedHit];
    expect(explainingTurns({ figure: 'within30', turns, profile: chitu, theirs: 1 })).toEqual([
      { turn: excusedHit, reason: 'excused', value: 0.5 },
    ]);
    expect(explainingTurns({ figure: 'within180', turns: [open, excusedMiss], profile: chitu, theirs: 1 })).toEqual([
      { turn: excusedMiss, reason: 'excused', value: 0.5 },
    ]);
    expect(explainingTurns({ figure: 'averageResponseMs', turns: [open], profile: chitu, theirs: 5 })).toEqual([]);
    expect(explainingTurns({ figure: 'customers', turns: [slow], profile: chitu, theirs: 5 })).toEqual([]);
  });

  test('at most five, the closest first', () => {
    const turns = [11, 12, 13, 14, 15, 16, 17].map((seconds) => turnOf(seconds * 1000));
    const found = explainingTurns({ figure: 'averageResponseMs', turns, profile: chitu, theirs: 1_000 });
    expect(found.map(({ value }) => value)).toEqual([...found.map(({ value }) => value)].sort((a, b) => a - b));
    expect(found[0]?.turn).toBe(turns[6]);
    expect(found.length).toBeLessThanOrEqual(5);
  });
});

describe('after seven days', () => {
  const days = [0, 1, 2, 3, 4, 5, 6];
  const latenciesOf = (day: number) => [10_000 + day * 1_000, 25_000, 45_000 - day * 500];
  const log = days.flatMap((day) => dayLog(day, 'Lin', latenciesOf(day)));
  const reportBy = (profileId: string, until = 7): ReportLine[] => {
    const reported = agentDays(log, profileOf(profileId));
    return days.slice(0, until).map((day) => ({
      agent: 'Lin',
      date: nameOf(day),
      figures: {
        averageResponseMs: reported.get(agentDayKey('Lin', nameOf(day)))?.figures.averageResponseMs ?? Number.NaN,
      },
    }));
  };

  test('nothing is said of a profile before that', () => {
    expect(proposeParameter({ profile: chitu, lines: reportBy('chitu', 6), log })).toBeNull();
  });

  test('an equal profile is close, and nothing else is proposed', () => {
    expect(proposeParameter({ profile: chitu, lines: reportBy('chitu'), log })).toEqual({
      closeness: { profileId: 'chitu', days: 7, error: 0 },
      better: null,
    });
  });

  test('the parameter that fits is found', () => {
    const proposal = proposeParameter({ profile: chitu, lines: reportBy('lastclock'), log });
    expect(proposal?.closeness.error).toBeGreaterThan(0.1);
    expect(proposal?.better).toEqual({
      parameter: 'clock',
      value: 'lastMessage',
      closeness: { profileId: 'chitu', days: 7, error: 0 },
    });
  });

  test('a change that hardly helps is not proposed', () => {
    const lines = reportBy('chitu').map((line) => ({ ...line, figures: { averageResponseMs: 1_000_000 } }));
    expect(proposeParameter({ profile: customProfile(chitu), lines, log })?.better).toBeNull();
  });

  test('theirs 0 and ours not is all wrong; both 0 is right', () => {
    const side = (difference: number) => [{ profileId: 'a', ours: difference, difference, explaining: [] }];
    const compared = days.map((day) => ({
      agent: 'Lin',
      date: nameOf(day),
      figure: 'customers' as const,
      theirs: 0,
      byProfile: side(day === 0 ? 3 : 0),
    }));
    expect(closenessOf(compared, 'a')?.error).toBeCloseTo(1 / 7);
    expect(closenessOf(compared, 'b')).toBeNull();
  });
});
