import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ExportPage, type ExportPageProps } from '@/components/dashboard/export/ExportPage';
import { renderPage, useLayout } from './renderPage';

function open(over: Partial<ExportPageProps> = {}) {
  const on = { onSpan: vi.fn(), onExport: vi.fn(), onReportFields: vi.fn(), onCopyReport: vi.fn() };
  const view = renderPage(
    <ExportPage
      today="2026-11-11"
      summary={{ from: '2026-11-11', to: '2026-11-11', turns: 190, days: 1 }}
      running={false}
      reportLine="11月11日 小雨|接待186人"
      reportFields={['date', 'person', 'customers']}
      copied={false}
      {...on}
      {...over}
    />,
  );
  return { on, ...view };
}

describe('export page', () => {
  useLayout();

  it('leaves names and texts here unless ticked', async () => {
    const { user, on } = open();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '顾客姓名' }).checked).toBe(false);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '消息文字' }).checked).toBe(false);
    await user.click(screen.getByRole('button', { name: '导出' }));
    expect(on.onExport).toHaveBeenLastCalledWith({
      span: { kind: 'today' },
      files: ['turnsCsv', 'dailyCsv'],
      includes: { names: false, texts: false },
    });
    await user.click(screen.getByRole('checkbox', { name: '顾客姓名' }));
    await user.click(screen.getByRole('button', { name: '导出' }));
    expect(on.onExport).toHaveBeenLastCalledWith(expect.objectContaining({ includes: { names: true, texts: false } }));
  });

  it('counts what a span holds, and waits for a complete range', async () => {
    const { user, on } = open();
    expect(screen.getByText('2026-11-11 到 2026-11-11 · 190 轮 · 1 天')).toBeDefined();
    await user.click(screen.getByRole('radio', { name: '本周' }));
    expect(on.onSpan).toHaveBeenLastCalledWith({ kind: 'week' });
    await user.click(screen.getByRole('radio', { name: '自选' }));
    expect(on.onSpan).toHaveBeenLastCalledWith({ kind: 'range', from: '2026-11-11', to: '2026-11-11' });
    await user.clear(screen.getByLabelText('从'));
    expect(screen.getByText('选好开始和结束的日期')).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '导出' }).disabled).toBe(true);
  });

  it('asks for contents when none is chosen', async () => {
    const { user } = open();
    await user.click(screen.getByRole('checkbox', { name: '轮次明细' }));
    await user.click(screen.getByRole('checkbox', { name: '每日数据' }));
    expect(screen.getByText('至少选一种内容')).toBeDefined();
  });

  it('shows the daily report as it will be pasted, and lets its fields be chosen and moved', async () => {
    const { user, on } = open();
    expect(screen.getByRole('status', { name: '今天的日报' }).textContent).toBe('11月11日 小雨|接待186人');
    await user.click(screen.getByRole('button', { name: '复制日报' }));
    expect(on.onCopyReport).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: '把接待人数往前移' }));
    expect(on.onReportFields).toHaveBeenLastCalledWith(['date', 'customers', 'person']);
    await user.click(screen.getByRole('checkbox', { name: '日期' }));
    expect(on.onReportFields).toHaveBeenLastCalledWith(['person', 'customers']);
    await user.click(screen.getByRole('checkbox', { name: '首次响应' }));
    expect(on.onReportFields).toHaveBeenLastCalledWith(['date', 'person', 'customers', 'firstResponse']);
    const fields = within(screen.getByRole('list', { name: '日报里的内容' }));
    expect(fields.getByRole<HTMLButtonElement>('button', { name: '把日期往前移' }).disabled).toBe(true);
    expect(fields.getByRole<HTMLButtonElement>('button', { name: '把未回复往后移' }).disabled).toBe(true);
  });
});
