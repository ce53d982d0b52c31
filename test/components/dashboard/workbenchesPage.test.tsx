import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { WorkbenchesPage, type WorkbenchesPageProps } from '@/components/dashboard/workbenches/WorkbenchesPage';
import type { WorkbenchTab } from '@/lib/domain/live';
import { renderPage, useLayout } from './renderPage';

const tab: WorkbenchTab = {
  tabId: 7,
  windowId: 1,
  workbenchId: 'pinduoduo',
  workbenchName: '拼多多',
  account: '小雨',
  shop: null,
  status: { state: 'notReading', since: Date.parse('2026-11-11T06:03:00Z'), problem: 'loggedInElsewhere' },
};

function open(over: Partial<WorkbenchesPageProps> = {}) {
  const on = { onGoTo: vi.fn(), onAllow: vi.fn(), onOrigins: vi.fn() };
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
    expect(on.onOrigins).toHaveBeenCalledWith({ 'https://chat.example': { account: null, shop: '店' } });
  });

  it('says how a workbench gets here when none is open', () => {
    open({ tabs: [], origins: {} });
    expect(screen.getByRole('region', { name: '没有打开的工作台' })).toBeDefined();
  });
});
