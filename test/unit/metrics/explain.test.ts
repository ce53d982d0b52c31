import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIGURE_NAMES, type FigureRef, RATE_UNITS } from '@/lib/domain/figureRef';
import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { type ExplainInput, type Explanation, explain } from '@/lib/metrics/explain';
import { customerDayOf, sessionKeyOf, unitsMade } from '@/lib/metrics/explainUnits';
import { computeFigures, moreFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { percentile } from '@/lib/metrics/figures/percentile';
import { assignPressure } from '@/lib/metrics/figures/pressure';
import { within } from '@/lib/metrics/figures/within';
import { groupLeftOut } from '@/lib/metrics/groupLeftOut';
import { orderMade } from '@/lib/metrics/orderMade';
import { type FoldedLog, foldLog } from '@/lib/metrics/replay';
import randomCases from '@/test/fixtures/metrics/randomCases.json';
import { arbitraryLog, arbitraryProfile, runs } from './arbitraries';

const now = Date.UTC(2026, 9, 25, 3);
const longMs = 1_800_000;

function sumOf(values: readonly { value: number }[]): number {
  return values.reduce((sum, { value }) => sum + value, 0);
}

function meanOf(values: readonly { value: number }[]): number | null {
  return values.length === 0 ? null : sumOf(values) / values.length;
}

/** Share of the customer-days that are met: in which every turn is, or any. */
function rateOfDays({ made }: Explanation, profile: Profile, by: 'every' | 'any') {
  const days = new Map<string, number[]>();
  for (const { turn, value } of made) {
    const key = customerDayOf(turn, profile);
    days.set(key, [...(days.get(key) ?? []), value]);
  }
  const met = [...days.values()].filter((values) => (by === 'every' ? Math.min(...values) : Math.max(...values)) === 1);
  return { rate: days.size === 0 ? null : met.length / days.size, decided: days.size };
}

/** Every figure that turns make, from the turns that are said to have made it. */
function expectAllExplained(folded: FoldedLog, profile: Profile, moment: number | null, final: boolean): void {
  const { turns, sessions } = folded;
  const tally = tallyOf(folded, profile, final);
  const figures = computeFigures({ ...folded, profile, now: moment, final, lastAt: null });
  const more = moreFiguresOfTally({ tally, profile });
  const longSessions = new Set(
    sessions
      .filter(({ startedAt, lastAt }) => lastAt - startedAt > longMs)
      .map(({ conversationId, startedAt }) => sessionKeyOf({ conversationId, sessionStartedAt: startedAt })),
  );
  const look = (ref: FigureRef, rest: Partial<ExplainInput> = {}) => {
    const found = explain({ ...ref, turns, profile, now: moment, final, longSessions, ...rest });
    expect(found.made.length + found.leftOut.length, ref.figure).toBe(turns.length);
    const grouped = groupLeftOut(found.leftOut).reduce((sum, group) => sum + group.turns.length, 0);
    expect(grouped, ref.figure).toBe(found.leftOut.length);
    expect(new Set(orderMade(ref.figure, found.made)), ref.figure).toEqual(new Set(found.made));
    return found;
  };
  for (const figure of FIGURE_NAMES) look({ figure, bucket: 0 });
  const counts = ['turns', 'answered', 'unanswered', 'pending', 'excused', 'incoming', 'offDuty'] as const;
  for (const figure of counts) expect(sumOf(look({ figure }).made), figure).toBe(figures[figure]);
  expect(look({ figure: 'peakWaiting' }).made).toHaveLength(figures.peakWaiting);

  const proactive = tallyOf({ ...folded, turns: [] }, profile, final);
  expect(sumOf(look({ figure: 'outgoing' }).made) + proactive.outgoing).toBe(figures.outgoing);
  expect(sumOf(look({ figure: 'burstsMergedRatio' }).made) + proactive.outgoingMerged).toBe(tally.outgoingMerged);
  expect(sumOf(look({ figure: 'characters' }).made) + proactive.outgoingCharacters).toBe(tally.outgoingCharacters);

  if (profile.average === 'pooled') {
    expect(meanOf(look({ figure: 'averageResponseMs' }).made)).toBe(figures.averageResponseMs);
  }
  for (const figure of ['firstResponseMs', 'turnReplyRate', 'offDutyReplyRate'] as const) {
    expect(meanOf(look({ figure }).made), figure).toBe(figures[figure]);
  }
  for (const [figure, share] of [
    ['medianResponseMs', 0.5],
    ['p90ResponseMs', 0.9],
    ['longestResponseMs', 1],
  ] as const) {
    const values = Float64Array.from(look({ figure }).made, ({ value }) => value).sort();
    expect(percentile(values, share), figure).toBe(figures[figure]);
  }
  expect(rateOfDays(look({ figure: 'replyRate' }), profile, 'any').rate).toBe(figures.replyRate);
  for (const seconds of [10, 60]) {
    for (const unit of RATE_UNITS) {
      const found = look({ figure: 'within', seconds, unit });
      const rate =
        unit === 'customerDay'
          ? rateOfDays(found, profile, 'every')
          : { rate: meanOf(found.made), decided: found.made.length };
      expect(rate, unit).toEqual(within(tally, { ...profile, rateUnit: unit }, seconds, moment));
      expect(unitsMade(found, profile)).toBe(rate.decided);
    }
    expect(unitsMade(look({ figure: 'within', seconds }), profile)).toBe(
      within(tally, profile, seconds, moment).decided,
    );
  }

  expect(sumOf(look({ figure: 'transferredAway' }).made)).toBe(more.transferredAway);
  expect(sumOf(look({ figure: 'uncertain' }).made)).toBe(more.uncertain);
  expect(look({ figure: 'transferredIn' }).made).toHaveLength(more.transferredIn.turns);
  expect(look({ figure: 'slowTurns' }).made).toHaveLength(more.slowTurns);
  expect(look({ figure: 'split' }).made).toHaveLength(more.split.turns);
  expect(unitsMade(look({ figure: 'customers' }), profile)).toBe(more.customers);
  expect(meanOf(look({ figure: 'effectiveFirstResponseMs' }).made)).toBe(more.effectiveFirstResponseMs);
  expect(look({ figure: 'averageResponseMs' }).made.filter(({ outlier }) => outlier)).toHaveLength(
    more.outliers?.count ?? 0,
  );
  for (const [bucket, { turns: n, meanMs }] of more.pressure.entries()) {
    const { made } = look({ figure: 'pressure', bucket });
    expect({ n: made.length, meanMs: meanOf(made) }).toEqual({ n, meanMs });
  }
  const keys = new Set(turns.map(sessionKeyOf));
  expect(unitsMade(look({ figure: 'longReceptions' }), profile)).toBe(
    [...longSessions].filter((key) => keys.has(key)).length,
  );
}

describe('explain', () => {
  test('the turns that made a figure give that figure, and with the left out ones are all', () => {
    fc.assert(
      fc.property(
        arbitraryLog({ duty: true, uncertain: true }),
        arbitraryProfile,
        fc.boolean(),
        (log, profile, final) => {
          const folded = foldLog(log, profile);
          assignPressure(folded.turns);
          expectAllExplained(folded, profile, now, final);
        },
      ),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 5) },
    );
  });

  test('so they do in every random case', () => {
    const cases = randomCases as unknown as { profile: Profile; now: number | null; final: boolean; log: LogEntry[] }[];
    // Under mutation, where this runs thousands of times, every twentieth.
    const taken = cases.filter((_, i) => runs.numRuns >= 1000 || i % 20 === 0);
    for (const one of taken) {
      const folded = foldLog(one.log, one.profile);
      assignPressure(folded.turns);
      expectAllExplained(folded, one.profile, one.now, one.final);
    }
  });

  test('says of a left out conversation that it was left out', () => {
    fc.assert(
      fc.property(arbitraryLog(), arbitraryProfile, (log, profile) => {
        const { turns } = foldLog(log, profile);
        const excludedConversations = new Set(['A']);
        const { leftOut } = explain({ figure: 'turns', turns, profile, now, final: true, excludedConversations });
        const reasons = leftOut.filter(({ turn }) => turn.conversationId === 'A').map(({ reason }) => reason);
        expect(reasons).toHaveLength(turns.filter((turn) => turn.conversationId === 'A').length);
        expect(reasons.every((reason) => reason === 'excludedConversation')).toBe(true);
      }),
      runs,
    );
  });
});
