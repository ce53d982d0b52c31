import { expect, it } from 'vitest';
import { mayBeCalled, renamed } from '@/lib/domain/renamed';

const base = { persons: ['小雨', '阿明'], person: '小雨', renamedPersons: {} };

it('gives the new name everywhere, and reads what was recorded under the old one as the new one’s', () => {
  expect(renamed(base, { from: '小雨', to: ' 林小雨 ' })).toEqual({
    persons: ['林小雨', '阿明'],
    person: '林小雨',
    renamedPersons: { 小雨: '林小雨' },
  });
});

it('follows a name through several changes, and back', () => {
  const once = { ...base, ...renamed(base, { from: '小雨', to: '乙' }) };
  const twice = { ...once, ...renamed(once, { from: '乙', to: '丙' }) };
  expect(twice.renamedPersons).toEqual({ 小雨: '丙', 乙: '丙' });
  expect(renamed(twice, { from: '丙', to: '小雨' })).toEqual({
    persons: ['小雨', '阿明'],
    person: '小雨',
    renamedPersons: { 乙: '小雨', 丙: '小雨' },
  });
});

it('changes nothing for a stranger, an empty name, or one that is or was somebody else’s', () => {
  expect(renamed(base, { from: '谁', to: '乙' })).toEqual({});
  expect(renamed(base, { from: '小雨', to: '  ' })).toEqual({});
  expect(renamed(base, { from: '小雨', to: '阿明' })).toEqual({});
  expect(renamed({ ...base, renamedPersons: { 明明: '阿明' } }, { from: '小雨', to: '明明' })).toEqual({});
  expect(mayBeCalled({ persons: [], renamedPersons: { 明明: '阿明' } }, { from: null, to: '明明' })).toBe(false);
});
