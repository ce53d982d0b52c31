// The platform's side is made up: figures of an invented report, worked out by other rules from the same log.
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '@/lib/domain/logEntry';
import type { ReportSubject } from '@/lib/domain/platformReport';
import type { Profile } from '@/lib/domain/profile';
import { agentDay, type RecordedDays, recordedDays } from '@/lib/metrics/calibration/agentDays';
import { closenessOf, comparedDays } from '@/lib/metrics/calibration/closeness';
import { compareReport, type PlatformDay } from '@/lib/metrics/calibration/compareReport';
import { explainingTurns } from '@/lib/metrics/calibration/explainingTurns';
import { proposeParameter, proposing } from '@/lib/metrics/calibration/proposeParameter';
import { turnDoubts } from '@/lib/metrics/calibration/turnDoubts';
import { customProfile, profileOf } from '@/lib/metrics/profiles/registry';
import { foldLog } from '@/lib/metrics/replay';
import { noon, pendingTurn, turnOf, unansweredTurn } from '../metrics/turnOf';

/** 10:00 in Shanghai. */
const start = Date.UTC(2026, 9, 20, 2);
const dayMs = 86_400_000;
const hourMs = 3_600_000;
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

/** The log of one workbench and account, by a profile. */
function derive(log: readonly LogEntry[], profile: Profile, of = { workbenchId: 'taobao', account: 'shop:1' }) {
  return recordedDays([{ ...of, ...foldLog(log, profile) }], profile);
}

function line(person: string, day: number, figures: PlatformDay['figures'], agent = person): PlatformDay {
  return { agent, date: nameOf(day), figures, workbenchId: null, subject: { kind: 'person', person } };
}

function nameOf(day: number): string {
  return `2026-10-${20 + day}`;
}

describe('a platform report beside what was recorded', () => {
  const log = [...dayLog(0, 'Lin', [10_000, 20_000]), ...dayLog(0, 'Mo', [60_000]), ...dayLog(1, 'Lin', [30_000])];

  test('per agent and day: theirs, ours by each profile, the difference', () => {
    const days = [
      line('Lin', 0, { averageResponseMs: 15_000, customers: 2, satisfaction: 0.9 }, 'lin01'),
      line('Mo', 0, { within30: 0.5 }, 'mo01'),
      line('Mo', 1, { averageResponseMs: 9_000 }, 'mo01'),
    ];
    const recorded = [derive(log, chitu), derive(log, profileOf('lastclock'))];
    const compared = compareReport({ days, recorded });
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
  });

  test('an agent is a person, an account or everybody, on one workbench or on all', () => {
    const elsewhere = { workbenchId: 'jd', account: 'shop:2' };
    const recorded = recordedDays(
      [
        { workbenchId: 'taobao', account: 'shop:1', ...foldLog(log, chitu) },
        { ...elsewhere, ...foldLog(dayLog(0, 'Lin', [5_000]), chitu) },
      ],
      chitu,
    );
    const incoming = (subject: ReportSubject, workbenchId: string | null = null) =>
      agentDay(recorded, { date: nameOf(0), subject, workbenchId })?.figures.incoming ?? null;
    expect(incoming({ kind: 'person', person: 'Lin' })).toBe(6);
    expect(incoming({ kind: 'person', person: 'Lin' }, 'taobao')).toBe(4);
    expect(incoming({ kind: 'person', person: 'Mo' })).toBe(2);
    expect(incoming({ kind: 'person', person: null })).toBeNull();
    expect(incoming({ kind: 'account', account: 'shop:1' })).toBe(6);
    expect(incoming({ kind: 'account', account: 'shop:2' })).toBe(2);
    expect(incoming({ kind: 'everyone' })).toBe(8);
    expect(incoming({ kind: 'everyone' }, 'pinduoduo')).toBeNull();
    expect(agentDay(recorded, { date: nameOf(9), subject: { kind: 'everyone' }, workbenchId: null })).toBeNull();
  });

  test('messages that answer nothing are of who wrote them, and make a day by themselves', () => {
    const wrote = (person: string, seconds: number): LogEntry => ({
      conversationId: person,
      at: start + seconds * 1000,
      author: 'agent',
      person,
    });
    const recorded = derive([wrote('Lin', 0), wrote('Mo', 5), wrote('Mo', 60)], chitu);
    const day = (person: string) =>
      agentDay(recorded, { date: nameOf(0), subject: { kind: 'person', person }, workbenchId: null });
    expect(day('Lin')?.figures).toMatchObject({ turns: 0, outgoing: 1 });
    expect(day('Mo')?.figures).toMatchObject({ turns: 0, outgoing: 2 });
    expect(day('Hu')).toBeNull();
  });

  test('a day is over: who still waits was not answered', () => {
    const recorded = derive([{ conversationId: 'A', at: start, author: 'customer' }], chitu);
    const day = agentDay(recorded, { date: nameOf(0), subject: { kind: 'everyone' }, workbenchId: null });
    expect(day).toMatchObject({ figures: { unanswered: 1, pending: 0, replyRate: 0 }, customers: 1 });
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
    expect(found[0]).toEqual({ turn: slow, reason: null, doubts: [], value: 15_000 });
    expect(found.map(({ turn }) => turn.conversationId)).toEqual(['slow']);
  });

  test('one that we left out and they may have counted, with the reason', () => {
    const found = explainingTurns({
      figure: 'averageResponseMs',
      turns: [quick, excused],
      profile: chitu,
      theirs: 26_000,
    });
    expect(found).toEqual([{ turn: excused, reason: 'excused', doubts: [], value: 25_000 }]);
  });

  test('rates look at hit and miss; an uncertain turn may have counted', () => {
    expect(explainingTurns({ figure: 'within30', turns: [quick, slow], profile: chitu, theirs: 1 })).toEqual([
      { turn: slow, reason: null, doubts: [], value: 1 },
    ]);
    const excusedMiss = turnOf(30_001, { conversationId: 'miss', state: 'excused' });
    const excusedHit = turnOf(30_000, { conversationId: 'hit', state: 'excused' });
    const turns = [slow, excusedMiss, excusedHit];
    expect(explainingTurns({ figure: 'within30', turns, profile: chitu, theirs: 1 })).toEqual([
      { turn: excusedHit, reason: 'excused', doubts: [], value: 0.5 },
    ]);
    const uncertain = turnOf(40_000, { conversationId: 'uncertain', uncertain: true });
    expect(
      explainingTurns({ figure: 'averageResponseMs', turns: [quick, uncertain], profile: chitu, theirs: 25_000 }),
    ).toEqual([{ turn: uncertain, reason: 'uncertain', doubts: ['uncertain'], value: 25_000 }]);
    expect(explainingTurns({ figure: 'averageResponseMs', turns: [pendingTurn()], profile: chitu, theirs: 5 })).toEqual(
      [],
    );
  });

  test('the value is our figure worked out anew, by the unit of its rate', () => {
    // One customer with a hit and a miss: by customer-day the miss fails both, and only without it is all met.
    const pinduoduo = profileOf('pinduoduo');
    const hit = turnOf(10_000, { conversationId: 'one' });
    const miss = turnOf(200_000, { conversationId: 'one', first: false });
    const other = turnOf(5_000, { conversationId: 'two' });
    const turns = [hit, miss, other];
    expect(explainingTurns({ figure: 'within180', turns, profile: pinduoduo, theirs: 1 })).toEqual([
      { turn: miss, reason: null, doubts: [], value: 1 },
    ]);
  });

  test('a sum is explained only by turns in doubt', () => {
    const turns = [slow, quick, excused];
    expect(explainingTurns({ figure: 'customers', turns, profile: chitu, theirs: 1 })).toEqual([]);
    expect(explainingTurns({ figure: 'customers', turns, profile: chitu, theirs: 3 })).toEqual([
      { turn: excused, reason: 'excused', doubts: [], value: 3 },
    ]);
    expect(explainingTurns({ figure: 'customers', turns, profile: chitu, theirs: 2 })).toEqual([]);
  });

  test('one in doubt comes before one that fits by chance', () => {
    const charged = turnOf(100_000, { conversationId: 'charged', state: 'unanswered', repliedAt: null });
    const profile = customProfile(chitu, { unansweredCountsAsMs: 600_000 });
    const found = explainingTurns({
      figure: 'averageResponseMs',
      turns: [charged, slow, quick, middle],
      profile,
      theirs: 40_000,
    });
    expect(found[0]).toMatchObject({ turn: charged, doubts: ['charged'] });
  });

  test('what is in doubt about a turn', () => {
    const at = (hour: number, minute: number) => Date.UTC(2026, 9, 20, hour - 8, minute);
    const taobao = profileOf('taobao');
    const began = (startedAt: number, change: Partial<typeof slow> = {}) =>
      turnDoubts({ ...turnOf(1_000), startedAt, clockAt: startedAt, repliedAt: startedAt + 1_000, ...change }, taobao);
    const plain = { first: false };
    expect(began(at(10, 0), plain)).toEqual([]);
    expect(began(at(8, 9), plain)).toEqual(['windowEdge']);
    expect(began(at(7, 49), plain)).toEqual([]);
    expect(began(at(22, 51), plain)).toEqual(['windowEdge']);
    expect(began(at(20, 0), { ...plain, repliedAt: at(24, 5) })).toEqual(['dayEdge', 'capped']);
    expect(began(at(12, 0), { ...plain, repliedAt: null, state: 'unanswered' })).toEqual(['charged']);
    expect(began(at(12, 0), { ...plain, closingOnly: true, handover: true })).toEqual(['closingOnly', 'handover']);
    expect(began(at(12, 0), { first: true, effectiveRepliedAt: at(12, 1) })).toEqual(['perfunctory']);
    expect(turnDoubts(turnOf(1_000), chitu, true)).toEqual(['automatic']);
    // At the very edge, and beyond it.
    expect(began(at(8, 10), plain)).toEqual(['windowEdge']);
    expect(began(at(7, 50), plain)).toEqual(['windowEdge']);
    expect(began(at(22, 50), plain)).toEqual(['windowEdge']);
    expect(began(at(22, 49), plain)).toEqual([]);
    expect(began(at(10, 0), { ...plain, repliedAt: at(10, 10) })).toEqual([]);
    expect(began(at(10, 0), { ...plain, acceptedAt: at(10, 0) })).toEqual(['handover']);
    expect(turnDoubts(unansweredTurn(), chitu)).toEqual([]);
    const bySession = profileOf('douyin');
    expect(turnDoubts(turnOf(1_000, { sessionStartedAt: at(8, 5) }), bySession)).toEqual(['windowEdge']);
    expect(
      turnDoubts(turnOf(1_000, { startedAt: at(8, 5), clockAt: at(8, 5), repliedAt: at(8, 6) }), bySession),
    ).toEqual(['perfunctory']);
  });

  test('a first reply that may be automatic is said, unless it was looked at', () => {
    const own = dayLog(0, 'Lin', [1_000, 90_000]);
    const inReview = new Set([start + 1_000]);
    const of = { workbenchId: 'taobao', account: null };
    const folded = recordedDays([{ ...of, ...foldLog(own, chitu), inReview }], chitu);
    const day = agentDay(folded, { date: nameOf(0), subject: { kind: 'everyone' }, workbenchId: null });
    if (day === null) throw new Error('Nothing was recorded.');
    expect([...day.inReview].map((turn) => turn.repliedAt)).toEqual([start + 1_000]);
    const found = explainingTurns({ figure: 'averageResponseMs', ...day, profile: chitu, theirs: 90_000 });
    expect(found).toMatchObject([{ turn: { repliedAt: start + 1_000 }, doubts: ['automatic'], value: 90_000 }]);
    const plain = explainingTurns({
      ...day,
      figure: 'averageResponseMs',
      inReview: new Set(),
      profile: chitu,
      theirs: 90_000,
    });
    expect(plain).toMatchObject([{ doubts: [], value: 90_000 }]);
  });

  test('one that was left out by its time, and what was said then neither', () => {
    const taobao = profileOf('taobao');
    const night = turnOf(40_000, { conversationId: 'night', startedAt: noon - 10 * hourMs });
    expect(
      explainingTurns({ figure: 'averageResponseMs', turns: [quick, night], profile: taobao, theirs: 25_000 }),
    ).toMatchObject([{ turn: night, reason: 'outsideWindow', value: 25_000 }]);
    const message = {
      conversationId: 'A',
      at: noon,
      sessionStartedAt: noon,
      person: null,
      continues: false,
      characters: null,
    };
    const proactive = [message, message, { ...message, at: noon - 10 * hourMs }];
    expect(
      explainingTurns({ figure: 'outgoing', turns: [excused], proactive, profile: taobao, theirs: 3 }),
    ).toMatchObject([{ turn: excused, value: 3 }]);
  });

  test('one that would give us a figure at all, however far from theirs', () => {
    expect(
      explainingTurns({ figure: 'averageResponseMs', turns: [excused], profile: chitu, theirs: 5_000 }),
    ).toMatchObject([{ turn: excused, value: 40_000 }]);
  });

  test('one that nobody replied to would have been a miss, one that a robot answered an answer', () => {
    const silent = unansweredTurn({ conversationId: 'silent', state: 'excused', endedBy: 'colleague' });
    expect(explainingTurns({ figure: 'within30', turns: [quick, silent], profile: chitu, theirs: 0.5 })).toMatchObject([
      { turn: silent, value: 0.5 },
    ]);
    const robot = turnOf(1_000, { conversationId: 'robot', state: 'bot', outgoing: 0 });
    expect(
      explainingTurns({ figure: 'averageResponseMs', turns: [quick, robot], profile: chitu, theirs: 5_000 }),
    ).toMatchObject([{ turn: robot, reason: 'bot', value: 5_500 }]);
  });

  test('of a sum, one that was counted and is in doubt', () => {
    const thanks = turnOf(1_000, { conversationId: 'thanks', closingOnly: true });
    expect(explainingTurns({ figure: 'customers', turns: [quick, thanks], profile: chitu, theirs: 1 })).toMatchObject([
      { turn: thanks, doubts: ['closingOnly'], value: 1 },
    ]);
  });

  test('those in doubt or left out come first, of them the closest', () => {
    const turns = [
      turnOf(10_000, { conversationId: 'a' }),
      turnOf(20_000, { conversationId: 'b' }),
      turnOf(60_000, { conversationId: 'plain' }),
      turnOf(80_000, { conversationId: 'handover', handover: true }),
      turnOf(5_000, { conversationId: 'excused', state: 'excused' }),
    ];
    const found = explainingTurns({ figure: 'averageResponseMs', turns, profile: chitu, theirs: 34_000 });
    expect(found.map(({ turn }) => turn.conversationId)).toEqual(['excused', 'handover', 'plain']);
  });

  test('five, where more would do', () => {
    const turns = [20, 21, 22, 23, 24, 25, 1, 1, 1, 1, 1, 1].map((seconds) => turnOf(seconds * 1000));
    expect(explainingTurns({ figure: 'averageResponseMs', turns, profile: chitu, theirs: 0 })).toHaveLength(5);
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
  const deriveBy = (profile: Profile): RecordedDays => derive(log, profile);
  const reportBy = (profileId: string, until = 7): PlatformDay[] => {
    const reported = deriveBy(profileOf(profileId));
    return days.slice(0, until).map((day) => {
      const empty = line('Lin', day, {});
      return {
        ...empty,
        figures: { averageResponseMs: agentDay(reported, empty)?.figures.averageResponseMs ?? Number.NaN },
      };
    });
  };

  test('nothing is said of a profile before that', () => {
    expect(proposeParameter({ profile: chitu, days: reportBy('chitu', 6), derive: deriveBy })).toBeNull();
  });

  test('an equal profile is close, and nothing else is proposed', () => {
    expect(proposeParameter({ profile: chitu, days: reportBy('chitu'), derive: deriveBy })).toEqual({
      closeness: {
        profileId: 'chitu',
        days: 7,
        error: 0,
        byFigure: [{ figure: 'averageResponseMs', meanDifference: 0, compared: 7 }],
      },
      better: null,
    });
  });

  test('the parameter that fits is found, step by step', () => {
    const search = proposing({ profile: chitu, days: reportBy('lastclock'), derive: deriveBy });
    const first = search.next();
    if (first.done === true) throw new Error('Nothing was tried.');
    expect(first.value.done).toBe(0);
    const proposal = proposeParameter({ profile: chitu, days: reportBy('lastclock'), derive: deriveBy });
    expect(proposal?.closeness.error).toBeGreaterThan(0.1);
    expect(proposal?.closeness.byFigure[0]?.meanDifference).toBeCloseTo(4_000, 6);
    expect(proposal?.better).toMatchObject({
      parameter: 'clock',
      value: 'lastMessage',
      closeness: { profileId: 'chitu', days: 7, error: 0 },
    });
  });

  test('a change that hardly helps is not proposed', () => {
    const lines = reportBy('chitu').map((one) => ({ ...one, figures: { averageResponseMs: 1_000_000 } }));
    expect(proposeParameter({ profile: customProfile(chitu), days: lines, derive: deriveBy })?.better).toBeNull();
  });

  test('theirs 0 and ours not is all wrong; both 0 is right', () => {
    const side = (difference: number) => [{ profileId: 'a', ours: difference, difference }];
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

  test('the error is the share of theirs, over what both sides have; days without both are none', () => {
    const compared = [...days, 7].map((day) => ({
      agent: 'Lin',
      date: nameOf(day),
      figure: 'customers' as const,
      theirs: 10,
      byProfile: [{ profileId: 'a', ours: day === 7 ? null : 12, difference: day === 7 ? null : 2 }],
    }));
    expect(closenessOf(compared, 'a')).toEqual({
      profileId: 'a',
      days: 7,
      error: expect.closeTo(0.2, 9),
      byFigure: [{ figure: 'customers', meanDifference: 2, compared: 7 }],
    });
    expect(comparedDays(compared.slice(1), 'a')).toBe(6);
    expect(closenessOf(compared.slice(1), 'a')).toBeNull();
  });

  test('what the profile has already is not tried', () => {
    const tried: string[] = [];
    const derive = (profile: Profile) => {
      tried.push(JSON.stringify(profile));
      return deriveBy(profile);
    };
    proposeParameter({ profile: chitu, days: reportBy('chitu'), derive });
    expect(tried.filter((one) => one === JSON.stringify(chitu))).toHaveLength(1);
    expect(new Set(tried).size).toBe(tried.length);
  });
});
