import { describe, expect, it } from 'vitest';
import { formatsOf, isTimeShaped } from '@/lib/inference/timeShape';

describe('the shape of a time', () => {
  it.each([
    '14:03',
    '14:03:22',
    '2:03 PM',
    '2026-11-21 14:03:22',
    '11-21 14:03',
    '2026年11月21日 14:03',
    '昨天 14:03',
    '上午 9:20',
    'Yesterday, 2:03 PM',
    'Today',
    'Nov 21, 2026',
    '刚刚',
    '5分钟前',
    '3 minutes ago',
  ])('%s has it', (text) => {
    expect(isTimeShaped(text)).toBe(true);
  });

  it.each(['明天 10:00 可以吗', '好的', '3件', 'M', '在吗14:03', '10:30 works for me', '2026', ''])(
    '%s has not',
    (text) => {
      expect(isTimeShaped(text)).toBe(false);
    },
  );
});

it('gives the formats that occur, and none for a clock of twelve hours', () => {
  expect(formatsOf(['14:03', '11-21 14:03:22']).map(({ format }) => format)).toEqual(['MM-DD HH:mm:ss', 'HH:mm']);
  expect(formatsOf(['2:03 PM'])).toEqual([]);
});
