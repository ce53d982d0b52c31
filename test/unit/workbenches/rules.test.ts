// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { readDuty } from '@/lib/observer/identity';
import { holds } from '@/lib/observer/value';
import { parseWaitClock } from '@/lib/observer/waitClock';
import { kuaishou } from '@/lib/workbenches/kuaishou';
import { adapters } from '@/lib/workbenches/registry';

const now = new Date(2026, 10, 21, 14, 10).getTime();

it('reads a clock that counts down from its limit', () => {
  expect(parseWaitClock('2分15秒', 'chinese', now, 180_000)).toBe(now - 45_000);
  expect(parseWaitClock('5分', 'chinese', now, 180_000)).toBeNull();
  expect(parseWaitClock('超时', 'chinese', now, 180_000)).toBeNull();
});

it('reads an English clock', () => {
  expect(parseWaitClock('now', 'english', now)).toBe(now);
  expect(parseWaitClock('5 min', 'english', now)).toBe(now - 300_000);
  expect(parseWaitClock('3h', 'english', now)).toBe(now - 10_800_000);
  expect(parseWaitClock('yesterday', 'english', now)).toBeNull();
});

it('tells rows apart by where they stand', () => {
  document.body.innerHTML = '<div id="list"><div class="row"><b></b></div></div>';
  const row = document.querySelector('.row');
  const [list, bubble] = [document.querySelector('#list'), document.querySelector('b')];
  if (!row || !list || !bubble) throw new Error('The page is not there.');
  list.getBoundingClientRect = () => new DOMRect(0, 0, 600, 400);
  const stands = (left: number, side: 'left' | 'right') => {
    bubble.getBoundingClientRect = () => new DOMRect(left, 0, 100, 20);
    return holds({ stands: { at: ['b'], within: '#list', side } }, row);
  };
  expect([
    stands(0, 'left'),
    stands(0, 'right'),
    stands(500, 'right'),
    stands(250, 'left'),
    stands(250, 'right'),
  ]).toEqual([true, false, true, false, false]);
});

it('reads the agent’s own state by what the page calls it', () => {
  document.body.innerHTML = '<span class="duty">小休中</span>';
  const duty = {
    at: ['.duty'],
    states: [
      { state: 'online' as const, is: '在线' },
      { state: 'break' as const, is: '小休' },
    ],
  };
  expect(readDuty({ adapter: { ...kuaishou, duty }, document })).toBe('break');
  expect(readDuty({ adapter: kuaishou, document })).toBeNull();
  // What may be the customer's state is not taken for the agent's.
  document.body.innerHTML = '<span class="statusTag">离线</span>';
  expect(readDuty({ adapter: kuaishou, document })).toBeNull();
});

it('asks on the pages that buyers share', () => {
  expect(adapters.filter(({ asksForSeller }) => asksForSeller).map(({ id }) => id)).toEqual(['taobao', 'xianyu']);
});
