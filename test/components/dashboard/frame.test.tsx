import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DashboardFrame, type DashboardFrameProps } from '@/components/dashboard/DashboardFrame';
import { Welcome } from '@/components/dashboard/Welcome';
import type { WorkbenchTab } from '@/lib/domain/live';
import { renderPage, useLayout } from './renderPage';

const tab: WorkbenchTab = {
  tabId: 1,
  origin: 'https://chat.example',
  windowId: 1,
  workbenchId: 'douyin',
  workbenchName: '飞鸽',
  account: null,
  shop: null,
  status: { state: 'recording' },
};

function open(over: Partial<DashboardFrameProps> = {}) {
  const on = { onPage: vi.fn(), onPerson: vi.fn(), onPause: vi.fn() };
  const view = renderPage(
    <DashboardFrame
      page="today"
      consented
      pausedAt={null}
      tabs={[tab]}
      storageProblem={null}
      persons={['小雨']}
      person={null}
      timeZone="Asia/Shanghai"
      {...on}
      {...over}
    >
      <p>page</p>
    </DashboardFrame>,
  );
  return { on, ...view };
}

describe('dashboard frame', () => {
  useLayout();

  it('leads to every page by name, and marks the current one', async () => {
    const { user, on } = open();
    const nav = within(screen.getByRole('navigation', { name: '数据页' }));
    expect(nav.getAllByRole('button').map((each) => each.textContent)).toEqual([
      '今日',
      '快捷短语',
      '和后台对数',
      '导出',
      '工作台',
      '设置',
      '诊断',
    ]);
    expect(nav.getByRole('button', { current: 'page' }).textContent).toBe('今日');
    await user.click(nav.getByRole('button', { name: '设置' }));
    expect(on.onPage).toHaveBeenCalledWith('settings');
  });

  it('says that it records, and nothing else', () => {
    open();
    expect(screen.getByText('记录中 · 1 个工作台')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('names the workbench that is not read, since when, and leads to what to do', async () => {
    const since = Date.parse('2026-11-11T06:03:00Z');
    const { user, on } = open({ tabs: [{ ...tab, status: { state: 'notReading', since, problem: 'noList' } }] });
    expect(screen.getByRole('alert').textContent).toContain('飞鸽:没在记录——聊天列表找不到了。14:03 起的消息没记上');
    expect(screen.getByText('没在记录', { selector: 'output' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: '看看怎么办' }));
    expect(on.onPage).toHaveBeenCalledWith('workbenches');
  });

  it('shows a pause and ends it, starts one, and changes who is on duty', async () => {
    const first = open({ pausedAt: Date.parse('2026-11-11T06:03:00Z') });
    expect(screen.getByText('已暂停,14:03 起的消息不记')).toBeDefined();
    await first.user.click(screen.getAllByRole('button', { name: '继续记录' })[0] as HTMLElement);
    expect(first.on.onPause).toHaveBeenLastCalledWith(false);
    await first.user.selectOptions(screen.getByRole('combobox', { name: '现在是谁在岗' }), '小雨');
    expect(first.on.onPerson).toHaveBeenLastCalledWith('小雨');
  });

  it('says nothing but the broken storage when storage is broken', () => {
    open({ storageProblem: '磁盘满了', pausedAt: 1 });
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(screen.getByRole('alert').textContent).toContain('数据存不进去:磁盘满了');
  });

  it('leads to consent while there is none', async () => {
    const { user, on } = open({ consented: false });
    expect(screen.queryByRole('button', { name: '暂停' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '开始记录' }));
    expect(on.onPage).toHaveBeenCalledWith('settings');
  });

  it('welcomes in five lines, says in three what is stored, and has one button', async () => {
    const onStart = vi.fn();
    const { user } = renderPage(<Welcome onStart={onStart} />);
    const [does, stores] = screen.getAllByRole('list');
    expect(within(does as HTMLElement).getAllByRole('listitem')).toHaveLength(5);
    expect(within(stores as HTMLElement).getAllByRole('listitem')).toHaveLength(3);
    await user.click(screen.getByRole('button'));
    expect(onStart).toHaveBeenCalledOnce();
  });

  it('speaks English', () => {
    renderPage(<Welcome onStart={vi.fn()} />, 'en');
    expect(screen.getByRole('button', { name: 'Start recording' })).toBeDefined();
  });
});
