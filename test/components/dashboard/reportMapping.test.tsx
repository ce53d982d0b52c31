import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DraftCard } from '@/components/dashboard/calibration/DraftCard';
import type { ReportDraft } from '@/components/dashboard/calibration/reportDraft';
import { readReport } from '@/lib/exports/reports/readReport';
import { renderPage, useLayout } from './renderPage';

const rows = [
  ['店铺日报', '', ''],
  ['哪天', '谁', '多快'],
  ['2026-11-10', '阿月', '14.6'],
  ['2026-11-11', '阿月', '快'],
];

/** A report that nothing is known of, read anew at each change. */
function Draft({ onDraft, onSave }: { onDraft: (draft: ReportDraft) => void; onSave: () => void }) {
  const [kept, setKept] = useState<Omit<ReportDraft, 'lines' | 'problems'>>({
    name: 'mine.csv',
    rows,
    format: null,
    assumed: [],
    remembered: false,
    mapping: { headerRow: 0, columns: {}, units: {} },
    workbenchId: null,
    whole: { agent: '', date: '2026-11-10' },
  });
  const draft = { ...kept, ...readReport(kept.rows, kept.mapping, kept.whole) };
  return (
    <DraftCard
      draft={draft}
      today="2026-11-12"
      workbenches={[]}
      saving={false}
      onDraft={(change) => {
        setKept({ ...kept, ...change });
        onDraft({ ...draft, ...change });
      }}
      onSave={onSave}
      onDiscard={vi.fn()}
    />
  );
}

describe('a report that is not known', () => {
  useLayout();

  it('is mapped column by column, with its units and the row of its headings', async () => {
    const onDraft = vi.fn<(draft: ReportDraft) => void>();
    const onSave = vi.fn();
    const { user } = renderPage(<Draft onDraft={onDraft} onSave={onSave} />);
    const choose = (column: string, field: string) =>
      user.selectOptions(screen.getByRole('combobox', { name: column }), field);
    expect(screen.getByText('认不出是哪家的报表,下面把列对一下')).toBeDefined();
    const row = screen.getByRole('textbox', { name: '标题在第几行' });
    await user.clear(row);
    await user.type(row, '2{Enter}');
    await choose('第 1 列「哪天」是', '日期');
    await choose('第 2 列「谁」是', '客服');
    // Chosen by mistake, then for the right one: a field belongs to one column.
    await choose('第 2 列「谁」是', '平均响应');
    await choose('第 3 列「多快」是', '平均响应');
    await choose('第 2 列「谁」是', '客服');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '存下 1 行' }).disabled).toBe(false);
    await choose('「多快」的单位', '分钟');
    expect(onDraft.mock.lastCall?.[0].mapping).toEqual({
      headerRow: 1,
      columns: { date: 0, agent: 1, averageResponseMs: 2 },
      units: { averageResponseMs: 'minutes' },
    });
    expect(within(screen.getByRole('list', { name: '有问题的行' })).getByText(/平均响应「快」读不懂/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: '存下 1 行' }));
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('without a column for agent or day asks once for the whole report', async () => {
    const onDraft = vi.fn<(draft: ReportDraft) => void>();
    const { user } = renderPage(<Draft onDraft={onDraft} onSave={vi.fn()} />);
    await user.type(screen.getByRole('textbox', { name: '没有客服列,整份是谁的' }), '阿月');
    expect(onDraft.mock.lastCall?.[0].whole).toEqual({ agent: '阿月', date: '2026-11-10' });
    expect(screen.getByLabelText('没有日期列,整份是哪天的')).toBeDefined();
    expect(screen.getByText(/没有一行能用/)).toBeDefined();
  });
});
