import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { TodayPage, type TodayPageProps } from '@/components/dashboard/today/TodayPage';
import { pinduoduo } from '@/lib/metrics/profiles/pinduoduo';
import { targetsFor } from '@/lib/metrics/targets';
import { emptyToday, sampleMessages, sampleRow, sampleRows, sampleToday } from '@/scripts/dashboardGallery/sampleDay';
import { sampleAllFigures, sampleCorrections, sampleTodayProps } from '@/scripts/dashboardGallery/sampleFigures';
import { renderPage, useLayout } from './renderPage';

const { profile } = pinduoduo;

function page(over: Partial<TodayPageProps> = {}) {
  return (
    <TodayPage
      today={sampleToday}
      targets={targetsFor('pinduoduo')}
      profile={profile}
      rows={sampleRows(60, profile)}
      slowTurnMs={60_000}
      openKey={null}
      messages={null}
      onOpen={vi.fn()}
      {...sampleTodayProps}
      {...over}
    />
  );
}

const openers = () => screen.getAllByRole('button', { name: /^展开/ });

describe('today page', () => {
  useLayout();

  it('shows each figure with its gap in words, the deciding one first', () => {
    renderPage(page());
    const figures = within(screen.getByRole('region', { name: '今日数据' })).getAllByRole('link');
    expect(figures.slice(0, 5).map((figure) => figure.getAttribute('aria-label'))).toEqual([
      '3分钟人工回复率 99.4%,看明细 今天还能漏 2 个',
      '平均响应 14.6 秒,看明细 快 10.4 秒',
      '首次响应 7.9 秒,看明细 快 2.1 秒',
      '答问比 105%,看明细 差 10 个点',
      '回复率 96.2%,看明细 差 2.8 个点',
    ]);
    expect(figures.map((figure) => figure.getAttribute('href')?.split('=')[1])).toEqual([
      'within-180',
      'averageResponseMs',
      'firstResponseMs',
      'answerQuestionRatio',
      'replyRate',
      'customers',
      'answered',
      'medianResponseMs',
      'p90ResponseMs',
      'longestResponseMs',
      'averageResponseMs',
      'uncertain',
      'review',
      'coverage',
    ]);
    expect(screen.getByText(/按拼多多口径 · 记录完整 98% · 平台以次日后台为准/)).toBeDefined();
  });

  it('shows – and what to do on a day without turns', () => {
    renderPage(page({ rows: [], today: emptyToday }));
    expect(screen.getByRole('region', { name: '今天还没有轮次' })).toBeDefined();
    expect(screen.getByRole('link', { name: /平均响应 –,看明细/ })).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('never shows a full name', () => {
    const { container } = renderPage(page());
    expect(container.textContent).toContain('王*萍');
    expect(container.textContent).not.toContain('王小萍');
  });

  it('keeps 5,000 rows light: only those in sight exist, all are counted', () => {
    renderPage(page({ rows: sampleRows(5000, profile) }));
    expect(screen.getByText('5000 轮')).toBeDefined();
    expect(screen.getByRole('table', { name: '今日轮次' }).getAttribute('aria-rowcount')).toBe('5001');
    expect(openers().length).toBeGreaterThan(5);
    expect(openers().length).toBeLessThan(60);
  });

  it('finds by full name, shop, state and person, and clears', async () => {
    const rows = [0, 2, 4, 9].map((index) => sampleRow(index, profile));
    const { user } = renderPage(page({ rows }));
    await user.type(screen.getByRole('searchbox', { name: '搜索顾客、店铺' }), '王小');
    await waitFor(() => expect(screen.getByText('1 / 4 轮')).toBeDefined());
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    await user.selectOptions(screen.getByRole('combobox', { name: '状态' }), '等待中');
    await waitFor(() => expect(screen.getByText('2 / 4 轮')).toBeDefined());
    await user.selectOptions(screen.getByRole('combobox', { name: '状态' }), '全部状态');
    await user.selectOptions(screen.getByRole('combobox', { name: '值班人' }), '小雨');
    await waitFor(() => expect(screen.getByText('3 / 4 轮')).toBeDefined());
  });

  it('shows every figure in five groups, each opening its turns by the profile of its column', () => {
    const hrefOf = (ref: { figure: string }, id?: string) => `#${id}/${ref.figure}`;
    renderPage(page({ shown: 'all', all: sampleAllFigures, hrefOf }));
    for (const group of ['速度', '达标', '工作量', '压力', '漏接和没记上']) {
      expect(screen.getByRole('region', { name: group })).toBeDefined();
    }
    const link = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
    expect(link(/^平均响应 .*\(拼多多口径\),看明细$/)).toBe('#pinduoduo/averageResponseMs');
    expect(link(/^平均响应 .*\(自查口径\),看明细$/)).toBe('#selfcoach/averageResponseMs');
    // Three durations side by side are wider than a column.
    for (const part of ['看到', '想', '打字']) {
      expect(link(new RegExp(`^${part} [\\d.]+ 秒\\(拼多多口径\\),看明细$`))).toBe('#pinduoduo/split');
    }
    expect(link(/^每小时接待 .* 人\/小时\(拼多多口径\)/)).toBe('#pinduoduo/customersPerHour');
    expect(link(/^最多同时接待 6 个会话\(拼多多口径\)/)).toBe('#pinduoduo/receivingPeak');
    const within = screen.getByRole('region', { name: '达标' });
    for (const unit of ['按轮次', '只看首轮', '按顾客']) {
      for (const seconds of [10, 30, 60, 180]) {
        const name = new RegExp(`^${seconds}秒应答率 · ${unit} [\\d.]+%\\(拼多多口径\\),看明细$`);
        expect(within.querySelectorAll('a').length).toBeGreaterThan(12);
        expect(screen.getByRole('link', { name })).toBeDefined();
      }
    }
    expect(screen.getByText('180 秒内 今天还能漏 2 个')).toBeDefined();
  });

  it('says that the old figures are shown while others are being made', () => {
    renderPage(page({ rederiving: { done: 120, total: 400 } }));
    expect(screen.getByText(/120 \/ 400 个会话/)).toBeDefined();
  });

  it('lists the corrections, says what the last one changed, and undoes each', async () => {
    const onUndo = vi.fn();
    const [latest = null] = sampleCorrections;
    const { user } = renderPage(page({ corrections: sampleCorrections, latest, onUndo }));
    const notice = screen.getAllByRole('status').find((each) => each.textContent?.includes('→')) as HTMLElement;
    expect(notice.textContent).toContain('是自动回复 · 平均响应 15.2 秒 → 14.6 秒 · 首次响应 7.9 秒 → 8.3 秒');
    await user.click(within(notice).getByRole('button', { name: '撤销' }));
    expect(onUndo).toHaveBeenLastCalledWith(sampleCorrections[0]);
    await user.click(screen.getByText('更正过 2 处'));
    const items = within(screen.getByRole('list', { name: '更正' })).getAllByRole('listitem');
    expect(items[1]?.textContent).toContain('李*不是结束语');
    expect(items[1]?.textContent).toContain('这一天的数据没有变');
    await user.click(within(items[1] as HTMLElement).getByRole('button', { name: /^撤销/ }));
    expect(onUndo).toHaveBeenLastCalledWith(sampleCorrections[1]);
  });

  it('corrects a message by what can be said of it, and undoes it', async () => {
    const correcting = { onCorrect: vi.fn(), onMarkText: vi.fn(), onUndo: vi.fn(), perfunctorySinceMs: null };
    const row = sampleRow(20, profile);
    const [first, , auto, reply] = sampleMessages(row.turn);
    if (!first || !auto || !reply) throw new Error('The sample turn has five messages.');
    const messages = [
      { ...first, closing: 'afterQuestion' as const },
      auto,
      { ...reply, corrected: { perfunctory: 7 }, perfunctory: true, review: true },
    ];
    const { user } = renderPage(page({ rows: [row], openKey: row.key, messages, correcting }));
    const items = within(screen.getByRole('list', { name: '消息' })).getAllByRole('listitem');
    const [customer, automatic, own] = items as [HTMLElement, HTMLElement, HTMLElement];
    expect(customer.textContent).toContain('像结束语,但前一句在问话:不当结束语');
    expect(own.textContent).toContain('先算你的,是不是自动回复?');
    expect(own.textContent).toContain('敷衍:你更正过');
    const choose = async (item: HTMLElement, name: string) => {
      await user.click(within(item).getByRole('button', { name: /^更正/ }));
      await user.click(within(item).getByRole('button', { name }));
    };
    await choose(customer, '是结束语');
    expect(correcting.onCorrect).toHaveBeenLastCalledWith(first.key, { closing: true });
    await choose(automatic, '不是自动回复');
    expect(correcting.onCorrect).toHaveBeenLastCalledWith(auto.key, { author: 'agent' });
    await choose(own, '是同事发的');
    expect(correcting.onCorrect).toHaveBeenLastCalledWith(reply.key, { author: 'colleague' });
    await choose(own, '不算敷衍');
    expect(correcting.onCorrect).toHaveBeenLastCalledWith(reply.key, { perfunctory: false });
    await user.click(within(own).getByRole('button', { name: /的消息是我打的$/ }));
    expect(correcting.onCorrect).toHaveBeenLastCalledWith(reply.key, { author: 'agent' });
    await user.click(within(own).getByRole('button', { name: /的消息是自动回复$/ }));
    expect(correcting.onCorrect).toHaveBeenLastCalledWith(reply.key, { author: 'auto' });
    await user.click(within(own).getByRole('button', { name: /^撤销/ }));
    expect(correcting.onUndo).toHaveBeenLastCalledWith(7);
  });

  it('shows events as quiet lines among the messages, and what a robot held', () => {
    const row = sampleRow(20, profile, { state: 'excused', repliedAt: null, endedBy: 'transferredOut' });
    const [first] = sampleMessages(row.turn);
    if (!first) throw new Error('There are messages');
    const at = first.at + 5_000;
    const messages = [
      { ...first, held: true as const },
      { key: 'e', at, event: 'transferredOut' as const },
    ];
    renderPage(page({ rows: [row], openKey: row.key, messages }));
    const lines = within(screen.getByRole('list', { name: '消息' })).getAllByRole('listitem');
    expect(lines[0]?.textContent).toContain('机器人接待时说的:不算在轮次里');
    expect(lines[1]?.textContent).toMatch(/^转给别人 \d\d:\d\d:\d\d$/);
    expect(screen.getByText('怎么结束').nextElementSibling?.textContent).toBe('转给别人');
  });

  it('lists what is to be confirmed, and says nothing of it where there is nothing', async () => {
    const rows = [{ ...sampleRow(10, profile), review: true }, sampleRow(11, profile)];
    const { user, update } = renderPage(page({ rows }));
    expect(screen.getByText('待确认', { selector: '.mh-tag' })).toBeDefined();
    expect(screen.getByRole('link', { name: '2 轮待确认是不是自动回复' }).getAttribute('href')).toBe(
      '#today?only=review',
    );
    await user.click(screen.getByRole('button', { name: '待确认' }));
    expect(screen.getByText('1 / 2 轮')).toBeDefined();
    update(page({ rows: [sampleRow(11, profile)], today: { ...sampleToday, reviewTurns: 0 }, startFilter: {} }));
    expect(screen.queryByRole('link', { name: /待确认/ })).toBeNull();
  });

  it('lists the slow and the uncertain ones', async () => {
    const plain = { state: 'answered', uncertain: false } as const;
    const rows = [
      sampleRow(10, profile, { ...plain, clockAt: 0, repliedAt: 61_000 }),
      sampleRow(11, profile, { ...plain, clockAt: 0, repliedAt: 60_000 }),
      sampleRow(12, profile, { ...plain, uncertain: true, clockAt: 0, repliedAt: 90_000 }),
    ];
    const { user } = renderPage(page({ rows }));
    await user.click(screen.getByRole('button', { name: '慢响应' }));
    await waitFor(() => expect(screen.getByText('1 / 3 轮')).toBeDefined());
    await user.click(screen.getByRole('button', { name: '慢响应' }));
    await user.click(screen.getByRole('button', { name: '时间不确定' }));
    await waitFor(() => expect(screen.getByText('1 / 3 轮')).toBeDefined());
  });

  it('sorts by response, slowest first, unknown last', async () => {
    const { user } = renderPage(page({ rows: sampleRows(12, profile) }));
    await user.click(screen.getByRole('button', { name: '按响应排序' }));
    const head = screen.getByRole('columnheader', { name: /响应/ });
    expect(head.getAttribute('aria-sort')).toBe('descending');
    const seconds = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[4]?.textContent ?? '');
    const known = seconds.filter((text) => text !== '–').map((text) => Number.parseFloat(text));
    expect(known).toEqual([...known].sort((a, b) => b - a));
    expect(seconds.indexOf('–')).toBe(known.length);
  });

  it('opens a row by keyboard, moves with the arrows, one row a tab stop', async () => {
    const onOpen = vi.fn();
    const rows = sampleRows(30, profile);
    const { user } = renderPage(page({ rows, onOpen }));
    expect(openers().filter((each) => each.tabIndex === 0)).toHaveLength(1);
    openers()[0]?.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(openers()[1]));
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(rows[1]?.key);
  });

  it('shows an open turn: times, split, messages, and what it is left out of, each with its reason', async () => {
    const row = sampleRow(20, profile, {
      state: 'answered',
      first: false,
      uncertain: true,
      startedAt: Date.parse('2026-11-11T12:00:00Z'),
      sessionStartedAt: Date.parse('2026-11-11T11:50:00Z'),
      clockAt: Date.parse('2026-11-11T12:00:00Z'),
      openedAt: Date.parse('2026-11-11T12:00:03Z'),
      firstKeyAt: Date.parse('2026-11-11T12:00:07Z'),
      repliedAt: Date.parse('2026-11-11T12:00:14Z'),
    });
    const { user } = renderPage(page({ rows: [row], openKey: row.key, messages: sampleMessages(row.turn) }));
    const detail = screen.getByRole('region', { name: /20:00:00 的轮次明细/ });
    const times = within(detail).getByText('计时起点').closest('dl');
    expect(times?.textContent).toContain('回复20:00:14');
    expect(within(detail).getByText('3.0 秒')).toBeDefined();
    expect(within(detail).getByText('4.0 秒')).toBeDefined();
    expect(within(detail).getByText('7.0 秒')).toBeDefined();
    expect(within(detail).getByText('时间不确定:算轮次,不算响应时间')).toBeDefined();
    expect(within(detail).getByText('不是一次接待的第一轮:不算首次响应')).toBeDefined();
    const messages = within(within(detail).getByRole('list', { name: '消息' })).getAllByRole('listitem');
    expect(messages).toHaveLength(5);
    expect(messages[4]?.textContent).toContain('文字没有保存,或已到期删除');
    expect(messages[4]?.textContent).toContain('敷衍');
    await user.click(within(detail).getByRole('button', { name: '只看这位顾客' }));
    expect(screen.getByRole('button', { name: /^只看 / })).toBeDefined();
  });

  it('says that messages are being read', () => {
    const row = sampleRow(20, profile);
    renderPage(page({ rows: [row], openKey: row.key, messages: null }));
    expect(screen.getByText('正在读消息')).toBeDefined();
  });
});
