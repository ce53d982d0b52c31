import { expect, it } from 'vitest';
import { leaning } from '@/lib/inference/marks';

const lean = (selector: string) => leaning({ test: { has: selector }, selector, rows: new Set() });

it('hears whose rows a class speaks of', () => {
  expect(lean('.message--me')).toBe(1);
  expect(lean('.is-me')).toBe(1);
  expect(lean('.other-message')).toBe(-1);
});

it('hears nothing in how far something is set from its margin', () => {
  expect(['.me-0', '.me-1', '.ms-auto', '.start-0', '.end-2'].map(lean)).toEqual([0, 0, 0, 0, 0]);
});
