import { describe, expect, it } from 'vitest';
import { verdictOf } from '@/lib/metrics/format/verdict';

describe('verdictOf', () => {
  it.each([
    ['averageResponse', 16_000, 16_000, 20, 'met'],
    ['averageResponse', 16_001, 16_000, 20, 'near'],
    ['averageResponse', 17_600, 16_000, 20, 'near'],
    ['averageResponse', 17_601, 16_000, 20, 'missed'],
    ['averageResponse', 16_000, 16_000, 19, 'few'],
    ['averageResponse', null, 16_000, 500, 'unknown'],
    ['firstResponse', 0, 10_000, 20, 'met'],
    ['within', 0.99, 0.99, 20, 'met'],
    ['within', 0.98999, 0.99, 20, 'near'],
    ['within', 0.891, 0.99, 20, 'near'],
    ['within', 0.89, 0.99, 20, 'missed'],
    ['answerQuestionRatio', 1.07, 1.2, 20, 'missed'],
    ['answerQuestionRatio', 1.1, 1.2, 20, 'near'],
    ['replyRate', 1, 0.99, 0, 'few'],
  ] as const)('%s of %s against %d over %d turns is %s', (figure, value, target, turns, verdict) => {
    expect(verdictOf(figure, value, target, turns)).toBe(verdict);
  });
});
