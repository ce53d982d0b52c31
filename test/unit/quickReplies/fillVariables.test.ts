import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillVariables, type VariableValues, variableNames } from '@/lib/quickReplies/fillVariables';

const runs = Number(process.env.FC_RUNS ?? 1000);
const values: VariableValues = {
  customer: '王女士',
  shop: '小雨家',
  agent: '小雨',
  product: null,
  address: '仙女',
  hour: 9,
};

describe('fillVariables', () => {
  it('fills every known variable, in both languages', () => {
    expect(fillVariables('{时间问候}{称呼}，{顾客}您好，我是{店铺}的{客服}', values)).toEqual({
      text: '早上好仙女，王女士您好，我是小雨家的小雨',
      unknown: [],
      asked: [],
    });
    expect(fillVariables('{greeting} {customer}, {agent} of {shop}', values).text).toBe(
      '早上好 王女士, 小雨 of 小雨家',
    );
    expect(fillVariables('｛ 顾客 ｝', values).text).toBe('王女士');
  });

  it('leaves what has no value as it was written, and names it', () => {
    expect(fillVariables('{商品}现货，单号{快递单号}，{快递单号}', values)).toEqual({
      text: '{商品}现货，单号{快递单号}，{快递单号}',
      unknown: ['商品'],
      asked: ['快递单号'],
    });
    const answered = fillVariables('单号{快递单号}', { ...values, fields: { 快递单号: 'SF1' } });
    expect(answered).toEqual({ text: '单号SF1', unknown: [], asked: [] });
  });

  it('reads no variable in a value, and no property of objects as a name', () => {
    expect(fillVariables('{顾客}', { ...values, customer: '{店铺}' }).text).toBe('{店铺}');
    expect(fillVariables('{constructor}', { ...values, fields: {} }).asked).toEqual(['constructor']);
  });

  it.each([
    [0, '夜深了'],
    [4, '夜深了'],
    [5, '早上好'],
    [10, '早上好'],
    [11, '中午好'],
    [13, '下午好'],
    [17, '下午好'],
    [18, '晚上好'],
    [23, '晚上好'],
  ])('greets at %s with %s', (hour, greeting) => {
    expect(fillVariables('{时间问候}', { ...values, hour }).text).toBe(greeting);
  });

  it('leaves JSON, blank and long braces alone', () => {
    for (const text of ['{"a":1}', '{}', '{这是一句很长很长的话不会是变量的名字}', '{a', '}'])
      expect(fillVariables(text, values)).toEqual({ text, unknown: [], asked: [] });
  });

  it('changes nothing but variables', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const filled = fillVariables(text, values);
        if (variableNames(text).length === 0) expect(filled.text).toBe(text);
        else expect(filled.unknown.length + filled.asked.length).toBeGreaterThan(0);
      }),
      { numRuns: runs, seed: 11 },
    );
  });
});
