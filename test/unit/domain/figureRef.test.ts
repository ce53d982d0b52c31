import { describe, expect, test } from 'vitest';
import { FIGURE_NAMES, type FigureRef, figureText, parseFigure, RATE_UNITS } from '@/lib/domain/figureRef';

describe('a figure in an address', () => {
  const refs: FigureRef[] = [
    ...FIGURE_NAMES.filter((figure) => figure !== 'within' && figure !== 'pressure').map((figure) => ({ figure })),
    { figure: 'within', seconds: 180 },
    ...RATE_UNITS.map((unit) => ({ figure: 'within', seconds: 7, unit }) as const),
    ...[0, 1, 2, 3].map((bucket) => ({ figure: 'pressure', bucket }) as const),
  ];

  test.each(refs.map((ref) => [figureText(ref), ref] as const))('%s comes back', (text, ref) => {
    expect(parseFigure(text)).toEqual(ref);
  });

  test.each([
    '',
    'within',
    'within-0',
    'within-x',
    'within-1.5',
    'within-180-day',
    'within-180-turn-1',
    'pressure',
    'pressure-4',
    'pressure-1-2',
    'turns-1',
    'toString',
  ])('"%s" is none', (text) => {
    expect(parseFigure(text)).toBeNull();
  });
});
