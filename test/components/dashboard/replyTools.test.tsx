import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { CarePage } from '@/components/dashboard/replies/CarePage';
import { CleanUpPage } from '@/components/dashboard/replies/CleanUpPage';
import { ImportCard } from '@/components/dashboard/replies/ImportCard';
import type { ImportRow } from '@/components/dashboard/replies/importPreview';
import { LearnedPage } from '@/components/dashboard/replies/LearnedPage';
import { MiningPage } from '@/components/dashboard/replies/MiningPage';
import { AddressSection } from '@/components/dashboard/settings/AddressSection';
import type { CareSettings } from '@/lib/domain/care';
import type { QuickReply } from '@/lib/domain/quickReply';
import type { Settings } from '@/lib/domain/settings';
import { defaultSettings } from '@/lib/settings/schema';
import { renderPage, useLayout } from './renderPage';

const press = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const choice = (name: string) => screen.getByRole('combobox', { name });
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('import preview', () => {
  useLayout();

  const row = (line: number, change: Partial<ImportRow>): ImportRow => ({
    ...{ line, kind: 'added', code: `c${line}`, title: '', text: `第${line}句`, group: '', changes: [], reason: null },
    ...change,
  });
  const rows = [
    row(2, {}),
    row(3, { kind: 'changed', changes: [{ field: 'text', before: '旧话', after: '新话' }] }),
    row(4, { kind: 'skipped', reason: 'codeTaken' }),
    row(5, { kind: 'skipped', reason: 'noText', text: '' }),
  ];
  const show = () => {
    const on = { onFile: vi.fn(), onImport: vi.fn(), onCancel: vi.fn(), onUndo: vi.fn(), onSaveSkipped: vi.fn() };
    const preview = { file: 'a.csv', form: 'CSV', encoding: 'GB18030', rows, missingPictures: 0 };
    return {
      on,
      ...renderPage(<ImportCard busy={false} problem={null} preview={preview} last={null} undone={null} {...on} />),
    };
  };
  const lines = () =>
    within(screen.getByRole('list', { name: '文件里的行' }))
      .getAllByRole('listitem')
      .map((item) => item.textContent ?? '');

  it('says of each row what it does, and why it is left out', async () => {
    const { user, on } = show();
    expect(lines()[1]).toContain('内容:旧话 → 新话');
    expect(lines()[2]).toContain('编码已经给了另一条短语');
    expect(lines()[3]).toContain('没有内容');
    expect(box('导入第 4 行').disabled).toBe(true);
    await user.click(screen.getByRole('radio', { name: '不导入 2' }));
    expect(lines()).toHaveLength(2);
    await user.click(press('把不导入的 2 行存成文件'));
    expect(on.onSaveSkipped).toHaveBeenCalledOnce();
  });

  it('imports the rows that are left chosen', async () => {
    const { user, on } = show();
    await user.click(box('导入第 3 行'));
    await user.click(press('导入 1 条'));
    expect(on.onImport).toHaveBeenLastCalledWith(new Set([2]));
    await user.click(box('导入第 3 行'));
    await user.click(press('导入 2 条'));
    expect(on.onImport).toHaveBeenLastCalledWith(new Set([2, 3]));
  });
});

describe('mining', () => {
  useLayout();

  const phrase = { text: '加绒的很暖和', times: 7, last: '今天', code: 'jr', group: '答疑', saves: '3 秒' };
  const show = () => {
    const on = { onSave: vi.fn(), onDismiss: vi.fn() };
    return {
      on,
      ...renderPage(<MiningPage phrases={[phrase]} days={30} textStored groups={[]} codes={new Set(['xl'])} {...on} />),
    };
  };

  it('saves with the code and group that stand there, never a code that is taken', async () => {
    const { user, on } = show();
    await user.clear(field('编码'));
    await user.type(field('编码'), 'XL');
    expect(press('保存').hasAttribute('disabled')).toBe(true);
    await user.type(field('编码'), '2 ');
    await user.click(press('保存'));
    expect(on.onSave).toHaveBeenCalledWith({ ...phrase, code: 'XL2' });
  });

  it('dismisses and takes that back', async () => {
    const { user, on } = show();
    await user.click(press('不再提示'));
    expect(on.onDismiss).toHaveBeenLastCalledWith(phrase.text, true);
    await user.click(press('撤销'));
    expect(on.onDismiss).toHaveBeenLastCalledWith(phrase.text, false);
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  });
});

describe('clean-up', () => {
  useLayout();

  const reply = (id: string, change: Partial<QuickReply> = {}): QuickReply => ({
    ...{ id, code: id, title: `题${id}`, text: `句${id}`, group: '', order: 0, uses: 0, lastUsedAt: null },
    ...change,
  });
  const alike = [[reply('a', { uses: 4 }), reply('b')]];
  const unused = [
    { reply: reply('c'), lastUsed: null },
    { reply: reply('d', { uses: 1 }), lastUsed: '2026-07-02' },
  ];

  it('deletes what is chosen, merges what says the same, and undoes', async () => {
    const on = { onDays: vi.fn(), onDelete: vi.fn(), onMerge: vi.fn(), onUndo: vi.fn() };
    const page = (cleaned: number | null) => (
      <CleanUpPage days={90} unused={unused} alike={alike} cleaned={cleaned} {...on} />
    );
    const { user, update } = renderPage(page(null));
    const listed = within(screen.getByRole('list', { name: '很久没用' })).getAllByRole('listitem');
    expect(listed[0]?.textContent).toContain('没用过');
    expect(listed[1]?.textContent).toContain('2026-07-02');
    expect(press('删除 0 条').hasAttribute('disabled')).toBe(true);
    await user.click(within(listed[1] as HTMLElement).getByRole('checkbox'));
    await user.click(press('删除 1 条'));
    expect(on.onDelete).toHaveBeenLastCalledWith([unused[1]?.reply]);
    await user.click(press('合并成几种说法'));
    expect(on.onMerge).toHaveBeenCalledWith(alike[0]);
    await user.click(press('删除「题b」'));
    expect(on.onDelete).toHaveBeenLastCalledWith([alike[0]?.[1]]);
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
    update(page(1));
    await user.click(press('撤销'));
    expect(on.onUndo).toHaveBeenCalledOnce();
    await user.selectOptions(choice('多久没用'), '30');
    expect(on.onDays).toHaveBeenCalledWith(30);
  });
});

describe('what was learned', () => {
  useLayout();

  const learned = [
    {
      question: '几天到',
      replyId: 'r1',
      title: '物流',
      times: 5,
      typed: 1,
      known: 4,
      well: 3,
      orders: 1,
      ignored: 0,
      last: '今天',
    },
    {
      question: '能退吗',
      replyId: 'r2',
      title: null,
      times: 1,
      typed: 0,
      known: 0,
      well: 0,
      orders: 0,
      ignored: 2,
      last: '昨天',
    },
  ];

  it('lists, forgets one, and all only when that is confirmed', async () => {
    const on = { onForget: vi.fn(), onForgetAll: vi.fn() };
    const { user } = renderPage(<LearnedPage learned={learned} answers={6} ignored={2} days={30} {...on} />);
    const items = screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
    expect(items[0]).toContain('3/4');
    expect(items[1]).toContain('已不在短语库');
    expect(items[1]).toContain('–');
    expect(screen.getByText(/30 天后删掉/)).toBeDefined();
    await user.click(press('忘掉:能退吗 → 已不在短语库'));
    expect(on.onForget).toHaveBeenCalledWith(expect.objectContaining({ question: '能退吗', replyId: 'r2' }));
    await user.click(press('全部忘掉'));
    expect(on.onForgetAll).not.toHaveBeenCalled();
    await user.click(press('取消'));
    await user.click(press('全部忘掉'));
    await user.click(press('全部忘掉'));
    expect(on.onForgetAll).toHaveBeenCalledOnce();
  });

  it('says that nothing is learned where no text is stored', () => {
    renderPage(<LearnedPage learned={[]} answers={0} ignored={0} days={0} onForget={vi.fn()} onForgetAll={vi.fn()} />);
    expect(screen.getByText('设置里没有保留消息内容,所以什么也不学。')).toBeDefined();
    expect(screen.queryByText(/天后删掉/)).toBeNull();
  });
});

/** Keeps what is changed, as the settings do. */
function Stateful({ onCare }: { onCare: (care: CareSettings) => void }) {
  const [care, setCare] = useState<CareSettings>(defaultSettings().care);
  return (
    <CarePage
      care={care}
      onChange={(next) => {
        setCare(next);
        onCare(next);
      }}
      platforms={[{ id: 'pinduoduo', name: '拼多多' }]}
      shipped={() => [{ kind: 'promise', level: 'mark', words: ['一定', '保证'] }]}
      date="2026-11-01"
      workbenches={[{ id: 'pinduoduo', name: '拼多多' }]}
    />
  );
}

describe('care', () => {
  useLayout();

  it('switches words off and all on again, adds own ones with a level, and holds Enter per workbench', async () => {
    const onCare = vi.fn<(care: CareSettings) => void>();
    const latest = () => onCare.mock.lastCall?.[0];
    const { user } = renderPage(<Stateful onCare={onCare} />);
    await user.click(press('一定'));
    expect(latest()?.off).toEqual(['promise:一定']);
    expect(press('一定').getAttribute('aria-pressed')).toBe('false');
    await user.click(press('全部打开'));
    expect(latest()?.off).toEqual([]);
    await user.type(field('词'), ' 亏本卖 ');
    await user.selectOptions(choice('级别'), 'ask');
    await user.selectOptions(choice('哪里算'), 'this');
    await user.click(press('添加'));
    const own = { word: '亏本卖', kind: 'promise', level: 'ask', platform: 'pinduoduo' };
    expect(latest()?.added).toEqual([own]);
    await user.type(field('词'), '亏本卖');
    expect(press('添加').hasAttribute('disabled')).toBe(true);
    await user.selectOptions(choice('「亏本卖」的级别'), 'mark');
    expect(latest()?.added).toEqual([{ ...own, level: 'mark' }]);
    await user.click(box('拼多多'));
    expect(latest()?.secondEnter).toEqual(['pinduoduo']);
    await user.click(press('移除「亏本卖」'));
    expect(latest()?.added).toEqual([]);
  });
});

describe('how customers are spoken to', () => {
  useLayout();

  it('is stored when a field is left, by shop, and is as usual when it is emptied', async () => {
    const onChange = vi.fn<(change: Partial<Settings>) => void>();
    const settings = { ...defaultSettings(), shopAddresses: { 旧店: '仙女' } };
    const { user } = renderPage(<AddressSection settings={settings} onChange={onChange} shops={['花间']} />);
    await user.type(field('花间 的称呼'), ' 宝 ');
    expect(onChange).not.toHaveBeenCalled();
    await user.tab();
    expect(onChange).toHaveBeenLastCalledWith({ shopAddresses: { 旧店: '仙女', 花间: '宝' } });
    await user.clear(field('旧店 的称呼'));
    await user.keyboard('{Enter}');
    expect(onChange).toHaveBeenLastCalledWith({ shopAddresses: {} });
    await user.clear(field('平常的称呼'));
    await user.tab();
    expect(onChange).toHaveBeenLastCalledWith({ address: '亲' });
  });
});
