import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { RepliesPage } from '@/components/dashboard/replies/RepliesPage';
import type { QuickReply } from '@/lib/domain/quickReply';
import { renderPage, useLayout } from './renderPage';

function reply(id: string, change: Partial<QuickReply> = {}): QuickReply {
  return {
    id,
    code: id,
    title: `标题${id}`,
    text: `内容${id}`,
    group: '问好',
    order: 0,
    uses: 0,
    lastUsedAt: null,
    ...change,
  };
}

const library = [
  reply('nh', { title: '你好', text: '亲,在的', uses: 3 }),
  reply('fh', { title: '发货时间', text: '今天16点前付款当天发', group: '发货物流' }),
  reply('wl', { title: '物流', text: '一般三天到', group: '发货物流', order: 1 }),
];

function open(replies: readonly QuickReply[] = library) {
  const on = { onSave: vi.fn(), onDelete: vi.fn(), onRestore: vi.fn() };
  return { on, ...renderPage(<RepliesPage replies={replies} {...on} />) };
}

const listed = () =>
  within(screen.getByRole('list', { name: '短语列表' }))
    .getAllByRole('button')
    .map((each) => each.getAttribute('aria-label'));

describe('replies page', () => {
  useLayout();

  it('lists by group and finds by code, title and text', async () => {
    const { user } = open();
    expect(listed()).toEqual(['编辑「你好」', '编辑「发货时间」', '编辑「物流」']);
    await user.click(screen.getByRole('button', { name: /^发货物流/ }));
    expect(listed()).toEqual(['编辑「发货时间」', '编辑「物流」']);
    await user.type(screen.getByRole('searchbox', { name: '搜索编码、标题、内容' }), '三天');
    expect(listed()).toEqual(['编辑「物流」']);
    await user.type(screen.getByRole('searchbox', { name: '搜索编码、标题、内容' }), '没有的');
    expect(screen.getByRole('region', { name: '没有找到「三天没有的」' })).toBeDefined();
  });

  it('adds one, in the chosen group', async () => {
    const { user, on } = open();
    await user.click(screen.getByRole('button', { name: /^发货物流/ }));
    await user.click(screen.getByRole('button', { name: '新增短语' }));
    const form = screen.getByRole('form', { name: '新短语' });
    await user.click(within(form).getByRole('button', { name: '保存' }));
    expect(within(form).getByText('内容还空着')).toBeDefined();
    expect(on.onSave).not.toHaveBeenCalled();
    await user.type(within(form).getByRole('textbox', { name: '编码' }), ' xb ');
    await user.type(within(form).getByRole('textbox', { name: '内容' }), '已下班');
    await user.click(within(form).getByRole('button', { name: '保存' }));
    expect(on.onSave).toHaveBeenCalledWith({ id: null, code: 'xb', title: '', text: '已下班', group: '发货物流' });
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('refuses a code that another reply has, whatever its case, but not its own', async () => {
    const { user, on } = open();
    await user.click(screen.getByRole('button', { name: '编辑「物流」' }));
    const code = screen.getByRole('textbox', { name: '编码' });
    await user.clear(code);
    await user.type(code, 'FH');
    expect(screen.getByText('编码 FH 已经给了「发货时间」,换一个')).toBeDefined();
    expect(code.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
    await user.clear(code);
    await user.type(code, 'WL');
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(on.onSave).toHaveBeenCalledWith(expect.objectContaining({ id: 'wl', code: 'WL' }));
  });

  it('deletes with undo', async () => {
    const { user, on } = open();
    await user.click(screen.getByRole('button', { name: '编辑「你好」' }));
    await user.click(screen.getByRole('button', { name: '删除' }));
    expect(on.onDelete).toHaveBeenCalledWith(library[0]);
    expect(screen.getByText('已删除「你好」')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '撤销' }));
    expect(on.onRestore).toHaveBeenCalledWith(library[0]);
    expect(screen.queryByText('已删除「你好」')).toBeNull();
  });

  it('shows the text as a bubble and flags more than five lines', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: '编辑「你好」' }));
    const bubble = screen.getByRole('figure', { name: '顾客手机上的样子' });
    expect(bubble.textContent).toContain('亲,在的');
    expect(bubble.textContent).toContain('1 行');
    await user.type(screen.getByRole('textbox', { name: '内容' }), '{Enter}二{Enter}三{Enter}四{Enter}五{Enter}六');
    expect(bubble.textContent).toContain('手机上有 6 行');
  });

  it('keeps thousands light', () => {
    open(Array.from({ length: 5000 }, (_, index) => reply(`c${index}`, { order: index })));
    expect(listed().length).toBeLessThan(60);
    expect(screen.getByRole('button', { name: /^全部\s*5000$/ })).toBeDefined();
  });

  it('says what an empty library is for', () => {
    open([]);
    expect(screen.getByRole('region', { name: '还没有短语' })).toBeDefined();
  });
});
