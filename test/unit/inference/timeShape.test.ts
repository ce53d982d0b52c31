import { describe, expect, it } from 'vitest';
import { formatsOf, isTimeShaped, timeBeside, timeIn } from '@/lib/inference/timeShape';

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
    'вчера',
    'Вчера 18:22',
    '3 ноября',
    '3 ноя',
    '5 de noviembre de 2025',
    'gestern, 9:12',
    '12. März',
    '昨日 14:03',
  ])('%s has it', (text) => {
    expect(isTimeShaped(text)).toBe(true);
  });

  it.each([
    '明天 10:00 可以吗',
    '好的',
    '3件',
    'M',
    '在吗14:03',
    '10:30 works for me',
    '2026',
    '',
    '2 set',
    '3 out',
    'завтра вечером',
  ])('%s has not', (text) => {
    expect(isTimeShaped(text)).toBe(false);
  });
});

it('gives the formats that occur, and none for a clock of twelve hours', () => {
  expect(formatsOf(['14:03', '11-21 14:03:22']).map(({ format }) => format)).toEqual(['MM-DD HH:mm:ss', 'HH:mm']);
  expect(formatsOf(['2:03 PM'])).toEqual([]);
});

describe('the time in a text that says besides how a message fared', () => {
  it.each([
    ['21:05 已读', '21:05'],
    ['✓✓ 9:03', '9:03'],
    ['Delivered · 2:03 PM', '2:03 PM'],
    ['edited 14:03', '14:03'],
    ['14:03', '14:03'],
  ])('%s', (text, time) => {
    expect(timeIn(text)).toBe(time);
  });

  it.each(['Read', 'Read it at 14:03', '大鹏 15:00:12'])('%s is none', (text) => {
    expect(timeIn(text)).toBeNull();
  });
});

describe('the time beside a name', () => {
  it.each([
    ['大鹏 15:00:12', '15:00:12'],
    ['Anna, 12:30', '12:30'],
    ['Anna (2:03 PM)', '2:03 PM'],
    ['14:03 – Anna', '14:03'],
    ['Anna · Nov 21, 9:01 AM', 'Nov 21, 9:01 AM'],
  ])('%s', (text, time) => {
    expect(timeBeside(text)).toBe(time);
  });

  it.each(['Anna', 'Anna, today', '明天10:30能送到吗', 'order 12:30x'])('%s has none', (text) => {
    expect(timeBeside(text)).toBeNull();
  });
});

describe('a format for times beside other words', () => {
  const read = (text: string) =>
    formatsOf(['大鹏 15:00:12', '大鹏 15:00'], true).flatMap(({ format, match }) => {
      const found = new RegExp(match, 'u').exec(text);
      return found ? [[format, found[1]]] : [];
    })[0];

  it('takes the time alone', () => {
    expect(read('大鹏 15:00:12')).toEqual(['HH:mm:ss', '15:00:12']);
    expect(read('Anna, 12:30 Read')).toEqual(['HH:mm', '12:30']);
  });

  it.each(['昨天 14:03', '下午 2:03', 'Anna, 2:03 PM', 'Nov 21 14:03', '2026年11月21日 14:03', '周五 14:03'])(
    'leaves %s: it is another day or half of a day',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});
