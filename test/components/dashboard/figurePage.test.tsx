import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { explain } from '@/lib/metrics/explain';
import { groupLeftOut } from '@/lib/metrics/groupLeftOut';
import { pinduoduo } from '@/lib/metrics/profiles/pinduoduo';
import { sampleNow, sampleRows } from '@/scripts/dashboardGallery/sampleDay';
import { figurePage } from '@/scripts/dashboardGallery/sampleFigures';
import { renderPage, useLayout } from './renderPage';

const { profile } = pinduoduo;
const explained = explain({
  figure: 'averageResponseMs',
  turns: sampleRows(190, profile).map(({ turn }) => turn),
  profile,
  now: sampleNow,
  final: false,
});

describe('an opened figure', () => {
  useLayout();

  it('says what it means, how many turns made it, and why the others did not; together they are all', () => {
    renderPage(figurePage({ figure: 'averageResponseMs' }));
    expect(screen.getByRole('heading', { name: /^平均响应 [\d.]+ 秒/ })).toBeDefined();
    expect(screen.getByText(/^全部已回复轮次的响应时间相加/)).toBeDefined();
    const { made, leftOut } = explained;
    expect(screen.getByText(`算进去 ${made.length} + 没算进去 ${leftOut.length} = 全部 190 轮`)).toBeDefined();
    const groups = screen.getAllByRole('button', { name: /^跳到/ }).map((each) => each.textContent);
    expect(groups[0]).toBe(`算进去的 ${made.length}`);
    expect(groups.slice(1).map((text) => Number(text?.split(' ').at(-1)))).toEqual(
      groupLeftOut(leftOut).map(({ turns }) => turns.length),
    );
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe(String(190 + groups.length + 1));
  });

  it('lists the slowest first, of rates the misses, and says which they are', () => {
    renderPage(figurePage({ figure: 'averageResponseMs' }));
    const seconds = screen
      .getAllByRole('row')
      .slice(2)
      .map((row) => within(row).getAllByRole('cell')[4]?.textContent ?? '');
    const inMs = seconds.map((text) => (text.includes('分') ? 100 : Number.parseFloat(text)));
    expect(inMs).toEqual([...inMs].sort((a, b) => b - a));
    expect(seconds.length).toBeGreaterThan(5);
  });

  it('says what was missed in a rate by customers', () => {
    renderPage(figurePage({ figure: 'within', seconds: 10, unit: 'customerDay' }));
    expect(screen.getByRole('heading', { name: /^10秒应答率 · 按顾客 .* \d+ 位顾客$/ })).toBeDefined();
    expect(screen.getAllByRole('row')[2]?.textContent).toContain('没达到');
  });

  it('calls the rate that the platform judges as its card does', () => {
    renderPage(figurePage({ figure: 'within', seconds: 180 }));
    expect(screen.getByRole('heading', { name: /^3分钟人工回复率 .* \d+ 位顾客$/ })).toBeDefined();
  });

  it('shows when nothing was recorded', () => {
    renderPage(figurePage({ figure: 'coverage' }));
    const gaps = within(screen.getByRole('list', { name: '没记上的时段' })).getAllByRole('listitem');
    expect(gaps.map((gap) => gap.textContent)).toEqual([
      '2026-11-11 18:05 – 2026-11-11 18:08 工作台关着 · 当时 2 人在等',
      '2026-11-11 19:55 – 还没结束 暂停 · 当时 0 人在等',
    ]);
  });
});
