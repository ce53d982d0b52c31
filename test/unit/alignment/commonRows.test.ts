import { expect, it } from 'vitest';
import { commonRows } from '@/lib/alignment/commonRows';
import { entry, row } from './builders';

const common = (stored: string, seen: string) =>
  commonRows(
    [...stored].map((text) => entry(text)),
    [...seen].map((text) => row(text)),
    (kept, shown) => kept.textHash === shown.textHash,
  );

it('pairs what stands on both sides in one order', () => {
  expect(common('', 'ab')).toEqual([]);
  expect(common('ab', '')).toEqual([]);
  expect(common('abc', 'xyz')).toEqual([]);
  expect(common('abcd', 'xbyd')).toEqual([
    [1, 1],
    [3, 3],
  ]);
  expect(common('abc', 'cab')).toEqual([
    [1, 0],
    [2, 1],
  ]);
  expect(common('cab', 'abc')).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

it('are as many as there can be', () => {
  expect(common('abcbdab', 'bdcaba')).toHaveLength(4);
  expect(common('xaxbxc', 'ayybyyc')).toHaveLength(3);
  expect(common('ayybyyc', 'xaxbxc')).toHaveLength(3);
  expect(common('cabxx', 'abc')).toHaveLength(2);
  expect(common('abc', 'cabxx')).toHaveLength(2);
});

it('pairs the latest with the latest where there is a choice', () => {
  expect(common('aa', 'a')).toEqual([[0, 1]]);
  expect(common('a', 'aa')).toEqual([[1, 0]]);
  expect(common('ab', 'ba')).toEqual([[0, 1]]);
});
