import { describe, expect, it } from 'vitest';
import { type CareContext, careChecks } from '@/lib/quickReplies/care/careChecks';

const plain: CareContext = { customer: '王小萍', others: ['李雷', '王小', '张'], sentToCustomer: [], sentToday: [] };
const checks = (text: string, context: Partial<CareContext> = {}) =>
  careChecks(text, { ...plain, ...context }).map(({ check }) => check);

describe('careChecks', () => {
  it('sees a second greeting, not a first one and not an answer', () => {
    const sentToCustomer = ['亲，您好，欢迎光临～', '这款有货'];
    expect(checks('您好呀亲')).toEqual([]);
    expect(checks('您好呀亲', { sentToCustomer })).toEqual(['greetedTwice']);
    expect(checks('您好，今天发货', { sentToCustomer })).toEqual([]);
    expect(checks('您好', { sentToCustomer: ['今天发货'] })).toEqual([]);
  });

  it('sees a variable that nobody filled', () => {
    expect(careChecks('单号{快递单号}', plain)).toEqual([{ check: 'unfilledVariable', names: ['快递单号'] }]);
  });

  it("sees another customer's name, and leaves this one's alone", () => {
    expect(careChecks('李雷您好，已发货', plain)).toEqual([{ check: 'otherCustomer', name: '李雷' }]);
    expect(checks('王小萍您好')).toEqual([]);
    expect(checks('张嘴')).toEqual([]);
    expect(checks('李雷您好', { customer: null })).toEqual(['otherCustomer']);
  });

  it('sees the same text to the same customer', () => {
    expect(checks('今天发货', { sentToCustomer: ['今天发货 '] })).toEqual(['sentBefore']);
    expect(checks('今天发货', { sentToCustomer: ['明天发货'] })).toEqual([]);
  });

  it('sees a text that makes over 30 % of today', () => {
    const sentToday = (same: number, all: number) =>
      Array.from({ length: all }, (_, i) => (i < same ? '请稍等' : `第 ${i} 句`));
    expect(careChecks('请稍等', { ...plain, sentToday: sentToday(4, 10) })).toEqual([
      { check: 'sentOften', share: 0.4 },
    ]);
    expect(checks('请稍等', { sentToday: sentToday(3, 10) })).toEqual([]);
    expect(checks('请稍等', { sentToday: sentToday(9, 9) })).toEqual([]);
  });

  it('says nothing of nothing', () => {
    expect(checks('  ', { sentToCustomer: ['', ' '] })).toEqual([]);
  });
});
