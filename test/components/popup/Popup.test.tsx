import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Popup } from '@/components/popup/Popup';
import type { PopupActions, PopupView } from '@/components/popup/popupProps';
import { renderSurface } from '../renderSurface';
import { figures, now, suggestions, tab, targets, view, wait, waits } from '../samples';

function actions() {
  return {
    onStart: vi.fn(),
    onAddPage: vi.fn(),
    onPause: vi.fn(),
    onResume: vi.fn(),
    onPerson: vi.fn(),
    onDuty: vi.fn(),
    onReply: vi.fn(),
    onInsert: vi.fn(),
    onFix: vi.fn(),
    onSeller: vi.fn(),
    onNameShop: vi.fn(),
    onCopyReport: vi.fn(),
    onExport: vi.fn(),
    onDetails: vi.fn(),
    onProfile: vi.fn(),
    onReview: vi.fn(),
    onSettings: vi.fn(),
    onRetry: vi.fn(),
  } satisfies PopupActions;
}

function state(change: Partial<PopupView> = {}): PopupView {
  return {
    state: { kind: 'live' },
    view: view(waits(3)),
    activeTab: tab(),
    addable: null,
    unreachable: null,
    currentId: null,
    suggestions: [],
    hours: { from: 8, to: 23 },
    peakSort: 'aboutToBeLate',
    copied: null,
    pauseChoices: [null],
    rederiving: null,
    ...change,
  };
}

const figureNames = (): string[] =>
  within(screen.getByRole('region', { name: '今日数字' }))
    .getAllByRole('button')
    .map((row) => row.getAttribute('aria-label') ?? '');

describe('the live popup', () => {
  it('says who waits longest and goes there', async () => {
    const does = actions();
    const waiting = waits(3);
    renderSurface(<Popup {...state({ view: view(waiting) })} {...does} />);
    expect(screen.getByRole('region', { name: '等待中' }).textContent).toBe('等待中3最久 0:50 c0*客去回复没有快超时的');
    await userEvent.click(screen.getByRole('button', { name: '去回复 c0*客' }));
    expect(does.onReply).toHaveBeenCalledWith(waiting[0]);
  });

  it("shows the open conversation's own turn", () => {
    renderSurface(<Popup {...state({ currentId: 'c2' })} {...actions()} />);
    expect(screen.getByRole('region', { name: '等待中' }).textContent).toContain('本会话:已等 0:48 · 第 2 轮');
  });

  it('says so when nobody waits', () => {
    renderSurface(<Popup {...state({ view: view([]) })} {...actions()} />);
    expect(screen.getByRole('region', { name: '等待中' }).textContent).toBe('等待中0没人在等');
  });

  it('shows three figures against their targets, each opening its turns', async () => {
    const does = actions();
    renderSurface(<Popup {...state()} {...does} />);
    expect(figureNames()).toEqual([
      '3分钟人工回复率 看明细: 99.4% 今天还能漏 2 个',
      '平均响应 看明细: 14.6 秒 快 1.4 秒',
      '首次响应 看明细: 7.9 秒 快 2.1 秒',
    ]);
    const average = screen.getByRole('button', { name: /平均响应/ });
    expect(average.textContent).toContain('目标 ≤16秒 · 快 1.4 秒 ✓');
    expect(average.textContent).toContain('186 轮 · 中位 9.0 · 九成在 31 秒内 · 最慢 2分10秒');
    await userEvent.click(average);
    expect(does.onDetails).toHaveBeenCalledWith({ figure: 'averageResponseMs' });
  });

  it("begins with the platform's deciding figure", () => {
    const douyin = { ...targets, deciding: 'averageResponse' as const };
    renderSurface(<Popup {...state({ view: view([], { targets: douyin, profileId: 'douyin' }) })} {...actions()} />);
    expect(figureNames()[0]).toMatch(/^平均响应/);
  });

  it('has the words of the profile that an edited copy began as, and the name of the copy', () => {
    const copy = { profileId: 'custom', basedOn: 'taobao', profileName: '店里的' };
    renderSurface(<Popup {...state({ view: view([], copy) })} {...actions()} />);
    expect(figureNames()[0]).toMatch(/^3分钟人工响应率/);
    expect(screen.getByRole('button', { name: /店里的/ })).toBeTruthy();
  });

  it('says how many turns wait to be confirmed, and opens them', async () => {
    const does = actions();
    const today = { ...view([]).today, reviewTurns: 3 };
    const { rerender } = renderSurface(<Popup {...state({ view: view([], { today }) })} {...does} />);
    await userEvent.click(screen.getByRole('button', { name: /^3 轮待确认是不是自动回复/ }));
    expect(does.onReview).toHaveBeenCalledOnce();
    rerender(<Popup {...state({ view: view([]) })} {...does} />);
    expect(screen.queryByRole('button', { name: /待确认/ })).toBeNull();
  });

  it('names the few turns that move the average', () => {
    const today = { ...view([]).today, outliers: { count: 1, longestMs: 552_000, averageWithoutMs: 14_200 } };
    renderSurface(<Popup {...state({ view: view([], { today }) })} {...actions()} />);
    expect(screen.getByText('其中 1 轮 9 分 12 秒,不含它 14.2 秒')).toBeTruthy();
  });

  it('shows counts with their unit and – for what is not known', () => {
    const today = { ...view([]).today, figures: { ...figures, replyRate: null }, receiving: 9 };
    renderSurface(<Popup {...state({ view: view([], { today }) })} {...actions()} />);
    const cells = [...document.querySelectorAll('.mh-counts > div')].map((cell) => cell.textContent);
    expect(cells).toEqual(['答问比132%', '回复率–', '接待人数142 人', '同时接待9 人']);
  });

  it('says by which rule, how complete, and whose figures decide', async () => {
    const does = actions();
    renderSurface(<Popup {...state()} {...does} />);
    await userEvent.click(screen.getByRole('button', { name: '按拼多多口径 · 8–23点' }));
    expect(does.onProfile).toHaveBeenCalledOnce();
    expect(screen.getByText('平台以次日后台为准')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '记录完整 98% 看明细' }));
    expect(does.onDetails).toHaveBeenCalledWith({ figure: 'coverage' });
  });

  it('offers suggestions only for a conversation in the active tab', async () => {
    const does = actions();
    const { rerender } = renderSurface(<Popup {...state({ suggestions })} {...does} />);
    expect(screen.queryByRole('list', { name: '推荐话术' })).toBeNull();
    rerender(<Popup {...state({ suggestions, currentId: 'c0' })} {...does} />);
    await userEvent.click(screen.getByRole('button', { name: 'Alt+1 填入:今天发货' }));
    expect(does.onInsert).toHaveBeenCalledWith(suggestions[0]);
  });

  it('has its tools at the foot and says when the report is copied', async () => {
    const does = actions();
    const { rerender } = renderSurface(<Popup {...state()} {...does} />);
    await userEvent.click(screen.getByRole('button', { name: '复制日报' }));
    await userEvent.click(screen.getByRole('button', { name: '导出' }));
    await userEvent.click(screen.getByRole('button', { name: '看明细' }));
    await userEvent.click(screen.getByRole('button', { name: '设置' }));
    expect(does.onCopyReport).toHaveBeenCalledOnce();
    expect(does.onExport).toHaveBeenCalledOnce();
    expect(does.onDetails).toHaveBeenCalledWith(null);
    expect(does.onSettings).toHaveBeenCalledOnce();
    rerender(<Popup {...state({ copied: 'done' })} {...does} />);
    expect(screen.getByRole('button', { name: '已复制' })).toBeTruthy();
    rerender(<Popup {...state({ copied: 'failed' })} {...does} />);
    expect(screen.getByRole('button', { name: '没复制成' })).toBeTruthy();
  });
});

describe('the head', () => {
  it('names workbench, shop and person, and pauses', async () => {
    const does = actions();
    renderSurface(<Popup {...state({ activeTab: tab({ shop: '花间' }) })} {...does} />);
    expect(screen.getByRole('banner').textContent).toContain('记录中拼多多 · 花间');
    await userEvent.click(screen.getByRole('button', { name: '交接:现在 小雨 在岗' }));
    await userEvent.click(screen.getByRole('button', { name: '阿杰' }));
    expect(does.onPerson).toHaveBeenCalledWith('阿杰');
    await userEvent.click(screen.getByRole('button', { name: '暂停' }));
    expect(does.onPause).toHaveBeenCalledWith(null);
  });

  it('offers spans to pause for where there are several', async () => {
    const does = actions();
    renderSurface(<Popup {...state({ pauseChoices: [15, 60, null] })} {...does} />);
    const menu = screen.getByRole('combobox', { name: '暂停' });
    await userEvent.selectOptions(menu, '暂停 15 分钟');
    await userEvent.selectOptions(menu, '一直暂停');
    expect(does.onPause.mock.calls).toEqual([[15], [null]]);
  });

  it('shows a red line with a way out for each tab that is not recording', async () => {
    const does = actions();
    const feige = tab({
      tabId: 2,
      workbenchName: '飞鸽',
      status: { state: 'notReading', since: now, problem: 'loggedInElsewhere' },
    });
    renderSurface(<Popup {...state({ view: view([], { tabs: [tab(), feige] }) })} {...does} />);
    expect(screen.getAllByRole('alert').map((line) => line.textContent)).toEqual([
      '飞鸽:没在记录——账号在别处登录怎么办',
    ]);
    await userEvent.click(screen.getByRole('button', { name: '怎么办' }));
    expect(does.onFix).toHaveBeenCalledWith(feige);
  });

  it('says since when a page that is not understood is missing, and recognises it again', async () => {
    const does = actions();
    const lost = tab({ status: { state: 'notReading', since: now, problem: 'noList' } });
    renderSurface(<Popup {...state({ view: view([], { tabs: [lost] }) })} {...does} />);
    expect(screen.getByRole('alert').textContent).toMatch(/聊天列表找不到了。\d\d:\d\d 起的消息没记上/);
    await userEvent.click(screen.getByRole('button', { name: '重新识别' }));
    expect(does.onFix).toHaveBeenCalledWith(lost);
  });

  it('asks whether the user sells on a page that buyers share', async () => {
    const does = actions();
    const shared = tab({ status: { state: 'notReading', since: now, problem: 'asksForSeller' } });
    renderSurface(<Popup {...state({ view: view([], { tabs: [shared] }) })} {...does} />);
    await userEvent.click(screen.getByRole('button', { name: '我是买家,不记录' }));
    expect(does.onSeller).toHaveBeenCalledWith(shared, 'buyer');
  });

  it('asks once for the shop of a page that does not show it', async () => {
    const does = actions();
    const asking = tab({ shop: null, origin: 'https://desk.example', asksForShop: true });
    const { rerender } = renderSurface(<Popup {...state({ view: view([], { tabs: [asking] }) })} {...does} />);
    const save = screen.getByRole('button', { name: '记下' });
    expect(save).toHaveProperty('disabled', true);
    await userEvent.type(screen.getByRole('textbox', { name: 'desk.example 的店名' }), ' 山野集 {Enter}');
    expect(does.onNameShop).toHaveBeenLastCalledWith(asking, '山野集');
    await userEvent.click(screen.getByRole('button', { name: '不用店名' }));
    expect(does.onNameShop).toHaveBeenLastCalledWith(asking, null);
    rerender(<Popup {...state({ view: view([], { tabs: [{ ...asking, asksForShop: false }] }) })} {...does} />);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('goes on after a pause', async () => {
    const does = actions();
    const paused = tab({ status: { state: 'paused', since: now } });
    renderSurface(<Popup {...state({ activeTab: paused, view: view([], { tabs: [paused] }) })} {...does} />);
    expect(screen.getByRole('banner').textContent).toContain('已暂停');
    await userEvent.click(screen.getByRole('button', { name: '继续记录' }));
    expect(does.onResume).toHaveBeenCalledOnce();
  });
});

describe('in a peak', () => {
  const rush = [...waits(11), wait('soon', 150), wait('over', 300)];

  it('lists the five who can be saved, without grey lines and counts', async () => {
    const does = actions();
    renderSurface(<Popup {...state({ view: view(rush) })} {...does} />);
    const rows = within(screen.getByRole('list', { name: '等待中' })).getAllByRole('button');
    expect(rows).toHaveLength(5);
    expect(rows[0]?.textContent).toContain('剩 0:30');
    for (const count of ['等待 13', '已超时 1', '1分钟内会超 1']) {
      await userEvent.click(screen.getByRole('button', { name: `${count} 看明细` }));
    }
    expect(does.onDetails.mock.calls).toEqual(Array(3).fill([{ figure: 'pending' }]));
    expect(screen.queryByText(/中位/)).toBeNull();
    expect(screen.queryByText('接待人数')).toBeNull();
    await userEvent.click(rows[0] ?? document.body);
    expect(does.onReply).toHaveBeenCalledWith(rush[11]);
  });

  it('still lists somebody when all are over', () => {
    const late = Array.from({ length: 12 }, (_, index) => wait(`l${index}`, 400 - index));
    renderSurface(<Popup {...state({ view: view(late) })} {...actions()} />);
    const rows = within(screen.getByRole('list', { name: '等待中' })).getAllByRole('button');
    expect(rows).toHaveLength(5);
    expect(rows[0]?.textContent).toContain('超时 6:40');
  });
});

describe('the empty states', () => {
  it('before consent: three lines on what is stored and one button', async () => {
    const does = actions();
    renderSurface(<Popup {...state({ state: { kind: 'notSetUp' }, view: null })} {...does} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: '开始记录' }));
    expect(does.onStart).toHaveBeenCalledOnce();
  });

  it("without a workbench: says so and shows yesterday's card, without a budget for a day that is over", () => {
    const { rerender } = renderSurface(
      <Popup {...state({ state: { kind: 'noWorkbench', yesterday: view([]) }, view: null })} {...actions()} />,
    );
    expect(screen.getByRole('heading', { name: '没有打开的工作台' })).toBeTruthy();
    const yesterday = screen.getByRole('region', { name: '昨天' });
    expect(yesterday.textContent).toContain('99.4%');
    expect(yesterday.textContent).not.toContain('今天还能漏');
    rerender(<Popup {...state({ state: { kind: 'noWorkbench', yesterday: null }, view: null })} {...actions()} />);
    expect(screen.getByText('昨天没有记录')).toBeTruthy();
  });

  it('with broken storage: one red block and no number', async () => {
    const does = actions();
    renderSurface(<Popup {...state({ state: { kind: 'storageBroken', reason: 'UnknownError' } })} {...does} />);
    expect(screen.getByRole('alert').textContent).toContain('没在记录');
    expect(screen.getByRole('alert').textContent).toContain('UnknownError');
    expect(screen.getByRole('main').children).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(does.onRetry).toHaveBeenCalledOnce();
  });
});

describe('figures that are being worked out anew', () => {
  it('stay, greyed, with how far the others are', () => {
    renderSurface(<Popup {...state({ rederiving: { done: 120, total: 400 } })} {...actions()} />);
    expect(screen.getByRole('status').textContent).toBe('按新口径重算中 120/400');
    expect(screen.getByRole('main').className).toContain('mh-stale');
    expect(screen.getByRole('button', { name: /平均响应/ }).textContent).toContain('14.6 秒');
  });
});

describe('ticking', () => {
  it('moves only clocks, by their text', () => {
    const { container, clock } = renderSurface(<Popup {...state({ currentId: 'c2' })} {...actions()} />);
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(container, { childList: true, characterData: true, attributes: true, subtree: true });
    clock.advance(1);
    records.push(...observer.takeRecords());
    observer.disconnect();
    expect(records.map((record) => record.type)).toEqual(['characterData', 'characterData']);
  });
});
