import { describe, expect, it } from 'vitest';
import { timeLeft, waitLevel } from '@/components/waiting/waitLevel';
import { now, wait } from '../samples';

describe('waitLevel', () => {
  it.each([
    [0, 180, 'grey'],
    [60, 180, 'grey'],
    [60.001, 180, 'near'],
    [120, 180, 'near'],
    [120.001, 180, 'missed'],
    [180, 180, 'missed'],
    [180.001, 180, 'over'],
    [10, 30, 'grey'],
    [11, 30, 'near'],
    [21, 30, 'missed'],
    [31, 30, 'over'],
  ] as const)('%d s of %d s is %s', (seconds, limit, level) => {
    expect(waitLevel(wait('a', seconds, { limitMs: limit * 1000 }), now, 10_000)).toBe(level);
  });

  it("marks a new customer's first wait past the first-response target, and nobody else's", () => {
    expect(waitLevel(wait('a', 10, { first: true }), now, 10_000)).toBe('grey');
    expect(waitLevel(wait('a', 10.001, { first: true }), now, 10_000)).toBe('first');
    expect(waitLevel(wait('a', 61, { first: true }), now, 10_000)).toBe('near');
    expect(waitLevel(wait('a', 11), now, 10_000)).toBe('grey');
  });

  it('leaves a customer who only said thanks grey', () => {
    expect(waitLevel(wait('a', 999, { closingOnly: true }), now, 10_000)).toBe('grey');
  });

  it('leaves two thirds of evenly spread ordinary waits grey', () => {
    const levels = Array.from({ length: 90 }, (_, seconds) => waitLevel(wait('a', seconds), now, 10_000));
    expect(levels.filter((level) => level === 'grey').length / levels.length).toBeGreaterThanOrEqual(2 / 3);
  });
});

describe('timeLeft', () => {
  it('counts down to the limit and below it', () => {
    expect(timeLeft(wait('a', 142), now)).toBe(38_000);
    expect(timeLeft(wait('a', 181), now)).toBe(-1_000);
  });
});
