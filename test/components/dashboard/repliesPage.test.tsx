import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { RepliesPage, type RepliesPageProps } from '@/components/dashboard/replies/RepliesPage';
import type { QuickReply, ReplyAttachment } from '@/lib/domain/quickReply';
import { groupNodes } from '@/lib/quickReplies/groupOrder';
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

function open(replies: readonly QuickReply[] = library, change: Partial<RepliesPageProps> = {}) {
  const on = {
    onSave: vi.fn(),
    onDelete: vi.fn(),
    onRestore: vi.fn(),
    onFavourite: vi.fn(),
    onMove: vi.fn(),
    onGroup: vi.fn(),
    onPicture: vi.fn(async (file: File): Promise<ReplyAttachment> => {
      return { kind: 'image', id: 'p1', name: file.name, type: 'image/png', bytes: file.size };
    }),
  };
  const page = (
    <RepliesPage
      replies={replies}
      groups={groupNodes([], replies)}
      validity={new Map()}
      campaign={new Set()}
      saved={() => '–'}
      shops={['花间', '青禾']}
      search={(query) => replies.filter(({ text }) => text.includes(query))}
      picture={({ name }) => <img alt={name} />}
      {...on}
      {...change}
    />
  );
  return { on, ...renderPage(page) };
}

const listed = () =>
  within(screen.getByRole('list', { name: '短语列表' }))
    .getAllByRole('button', { name: /^编辑/ })
    .map((each) => each.getAttribute('aria-label'));
const box = (name: string) => screen.getByRole('textbox', { name });
const plain = {
  title: '',
  variants: [],
  shops: [],
  favourite: false,
  validFrom: null,
  validUntil: null,
  attachments: [],
};

describe('replies page', () => {
  useLayout();

  it('lists by group, and of what a query finds only what is in the group', async () => {
    const { user } = open();
    expect(listed()).toEqual(['编辑「你好」', '编辑「发货时间」', '编辑「物流」']);
    await user.click(screen.getByRole('button', { name: /^发货物流/ }));
    expect(listed()).toEqual(['编辑「发货时间」', '编辑「物流」']);
    await user.type(screen.getByRole('searchbox', { name: '搜编码、标题、内容、拼音' }), '三天');
    expect(listed()).toEqual(['编辑「物流」']);
    await user.type(screen.getByRole('searchbox', { name: '搜编码、标题、内容、拼音' }), '没有的');
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
    expect(on.onSave).toHaveBeenCalledWith({ ...plain, id: null, code: 'xb', text: '已下班', group: '发货物流' });
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

  it('writes several texts, and leaves out the empty ones', async () => {
    const { user, on } = open();
    await user.click(screen.getByRole('button', { name: '编辑「你好」' }));
    await user.click(screen.getByRole('button', { name: '加一种说法' }));
    await user.type(box('第 2 种说法'), '您好,请讲');
    await user.click(screen.getByRole('button', { name: '加一种说法' }));
    await user.type(box('第 3 种说法'), '  ');
    await user.click(screen.getByRole('radio', { name: '1' }));
    expect(box('内容')).toHaveProperty('value', '亲,在的');
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(on.onSave).toHaveBeenCalledWith(expect.objectContaining({ text: '亲,在的', variants: ['您好,请讲'] }));
  });

  it('inserts a variable at the caret, and a free field with its name to be overwritten', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: '编辑「你好」' }));
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '内容' });
    text.setSelectionRange(1, 1);
    const menu = screen.getByRole('combobox', { name: '插入变量' });
    await user.selectOptions(menu, '{顾客} 顾客的名字');
    expect(text.value).toBe('亲{顾客},在的');
    text.setSelectionRange(text.value.length, text.value.length);
    await user.selectOptions(menu, '{?…} 填入时再问');
    expect(text.value).toBe('亲{顾客},在的{?填什么}');
    expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe('填什么');
  });

  it('attaches pictures and links, and refuses what no composer takes', async () => {
    const { user, on } = open();
    await user.click(screen.getByRole('button', { name: '编辑「你好」' }));
    const chooser = screen.getByLabelText('加图片', { selector: 'input' });
    await user.upload(chooser, new File(['x'], '尺码.png', { type: 'image/png' }));
    expect(screen.getAllByRole('img', { name: '尺码.png' })).toHaveLength(2);
    const large = new File([new Uint8Array(3_200_000)], '大图.png', { type: 'image/png' });
    await user.upload(chooser, large);
    expect(screen.getByText(/大图.png 有 3.2 MB,超过 3.0 MB,压缩后再加/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: '加链接' }));
    await user.type(box('加链接'), 'javascript:alert(1){Enter}');
    expect(screen.getByText('链接要以 http:// 或 https:// 开头')).toBeDefined();
    await user.clear(box('加链接'));
    await user.type(box('加链接'), 'https://example.com/a{Enter}');
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(on.onSave).toHaveBeenCalledWith(
      expect.objectContaining({
        attachments: [
          { kind: 'image', id: 'p1', name: '尺码.png', type: 'image/png', bytes: 1 },
          { kind: 'link', url: 'https://example.com/a', title: '' },
        ],
      }),
    );
  });

  it('keeps shops and the span, and refuses a span that ends before it begins', async () => {
    const { user, on } = open();
    await user.click(screen.getByRole('button', { name: '编辑「你好」' }));
    await user.click(screen.getByRole('radio', { name: '指定店铺' }));
    await user.click(screen.getByRole('checkbox', { name: '青禾' }));
    fireEvent.change(screen.getByLabelText('开始时间'), { target: { value: '2026-11-11T20:00' } });
    fireEvent.change(screen.getByLabelText('结束时间'), { target: { value: '2026-11-11T19:00' } });
    expect(screen.getByText('结束时间要晚于开始时间')).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('结束时间'), { target: { value: '2026-11-12T00:00' } });
    await user.click(screen.getByRole('button', { name: '保存' }));
    const [from, until] = [Date.parse('2026-11-11T20:00'), Date.parse('2026-11-12T00:00')];
    expect(on.onSave).toHaveBeenCalledWith(
      expect.objectContaining({ shops: ['青禾'], validFrom: from, validUntil: until }),
    );
  });

  it('shows what is not valid, and the campaign first', async () => {
    const { user } = open(library, { validity: new Map([['fh', 'expired']]), campaign: new Set(['wl']) });
    expect(within(screen.getByRole('list', { name: '短语列表' })).getByText('已过期')).toBeDefined();
    const [first] = within(screen.getByRole('navigation', { name: '分组' })).getAllByRole('button');
    expect(first?.textContent).toBe('本次活动1');
    if (first !== undefined) await user.click(first);
    expect(listed()).toEqual(['编辑「物流」']);
  });

  it('moves a reply within its group by button and by keyboard, and not where several groups are listed', async () => {
    const { user, on } = open();
    expect(screen.queryByRole('button', { name: '「物流」上移' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^发货物流/ }));
    await user.click(screen.getByRole('button', { name: '「物流」上移' }));
    expect(on.onMove).toHaveBeenLastCalledWith({ id: 'wl', by: -1 });
    screen.getByRole('button', { name: '编辑「发货时间」' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(on.onMove).toHaveBeenLastCalledWith({ id: 'fh', by: 1 });
  });

  it('creates, renames, moves, nests and deletes groups', async () => {
    const { user, on } = open();
    await user.click(screen.getByRole('button', { name: '新建分组' }));
    await user.type(box('新建分组'), '活动{Enter}');
    expect(on.onGroup).toHaveBeenLastCalledWith({ action: 'create', name: '活动' });
    await user.click(screen.getByRole('button', { name: /^发货物流/ }));
    await user.click(screen.getByRole('button', { name: '分组上移' }));
    expect(on.onGroup).toHaveBeenLastCalledWith({ action: 'move', name: '发货物流', by: -1 });
    await user.selectOptions(screen.getByRole('combobox', { name: '放到哪个分组里' }), '放在「问好」里');
    expect(on.onGroup).toHaveBeenLastCalledWith({ action: 'nest', name: '发货物流', parent: '问好' });
    await user.click(screen.getByRole('button', { name: /^发货物流/ }));
    await user.click(screen.getByRole('button', { name: '重命名分组' }));
    await user.clear(box('重命名分组'));
    await user.type(box('重命名分组'), '发货{Enter}');
    expect(on.onGroup).toHaveBeenLastCalledWith({ action: 'rename', name: '发货物流', to: '发货' });
    await user.click(screen.getByRole('button', { name: /^问好/ }));
    await user.click(screen.getByRole('button', { name: '删除分组' }));
    expect(on.onGroup).toHaveBeenLastCalledWith({ action: 'delete', name: '问好' });
  });
});
