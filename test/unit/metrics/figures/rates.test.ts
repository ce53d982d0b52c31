import { describe, expect, test } from 'vitest';
import { missBudget } from '@/lib/metrics/figures/missBudget';
import { offDutyTurns } from '@/lib/metrics/figures/offDuty';
import { replyRate } from '@/lib/metrics/figures/replyRate';
import { turnCounts } from '@/lib/metrics/figures/turnCounts';
import { turnReplyRate } from '@/lib/metrics/figures/turnReplyRate';
import { within, withinCounts } from '@/lib/metrics/figures/within';
import { noon, pendingTurn, plain, tallied, turnOf, unansweredTurn } from '../turnOf';

const later = { first: false };
const other = { conversationId: 'B' };

describe('reply rates', () => {
  test('by customer, one answered turn is enough, and a pending one alone is undecided', () => {
    expect(replyRate(tallied([turnOf(1_000), unansweredTurn(), unansweredTurn(other)]))).toBe(0.5);
    expect(replyRate(tallied([pendingTurn(), unansweredTurn(), turnOf(1, other)]))).toBe(1);
    expect(replyRate(tallied([pendingTurn()]))).toBeNull();
  });

  test('by customer, each day is one', () => {
    const tomorrow = { startedAt: noon + 86_400_000, clockAt: noon + 86_400_000 };
    expect(replyRate(tallied([turnOf(1_000), unansweredTurn(tomorrow)]))).toBe(0.5);
  });

  test('by turn, pending ones do not count', () => {
    const counts = turnCounts(tallied([turnOf(1), turnOf(1), unansweredTurn(), pendingTurn()]));
    expect(counts).toEqual({ turns: 4, answered: 2, unanswered: 1, pending: 1 });
    expect(turnReplyRate(counts)).toBe(2 / 3);
    expect(turnReplyRate({ answered: 0, unanswered: 0 })).toBeNull();
  });

  test('off duty has its own, where such turns are left out', () => {
    const profile = { ...plain, offDutyTurns: 'leaveOut' } as const;
    const off = { offDuty: true };
    const tally = tallied([turnOf(1, off), unansweredTurn(off), pendingTurn(off), turnOf(1)], profile);
    expect(offDutyTurns(tally)).toEqual({ turns: 3, replyRate: 0.5 });
    expect(turnCounts(tally).turns).toBe(1);
    expect(offDutyTurns(tallied([turnOf(1, off)]))).toEqual({ turns: 0, replyRate: null });
  });
});

describe('within N seconds', () => {
  const turns = [turnOf(30_000), turnOf(30_001, { ...later, ...other }), unansweredTurn(later)];

  test('by turn: N itself is met, unanswered is a miss', () => {
    expect(within(tallied(turns), plain, 30, null)).toEqual({ rate: 1 / 3, decided: 3 });
  });

  test('by first turn of the session', () => {
    const profile = { ...plain, rateUnit: 'firstTurnOfSession' } as const;
    expect(within(tallied(turns, profile), profile, 30, null)).toEqual({ rate: 1, decided: 1 });
    expect(within(tallied([unansweredTurn()], profile), profile, 30, null)).toEqual({ rate: 0, decided: 1 });
  });

  test('by customer-day: one miss fails the day', () => {
    const profile = { ...plain, rateUnit: 'customerDay' } as const;
    expect(within(tallied(turns, profile), profile, 60, null)).toEqual({ rate: 0.5, decided: 2 });
    const undecided = tallied([turnOf(1), pendingTurn()], profile);
    expect(within(undecided, profile, 60, noon + 60_000)).toEqual({ rate: null, decided: 0 });
    expect(within(undecided, profile, 60, noon + 60_001)).toEqual({ rate: 0, decided: 1 });
  });

  test('a pending turn is undecided until it exceeds N, and for ever without a now', () => {
    const tally = tallied([pendingTurn()]);
    expect(within(tally, plain, 10, noon + 10_000)).toEqual({ rate: null, decided: 0 });
    expect(within(tally, plain, 10, noon + 10_001)).toEqual({ rate: 0, decided: 1 });
    expect(within(tally, plain, 10, null)).toEqual({ rate: null, decided: 0 });
  });

  test('uncertain turns are no units', () => {
    const uncertain = { uncertain: true };
    const tally = tallied([turnOf(1, uncertain), unansweredTurn(uncertain), pendingTurn(uncertain)]);
    expect(withinCounts(tally, plain, 10, noon + 99_000)).toEqual({ met: 0, decided: 0 });
  });
});

describe('miss budget', () => {
  test('counts the misses that the rate still bears', () => {
    expect(missBudget({ met: 198, decided: 198 }, 0.99)).toBe(2);
    expect(missBudget({ met: 99, decided: 100 }, 0.99)).toBe(0);
    expect(missBudget({ met: 50, decided: 50 }, 0.99)).toBe(0);
  });

  test('below the target, counts the misses too many', () => {
    expect(missBudget({ met: 96, decided: 100 }, 0.99)).toBe(-3);
    expect(missBudget({ met: 0, decided: 1 }, 0.99)).toBe(-1);
  });

  test('the rate holds with the budget used up, and falls with one miss more', () => {
    for (let decided = 1; decided < 400; decided++) {
      for (const target of [0.8, 0.95, 0.98, 0.99, 0.995, 0.999]) {
        const budget = missBudget({ met: decided, decided }, target) ?? Number.NaN;
        expect(decided / (decided + budget)).toBeGreaterThanOrEqual(target - 1e-9);
        expect(decided / (decided + budget + 1)).toBeLessThan(target);
      }
    }
  });

  test('is null of nothing', () => {
    expect(missBudget({ met: 0, decided: 0 }, 0.99)).toBeNull();
    expect(missBudget({ met: 5, decided: 5 }, 0)).toBeNull();
  });
});
