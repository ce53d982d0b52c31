import { describe, expect, test } from 'vitest';
import { allFiguresOfTally, computeFigures, moreFiguresOfTally } from '@/lib/metrics/figures';
import { noon, plain, tallied, turnOf } from '../turnOf';

const later = { first: false };
const hourMs = 3_600_000;

describe('every figure of a span', () => {
  const of = (changes: Partial<Parameters<typeof allFiguresOfTally>[0]> = {}) =>
    allFiguresOfTally({
      tally: tallied([turnOf(5_000), turnOf(25_000, later), turnOf(15_000, { ...later, conversationId: 'B' })]),
      profile: plain,
      now: null,
      peakWaiting: 2,
      receiving: { peak: 2, mean: 1.5, activeMs: hourMs / 2 },
      ...changes,
    });

  test('has the rates in each unit', () => {
    const { within } = of();
    expect(Object.keys(within.turn).map(Number)).toEqual([10, 30, 60, 180]);
    expect(within.turn[10]).toEqual({ rate: 1 / 3, decided: 3 });
    expect(within.firstTurnOfSession[10]).toEqual({ rate: 1, decided: 1 });
    expect(within.customerDay[10]).toEqual({ rate: 0, decided: 2 });
    expect(within.customerDay[60]).toEqual({ rate: 1, decided: 2 });
  });

  test('has those of the agent’s own seconds', () => {
    const { within, figures } = of({ seconds: [20] });
    expect(within.turn).toEqual({ 20: { rate: 2 / 3, decided: 3 } });
    expect(figures.within).toEqual({ 20: { rate: 2 / 3, decided: 3 } });
  });

  test('has the customers by the hour in which any was received, and not when that is gone', () => {
    const { customersPerHour, receiving, peakWaiting, more, figures } = of();
    expect([customersPerHour, more.customers, figures.turns, peakWaiting, receiving?.peak]).toEqual([4, 2, 3, 2, 2]);
    expect(of({ receiving: null })).toMatchObject({ receiving: null, customersPerHour: null });
  });
});

test('figures may be asked for other seconds than the usual ones', () => {
  const asked = { turns: [turnOf(5_000)], profile: plain, now: null, final: true };
  expect(Object.keys(computeFigures({ ...asked, seconds: [4, 5] }).within)).toEqual(['4', '5']);
  expect(Object.keys(computeFigures(asked).within)).toEqual(['10', '30', '60', '180']);
});

test('an open turn waits until the latest entry where now is not known', () => {
  const open = turnOf(0, { state: 'pending', repliedAt: null });
  const peakUntil = (lastAt: number) =>
    computeFigures({ turns: [open], profile: plain, now: null, final: false, lastAt }).peakWaiting;
  expect(peakUntil(noon)).toBe(0);
  expect(peakUntil(noon + 1)).toBe(1);
});

test('a turn of exactly a minute is not slow, nor a session of exactly half an hour long, unless said otherwise', () => {
  const tally = { ...tallied([turnOf(60_000), turnOf(60_001)]), sessionLengths: [hourMs / 2, hourMs / 2 + 1] };
  expect(moreFiguresOfTally({ tally, profile: plain })).toMatchObject({ slowTurns: 1, longReceptions: 1 });
});
