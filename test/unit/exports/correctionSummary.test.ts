import { describe, expect, it } from 'vitest';
import type { DayCorrection } from '@/lib/domain/dayCorrection';
import { correctionSummary } from '@/lib/exports/correctionSummary';

const figures = (averageResponseMs: number) => ({
  turns: 10,
  answered: 9,
  firstResponseMs: 8_000,
  averageResponseMs,
  answerQuestionRatio: 1.2,
  replyRate: 1,
});

function correction(id: number, over: Partial<DayCorrection> = {}): DayCorrection {
  return {
    id,
    at: id * 1000,
    conversationId: 'c1',
    name: null,
    kind: 'closing',
    before: 'false',
    after: 'true',
    figures: { before: figures(16_000 - id * 100), after: figures(15_900 - id * 100) },
    undoes: null,
    holds: true,
    canUndo: true,
    messageAt: 1,
    ...over,
  };
}

describe('correctionSummary', () => {
  it('holds the first figures before against the last ones after, whatever the order', () => {
    expect(correctionSummary([correction(2), correction(1)])).toEqual({
      count: 2,
      averageBeforeMs: 15_900,
      averageAfterMs: 15_700,
    });
  });

  it('knows marks without figures, and is null without any', () => {
    expect(correctionSummary([])).toBeNull();
    expect(correctionSummary([correction(1, { kind: 'outcome', figures: null })])).toEqual({
      count: 1,
      averageBeforeMs: null,
      averageAfterMs: null,
    });
  });

  it('does not count what was taken back, nor the taking back', () => {
    const undone = correction(1, { holds: false });
    const undoing = correction(2, {
      undoes: 1,
      holds: false,
      figures: { before: figures(15_800), after: figures(15_900) },
    });
    expect(correctionSummary([undone, undoing])).toBeNull();
    expect(correctionSummary([undone, undoing, correction(3)])?.count).toBe(1);
  });
});
