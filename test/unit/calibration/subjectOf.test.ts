import { describe, expect, test } from 'vitest';
import type { ReportSubject } from '@/lib/domain/platformReport';
import { subjectOf } from '@/lib/metrics/calibration/subjectOf';

const accounts = [
  { workbenchId: 'taobao', account: '旗舰店:小雨' },
  { workbenchId: 'taobao', account: '旗舰店:小雪' },
  { workbenchId: 'jd', account: 'jd_lin' },
  { workbenchId: 'jd', account: null },
];
const known = (changes: Partial<Parameters<typeof subjectOf>[2]> = {}) => ({
  said: new Map<string, ReportSubject>(),
  persons: ['小雨', '小林'],
  accounts,
  ...changes,
});

describe('a report’s agent', () => {
  test('is whom the agent said, before all else', () => {
    const said = new Map<string, ReportSubject>([['小雨', { kind: 'everyone' }]]);
    expect(subjectOf('小雨', 'taobao', known({ said }))).toEqual({ kind: 'everyone' });
  });

  test('is the account of that name, with the shop in front of it or without', () => {
    const account = { kind: 'account', account: '旗舰店:小雨' };
    expect(subjectOf('旗舰店:小雨', 'taobao', known())).toEqual(account);
    expect(subjectOf('小雨', 'taobao', known())).toEqual(account);
    expect(subjectOf('小雨', null, known())).toEqual(account);
    expect(subjectOf('jd_lin', 'jd', known())).toEqual({ kind: 'account', account: 'jd_lin' });
    expect(subjectOf('小云', 'taobao', known({ accounts: [{ workbenchId: 'taobao', account: '店：小云' }] }))).toEqual({
      kind: 'account',
      account: '店：小云',
    });
  });

  test('is the person of that name where the report’s workbench has no such account', () => {
    expect(subjectOf('小雨', 'jd', known())).toEqual({ kind: 'person', person: '小雨' });
    expect(subjectOf('小林', 'taobao', known())).toEqual({ kind: 'person', person: '小林' });
  });

  test('is not guessed where two accounts are called so', () => {
    const two = [...accounts, { workbenchId: 'jd', account: '专营店:小雪' }];
    expect(subjectOf('小雪', null, known({ accounts: two }))).toBeNull();
    expect(subjectOf('小雪', 'taobao', known({ accounts: two }))).toMatchObject({ account: '旗舰店:小雪' });
    const twice = [...accounts, { workbenchId: 'jd', account: '旗舰店:小雪' }];
    expect(subjectOf('小雪', null, known({ accounts: twice }))).toMatchObject({ account: '旗舰店:小雪' });
  });

  test('is nobody of ours when nobody is called so', () => {
    expect(subjectOf('小', 'taobao', known())).toBeNull();
    expect(subjectOf('雨', null, known())).toBeNull();
    expect(subjectOf('旗舰店', null, known())).toBeNull();
  });
});
