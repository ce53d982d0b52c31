import { describe, expect, it } from 'vitest';
import { groupName, groupPath, groupTree } from '@/lib/quickReplies/replyGroup';

describe('groupPath', () => {
  it.each([
    ['发货物流', '发货物流', null],
    ['发货物流/快递', '发货物流', '快递'],
    ['发货物流 ／ 快递', '发货物流', '快递'],
    ['一/二/三', '一', '二-三'],
    ['一/', '一', null],
    ['', '', null],
  ])('reads %s', (group, parent, child) => {
    expect(groupPath(group)).toEqual({ parent, child });
  });

  it('is written as it is read', () => {
    expect(groupName(groupPath('售后/退款'))).toBe('售后/退款');
    expect(groupName(groupPath('售后'))).toBe('售后');
  });
});

describe('groupTree', () => {
  it('counts a parent with its children', () => {
    expect(groupTree([{ group: '售后' }, { group: '售后/退款' }, { group: '问好' }, { group: '售后/退款' }])).toEqual([
      { name: '售后', count: 3, children: [{ name: '退款', count: 2 }] },
      { name: '问好', count: 1, children: [] },
    ]);
  });
});
