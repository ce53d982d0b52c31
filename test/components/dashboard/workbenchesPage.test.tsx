import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { WorkbenchesPage, type WorkbenchesPageProps } from '@/components/dashboard/workbenches/WorkbenchesPage';
import type { WorkbenchTab } from '@/lib/domain/live';
import { renderPage, useLayout } from './renderPage';

const tab: WorkbenchTab = {
  tabId: 7,
  origin: 'https://chat.example',
  windowId: 1,
  workbenchId: 'pinduoduo',
  workbenchName: '拼多多',
  account: '小雨',
  shop: null,
  status: { state: 'notReading', since: Date.parse('2026-11-11T06:03:00Z'), problem: 'loggedInElsewhere' },
};

function open(over: Partial<WorkbenchesPageProps> = {}) {
  const on = {
    onGoTo: vi.fn(),
    onAllow: vi.fn(),
    onOrigins: vi.fn(),
    onNameShop: vi.fn(),
    onListPages: vi.fn(),
    onAddPage: vi.fn(),
    onTeach: vi.fn(),
    onExport: vi.fn(),
    onDelete: vi.fn(),
    onImport: vi.fn(),
    onSeller: vi.fn(),
  };
  const view = renderPage(
    <WorkbenchesPage
      tabs={[tab]}
      supported={[
        {
          id: 'pinduoduo',
          name: { zh: '拼多多', en: 'Pinduoduo' },
          matches: ['https://mms.pinduoduo.com/*'],
          status: { state: 'documented', date: '2026-11-20' },
          allowed: false,
        },
      ]}
      origins={{ 'https://chat.example': { account: null, shop: null } }}
      timeZone="Asia/Shanghai"
      openPages={null}
      added={null}
      taught={[]}
      importing={null}
      roles={{}}
      {...on}
      {...over}
    />,
  );
  return { on, ...view };
}

describe('workbenches page', () => {
  useLayout();

  it('says of each open tab whether it is read, since when not, and what to do', async () => {
    const { user, on } = open();
    const row = within(within(screen.getByRole('table', { name: '打开着的' })).getByRole('row', { name: /拼多多/ }));
    expect(row.getByText('没在记录 · 账号在别处登录 · 14:03 起')).toBeDefined();
    expect(row.getByText('在这台电脑上重新登录工作台')).toBeDefined();
    await user.click(row.getByRole('button', { name: '去 拼多多 的标签页' }));
    expect(on.onGoTo).toHaveBeenCalledWith(tab);
  });

  it('tells web workbenches from desktop clients, confirmed from documented, and asks for permission', async () => {
    const { user, on } = open();
    const table = within(screen.getByRole('table', { name: '哪里能用' }));
    expect(table.getByText(/按公开资料做的,还没在真实页面上确认 2026-11-20/)).toBeDefined();
    expect(within(table.getByRole('row', { name: /电脑客户端/ })).getByText('读不到')).toBeDefined();
    await user.click(table.getByRole('button', { name: '允许读取拼多多' }));
    expect(on.onAllow).toHaveBeenCalledWith('pinduoduo');
  });

  it('takes a name for what the page does not show', async () => {
    const { user, on } = open();
    await user.type(screen.getByRole('textbox', { name: 'https://chat.example 的店铺' }), '店');
    expect(on.onNameShop).toHaveBeenCalledWith('https://chat.example', '店');
    await user.type(screen.getByRole('textbox', { name: 'https://chat.example 的客服账号' }), '号');
    expect(on.onOrigins).toHaveBeenCalledWith({ 'https://chat.example': { account: '号', shop: null } });
  });

  it('says how a workbench gets here when none is open', () => {
    open({ tabs: [], origins: {} });
    expect(screen.getByRole('region', { name: '没有打开的工作台' })).toBeDefined();
  });

  it('starts the repair of what is not understood, and teaching of what is not known', async () => {
    const { user, on } = open({
      tabs: [
        { ...tab, status: { state: 'notReading', since: 0, problem: 'noList' } },
        { ...tab, tabId: 8, status: { state: 'notReading', since: 0, problem: 'noAdapter' } },
      ],
    });
    await user.click(screen.getByRole('button', { name: '重新识别' }));
    await user.click(screen.getByRole('button', { name: '教它认' }));
    expect(on.onTeach.mock.calls).toEqual([[7], [8]]);
  });

  it('asks whether the user sells there, and takes the answer back', async () => {
    const { user, on } = open({
      tabs: [{ ...tab, status: { state: 'notReading', since: 0, problem: 'asksForSeller' } }],
      roles: { 'https://www.goofish.com': 'buyer' },
    });
    await user.click(screen.getByRole('button', { name: '我在这里是卖家' }));
    await user.click(screen.getByRole('button', { name: '收回在 www.goofish.com 的回答' }));
    expect(on.onSeller.mock.calls).toEqual([
      ['https://chat.example', 'seller'],
      ['https://www.goofish.com', null],
    ]);
  });

  it('lists the open pages only when asked, and records the one that is chosen', async () => {
    const { user, on } = open();
    await user.click(screen.getByRole('button', { name: '选一个打开的标签页' }));
    expect(on.onListPages).toHaveBeenCalledOnce();
    const page = { tabId: 9, title: '客服中心', host: 'kefu.example.com', patterns: ['https://kefu.example.com/*'] };
    const again = open({ openPages: [page] });
    await again.user.click(screen.getByRole('button', { name: '记录 客服中心' }));
    expect(again.on.onAddPage).toHaveBeenCalledWith(page);

    const frame = {
      ...page,
      frameHost: 'chat.example.net',
      patterns: [...page.patterns, 'https://chat.example.net/*'],
    };
    const asked = open({ openPages: [page], added: { host: page.host, outcome: 'frame', frame } });
    await asked.user.click(screen.getByRole('button', { name: '允许 chat.example.net 并记录' }));
    expect(asked.on.onAddPage).toHaveBeenCalledWith(frame);
  });

  it('shows what was taught, as a file to take along, and back to what ships', async () => {
    const taught = {
      id: 'pinduoduo',
      origin: 'https://mms.pinduoduo.com',
      name: '拼多多',
      savedAt: Date.parse('2026-11-11T06:03:00Z'),
      confidence: 0.88,
      repairs: true,
      tabId: 7,
    };
    const { user, on } = open({ taught: [taught], importing: { kind: 'notAdapter', where: 'adapter.open' } });
    const card = within(screen.getByRole('region', { name: '我教的' }));
    expect(card.getByText('88%')).toBeDefined();
    expect(card.getByText(/2026-11-11 14:03/)).toBeDefined();
    expect(card.getByRole('alert').textContent).toContain('adapter.open');
    await user.click(card.getByRole('button', { name: '导出 拼多多' }));
    await user.click(card.getByRole('button', { name: '删除 拼多多' }));
    await user.click(card.getByRole('button', { name: '重新教' }));
    const file = new File(['{}'], 'one.json', { type: 'application/json' });
    await user.upload(card.getByLabelText('从文件导入', { selector: 'input' }), file);
    expect(on.onExport).toHaveBeenCalledWith(taught);
    expect(on.onDelete).toHaveBeenCalledWith(taught);
    expect(on.onTeach).toHaveBeenCalledWith(7);
    expect(on.onImport).toHaveBeenCalledWith(file);
  });
});
