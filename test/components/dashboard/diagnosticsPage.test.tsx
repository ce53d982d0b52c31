import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DiagnosticsPage, type DiagnosticsPageProps } from '@/components/dashboard/diagnostics/DiagnosticsPage';
import { renderPage, useLayout } from './renderPage';

function open(over: Partial<DiagnosticsPageProps> = {}) {
  const onCopy = vi.fn();
  const view = renderPage(
    <DiagnosticsPage
      version="0.1.0"
      storageProblem={null}
      storage={null}
      counts={{ entries: 18_240, turns: 0, gaps: 12 }}
      settingsProblems={[]}
      errors={[]}
      timeZone="Asia/Shanghai"
      onCopy={onCopy}
      copied={false}
      {...over}
    />,
  );
  return { onCopy, ...view };
}

describe('diagnostics page', () => {
  useLayout();

  it('shows what is stored; unknown is –, none is 0', () => {
    open();
    expect(screen.getByText('18,240')).toBeDefined();
    expect(screen.getByText('0')).toBeDefined();
    expect(screen.getByText('–')).toBeDefined();
    expect(screen.getByText('正常')).toBeDefined();
    expect(screen.getByText('没有出过问题')).toBeDefined();
  });

  it('says what broke, what it means and what to do', async () => {
    const { user, onCopy } = open({
      storageProblem: '磁盘满了',
      settingsProblems: [{ path: 'overlay.size', reason: 'Invalid option' }],
      errors: [{ key: 'a', at: Date.parse('2026-11-11T06:03:00Z'), times: 3, where: '存储', what: '写不进去' }],
    });
    expect(screen.getByRole('alert').textContent).toContain('先导出还能读到的数据');
    expect(screen.getByText('1 项设置读不出来,已换回默认值')).toBeDefined();
    expect(screen.getByText('overlay.size')).toBeDefined();
    expect(screen.getByRole('row', { name: /2026-11-11 14:03 存储 写不进去.*3 次/ })).toBeDefined();
    await user.click(screen.getByRole('button', { name: '复制诊断信息' }));
    expect(onCopy).toHaveBeenCalledOnce();
  });
});
