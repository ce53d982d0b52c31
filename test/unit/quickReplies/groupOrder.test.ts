import { describe, expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import type { GroupAction } from '@/lib/domain/replyView';
import { applyGroupAction, groupNodes } from '@/lib/quickReplies/groupOrder';
import { moveReply } from '@/lib/quickReplies/replyOrder';

function reply(id: string, group: string, order = 0): QuickReply {
  return { id, code: '', title: '', text: id, group, order, uses: 0, lastUsedAt: null };
}

const replies = [
  reply('a', '发货/快递'),
  reply('b', '发货'),
  reply('c', ''),
  reply('d', '售后／退货'),
  reply('e', '新的'),
];
const order = ['问好', '发货', '发货/快递', '发货/时间', '售后'];
const names = (order: readonly string[], held: readonly QuickReply[] = []) =>
  groupNodes(order, held).map(({ name, depth, count }) => `${' '.repeat(depth)}${name} ${count}`);

/** The groups after an action, and the group of each reply that changes. */
function groupsAfter(action: GroupAction) {
  const { put, groups } = applyGroupAction({ order, replies }, action);
  return { groups, put: Object.fromEntries(put.map(({ id, group }) => [id, group])) };
}

describe('groupNodes', () => {
  it('keeps the order, empty groups too; new ones come after, those without a group last', () => {
    expect(names(order, replies)).toEqual([
      '问好 0',
      '发货 2',
      ' 发货/快递 1',
      ' 发货/时间 0',
      '售后 1',
      ' 售后/退货 1',
      '新的 1',
      ' 1',
    ]);
  });

  it('has a parent wherever a child is', () => {
    expect(names(['发货/快递', '问好', '发货'])).toEqual(['发货 0', ' 发货/快递 0', '问好 0']);
  });
});

describe('applyGroupAction', () => {
  it('renames with what is nested in it', () => {
    expect(groupsAfter({ action: 'rename', name: '发货', to: '物流' })).toEqual({
      groups: ['问好', '物流', '物流/快递', '物流/时间', '售后', '售后/退货', '新的'],
      put: { a: '物流/快递', b: '物流' },
    });
    expect(groupsAfter({ action: 'rename', name: '发货/快递', to: '顺丰' }).put).toEqual({ a: '发货/顺丰' });
  });

  it('joins a group into another of its new name', () => {
    const { groups, put } = groupsAfter({ action: 'rename', name: '新的', to: '发货' });
    expect(put).toEqual({ e: '发货' });
    expect(groups).toEqual(['问好', '发货', '发货/快递', '发货/时间', '售后', '售后/退货']);
  });

  it('keeps every reply when a group is deleted', () => {
    expect(groupsAfter({ action: 'delete', name: '发货/快递' }).put).toEqual({ a: '发货' });
    expect(groupsAfter({ action: 'delete', name: '发货' })).toEqual({
      groups: ['问好', '快递', '时间', '售后', '售后/退货', '新的'],
      put: { a: '快递', b: '' },
    });
  });

  it('nests a group and takes it out again', () => {
    expect(groupsAfter({ action: 'nest', name: '新的', parent: '售后' }).put).toEqual({ e: '售后/新的' });
    expect(groupsAfter({ action: 'nest', name: '发货/快递', parent: null }).put).toEqual({ a: '快递' });
  });

  it('moves among its own level, with what is nested in it', () => {
    expect(groupsAfter({ action: 'move', name: '发货', by: -1 }).groups.slice(0, 4)).toEqual([
      '发货',
      '发货/快递',
      '发货/时间',
      '问好',
    ]);
    expect(groupsAfter({ action: 'move', name: '发货/时间', by: -1 }).groups.slice(1, 4)).toEqual([
      '发货',
      '发货/时间',
      '发货/快递',
    ]);
    expect(groupsAfter({ action: 'move', name: '问好', by: -1 })).toEqual(
      groupsAfter({ action: 'create', name: '问好' }),
    );
  });
});

describe('moveReply', () => {
  const group = [reply('a', '', 3), reply('b', '', 5), reply('c', '', 5), reply('x', 'other', 0)];
  const places = (changed: readonly QuickReply[]) =>
    [...group.filter(({ id }) => !changed.some((one) => one.id === id)), ...changed]
      .filter(({ group: name }) => name === '')
      .sort((a, b) => a.order - b.order)
      .map(({ id }) => id);

  it('changes places with a neighbour of its group, and stays at the ends', () => {
    expect(places(moveReply(group, { id: 'b', by: -1 }))).toEqual(['b', 'a', 'c']);
    expect(places(moveReply(group, { id: 'b', by: 1 }))).toEqual(['a', 'c', 'b']);
    expect(places(moveReply(group, { id: 'a', by: -1 }))).toEqual(['a', 'b', 'c']);
    expect(places(moveReply(group, { id: 'c', by: 1 }))).toEqual(['a', 'b', 'c']);
    expect(moveReply(group, { id: 'unknown', by: 1 })).toEqual([]);
  });

  it('goes before another, or to the end', () => {
    expect(places(moveReply(group, { id: 'c', before: 'a' }))).toEqual(['c', 'a', 'b']);
    expect(places(moveReply(group, { id: 'a', before: null }))).toEqual(['b', 'c', 'a']);
  });
});
