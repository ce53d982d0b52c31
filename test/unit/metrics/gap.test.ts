import { expect, test } from 'vitest';
import { liveFiguresOfTally } from '@/lib/metrics/figures';
import { stepsOf } from '@/lib/metrics/format/verdict';
import { figureValue } from '@/lib/metrics/gap';
import { targetsFor } from '@/lib/metrics/targets';
import { plain, tallied, turnOf, unansweredTurn } from './turnOf';

const figures = () => {
  const turns = [
    turnOf(40_000, { incoming: 2, outgoing: 3 }),
    turnOf(10_000, { first: false }),
    unansweredTurn({ conversationId: 'B' }),
  ];
  return liveFiguresOfTally({ tally: tallied(turns), profile: plain, now: null });
};

test('each figure with a target has its value, an N-second rate that of the target’s own seconds', () => {
  const figureOf = (figure: Parameters<typeof figureValue>[0], platform: string) =>
    figureValue(figure, figures(), targetsFor(platform));
  expect(figureOf('firstResponse', 'taobao')).toBe(40_000);
  expect(figureOf('averageResponse', 'taobao')).toBe(25_000);
  expect(figureOf('within', 'taobao')).toBe(2 / 3);
  expect(figureOf('within', 'jd')).toBe(1 / 3);
  expect(figureOf('replyRate', 'taobao')).toBe(0.5);
  expect(figureOf('answerQuestionRatio', 'taobao')).toBe(1);
});

test('a rate of seconds that were not worked out is not known', () => {
  expect(figureValue('within', figures(), { ...targetsFor('jd'), withinSeconds: 45 })).toBeNull();
});

test('each figure has its own steps', () => {
  const targets = targetsFor('taobao');
  expect(stepsOf('firstResponse', targets)).toEqual({ pass: 20_000, good: 10_000, excellent: 6_000 });
  expect(stepsOf('averageResponse', targets)).toEqual({ pass: 30_000, good: 16_000, excellent: 12_000 });
  expect(stepsOf('within', targets)).toEqual({ pass: 0.95, good: 0.98, excellent: 0.995 });
  expect(stepsOf('replyRate', targets)).toEqual({ pass: 0.97, good: 0.99, excellent: 0.995 });
});
