import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExplainedFigure, explain } from '@/lib/metrics/explain';
import { computeFigures, moreFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { foldLog } from '@/lib/metrics/replay';
import { arbitraryLog, arbitraryProfile, runs } from './arbitraries';

const now = Date.UTC(2026, 9, 25, 3);

function sumOf(values: readonly { value: number }[]): number {
  return values.reduce((sum, { value }) => sum + value, 0);
}

function meanOf(values: readonly { value: number }[]): number | null {
  return values.length === 0 ? null : sumOf(values) / values.length;
}

describe('explain', () => {
  test('the turns that made a figure give that figure, and with the left out ones are all', () => {
    fc.assert(
      fc.property(arbitraryLog({ duty: true, uncertain: true }), arbitraryProfile, fc.boolean(), (log, any, final) => {
        const profile = {
          ...any,
          average: 'pooled' as const,
          rateUnit: any.rateUnit === 'customerDay' ? ('turn' as const) : any.rateUnit,
        };
        const folded = foldLog(log, profile);
        const { turns } = folded;
        const figures = computeFigures({ ...folded, profile, now, final });
        const more = moreFiguresOfTally({ tally: tallyOf(folded, profile, final), profile });
        const made = (figure: ExplainedFigure) => {
          const found = explain({ figure, turns, profile, now, final, seconds: 60 });
          expect(found.made.length + found.leftOut.length).toBe(turns.length);
          return found.made;
        };
        for (const name of ['turns', 'answered', 'unanswered', 'pending', 'excused', 'incoming', 'offDuty'] as const) {
          expect(sumOf(made(name)), name).toBe(figures[name]);
        }
        for (const name of ['firstResponseMs', 'averageResponseMs', 'turnReplyRate', 'offDutyReplyRate'] as const) {
          expect(meanOf(made(name)), name).toBe(figures[name]);
        }
        expect({ rate: meanOf(made('within')), decided: made('within').length }).toEqual(figures.within[60]);
        expect(sumOf(made('transferredAway'))).toBe(more.transferredAway);
        expect(sumOf(made('uncertain'))).toBe(more.uncertain);
        expect(made('slowTurns')).toHaveLength(more.slowTurns);
        expect(meanOf(made('effectiveFirstResponseMs'))).toBe(more.effectiveFirstResponseMs);
        expect(made('averageResponseMs').filter(({ outlier }) => outlier)).toHaveLength(more.outliers?.count ?? 0);
      }),
      runs,
    );
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
