import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Overlay } from '@/components/overlay/Overlay';
import type { OverlayActions, OverlayState } from '@/components/overlay/overlayProps';
import { renderSurface } from '../renderSurface';
import { now, suggestions, tab, view, wait, waits } from '../samples';

function actions() {
  return {
    onToggle: vi.fn(),
    onPause: vi.fn(),
    onResume: vi.fn(),
    onPerson: vi.fn(),
    onDuty: vi.fn(),
    onShop: vi.fn(),
    onJump: vi.fn(),
    onMore: vi.fn(),
    onInsert: vi.fn(),
    onNameShop: vi.fn(),
    onLeaveShop: vi.fn(),
    onMark: vi.fn(),
    onUndo: vi.fn(),
    onToMark: vi.fn(),
    onRecognise: vi.fn(),
    onStart: vi.fn(),
    onDrag: vi.fn(),
  } satisfies OverlayActions;
}

function state(change: Partial<OverlayState> = {}): OverlayState {
  return {
    view: view(waits(3)),
    status: { state: 'recording' },
    folded: false,
    size: 'medium',
    place: null,
    current: null,
    suggestions: [],
    shop: null,
    peakSort: 'aboutToBeLate',
    toMark: 0,
    lastMark: null,
    ...change,
  };
}

const open = { conversationId: 'c1', outcome: null, advertiser: false } as const;
const rowNames = (): string[] =>
  within(screen.getByRole('list', { name: '等待中' }))
    .getAllByRole('button')
    .map((row) => /去回复 (\w+)/.exec(row.getAttribute('aria-label') ?? '')?.[1] ?? '');

describe('the pill', () => {
  it('says how many wait and how long the longest has', () => {
    renderSurface(<Overlay {...state({ folded: true })} {...actions()} />);
    expect(screen.getByRole('button').textContent).toBe('3 等待·0:50');
  });

  it('unfolds when pressed', async () => {
    const does = actions();
    renderSurface(<Overlay {...state({ folded: true })} {...does} />);
    await userEvent.click(screen.getByRole('button'));
    expect(does.onToggle).toHaveBeenCalledOnce();
    expect(screen.getByRole('button').getAttribute('aria-expanded')).toBe('false');
  });

  it.each([
    [{ state: 'notReading', since: now, problem: 'noList' }, '没在记录·3 等待'],
    [{ state: 'paused', since: now }, '已暂停·3 等待'],
    [{ state: 'noConsent' }, '还没开始记录·3 等待'],
  ] as const)('says so while it is not recording: %j', (status, text) => {
    renderSurface(<Overlay {...state({ folded: true, status })} {...actions()} />);
    expect(screen.getByRole('button').textContent).toBe(text);
  });

  it('is dragged without unfolding', () => {
    const does = actions();
    renderSurface(<Overlay {...state({ folded: true })} {...does} />);
    const pill = screen.getByRole('button');
    fireEvent.pointerDown(pill, { button: 0, pointerId: 1, clientX: 10, clientY: 10 });
    fireEvent.pointerMove(pill, { pointerId: 1, clientX: 110, clientY: 60 });
    fireEvent.pointerUp(pill, { pointerId: 1, clientX: 120, clientY: 70 });
    fireEvent.click(pill);
    expect(does.onDrag.mock.calls).toEqual([
      [{ left: 100, top: 50 }, false],
      [{ left: 110, top: 60 }, true],
    ]);
    expect(does.onToggle).not.toHaveBeenCalled();
  });
});

describe('the quiet panel', () => {
  it('lists the longest wait first and jumps to the one pressed', async () => {
    const does = actions();
    const waiting = [wait('late', 20), wait('early', 70), wait('thanks', 300, { closingOnly: true })];
    renderSurface(<Overlay {...state({ view: view(waiting) })} {...does} />);
    expect(rowNames()).toEqual(['early', 'late', 'thanks']);
    expect(screen.getByRole('button', { name: /thanks\*客,可能不用回/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /去回复 early/ }));
    expect(does.onJump).toHaveBeenCalledWith(waiting[1]);
  });

  it('asks on one line for the shop of a page that does not show it, and leaves it at that', async () => {
    const does = actions();
    const asking = tab({ shop: null, origin: 'https://desk.example', asksForShop: true });
    renderSurface(<Overlay {...state({ view: view(waits(2), { tabs: [asking] }) })} {...does} />);
    const line = within(screen.getByRole('group', { name: 'desk.example 是哪家店?' }));
    await userEvent.click(line.getByRole('button', { name: '起个店名' }));
    expect(does.onNameShop).toHaveBeenCalledOnce();
    await userEvent.click(line.getByRole('button', { name: '不用店名' }));
    expect(does.onLeaveShop).toHaveBeenCalledWith(asking);
  });

  it('shows five and says how many more there are', async () => {
    const does = actions();
    renderSurface(<Overlay {...state({ view: view(waits(9)) })} {...does} />);
    expect(rowNames()).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
    await userEvent.click(screen.getByRole('button', { name: '还有 4 位' }));
    expect(does.onMore).toHaveBeenCalledOnce();
  });

  it('shows the open conversation only while its turn is open', () => {
    const does = actions();
    const { rerender } = renderSurface(<Overlay {...state({ current: open })} {...does} />);
    expect(screen.getByRole('region', { name: '本会话' }).textContent).toBe('本轮已等0:49第 2 轮');
    rerender(<Overlay {...state({ current: { ...open, conversationId: 'answered' } })} {...does} />);
    expect(screen.queryByRole('region', { name: '本会话' })).toBeNull();
  });

  it('calls the first turn 首次响应', () => {
    const waiting = [wait('c1', 23, { first: true })];
    renderSurface(<Overlay {...state({ view: view(waiting), current: open })} {...actions()} />);
    expect(screen.getByRole('region', { name: '本会话' }).textContent).toBe('本轮已等0:23首次响应');
  });

  it('offers three suggestions, only with an open conversation', async () => {
    const does = actions();
    const { rerender } = renderSurface(<Overlay {...state({ suggestions })} {...does} />);
    expect(screen.queryByRole('list', { name: '推荐话术' })).toBeNull();
    rerender(<Overlay {...state({ suggestions, current: open })} {...does} />);
    const list = screen.getByRole('list', { name: '推荐话术' });
    expect(
      within(list)
        .getAllByRole('button')
        .map((row) => row.textContent),
    ).toEqual(['Alt+1k0今天发货', 'Alt+2k1已经到网点', 'Alt+3k2帮您催']);
    await userEvent.click(within(list).getByRole('button', { name: 'Alt+2 填入:已经到网点' }));
    expect(does.onInsert).toHaveBeenCalledWith(suggestions[1]);
  });

  it('marks the open conversation, shows its mark and takes it back', async () => {
    const does = actions();
    const marked = state({ current: { ...open, outcome: 'ordered' }, lastMark: 'ordered' });
    renderSurface(<Overlay {...marked} {...does} />);
    const group = screen.getByRole('group', { name: '标记' });
    expect(within(group).getByRole('button', { name: '成交' }).getAttribute('aria-pressed')).toBe('true');
    expect(within(group).getByRole('button', { name: '未成' }).getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(within(group).getByRole('button', { name: '广告' }));
    expect(does.onMark).toHaveBeenCalledWith('advertiser');
    await userEvent.click(within(group).getByRole('button', { name: '撤销' }));
    expect(does.onUndo).toHaveBeenCalledOnce();
  });

  it('shows the four figures, the deciding one first', () => {
    renderSurface(<Overlay {...state()} {...actions()} />);
    const cells = [...document.querySelectorAll('.mh-today dt')].map((cell) => cell.textContent);
    expect(cells).toEqual(['3分钟人工回复率✓', '平均响应✓', '首次响应✓', '答问比✓']);
  });

  it('brings back what a peak put off once 3 or fewer wait', async () => {
    const does = actions();
    const { rerender } = renderSurface(<Overlay {...state({ view: view(waits(4)), toMark: 4 })} {...does} />);
    expect(screen.queryByRole('button', { name: /待标记/ })).toBeNull();
    rerender(<Overlay {...state({ view: view(waits(3)), toMark: 4 })} {...does} />);
    await userEvent.click(screen.getByRole('button', { name: '高峰过了:4 条待标记' }));
    expect(does.onToMark).toHaveBeenCalledOnce();
  });

  it('changes person and shop, and lists one shop only', async () => {
    const does = actions();
    const waiting = [wait('a', 30, { shop: '花间' }), wait('b', 20, { shop: '小满' })];
    const { rerender } = renderSurface(<Overlay {...state({ view: view(waiting) })} {...does} />);
    await userEvent.click(screen.getByRole('button', { name: '交接:现在 小雨 在岗' }));
    await userEvent.click(screen.getByRole('button', { name: '阿杰' }));
    await userEvent.click(screen.getByRole('button', { name: '交接:现在 小雨 在岗' }));
    await userEvent.click(screen.getByRole('button', { name: '未指定' }));
    expect(does.onPerson.mock.calls).toEqual([['阿杰'], [null]]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '店铺' }), '小满');
    expect(does.onShop).toHaveBeenCalledWith('小满');
    rerender(<Overlay {...state({ view: view(waiting), shop: '小满' })} {...does} />);
    expect(rowNames()).toEqual(['b']);
  });
});

describe('what is not recorded', () => {
  it('says what happened, since when, and what to do', async () => {
    const does = actions();
    const since = new Date(2026, 10, 11, 14, 3).getTime();
    renderSurface(<Overlay {...state({ status: { state: 'notReading', since, problem: 'noList' } })} {...does} />);
    expect(screen.getByRole('alert').textContent).toBe(
      '没在记录:聊天列表找不到了。14:03 起的消息没记上。点这里重新识别',
    );
    await userEvent.click(screen.getByRole('button', { name: '点这里重新识别' }));
    expect(does.onRecognise).toHaveBeenCalledOnce();
  });

  it('pauses and goes on', async () => {
    const does = actions();
    const { rerender } = renderSurface(<Overlay {...state()} {...does} />);
    await userEvent.click(screen.getByRole('button', { name: '暂停' }));
    expect(does.onPause).toHaveBeenCalledOnce();
    rerender(<Overlay {...state({ status: { state: 'paused', since: now } })} {...does} />);
    for (const button of screen.getAllByRole('button', { name: '继续记录' })) await userEvent.click(button);
    expect(does.onResume).toHaveBeenCalledTimes(2);
  });

  it('asks before it begins', async () => {
    const does = actions();
    renderSurface(<Overlay {...state({ view: view([]), status: { state: 'noConsent' } })} {...does} />);
    await userEvent.click(screen.getByRole('button', { name: '开始记录' }));
    expect(does.onStart).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: '暂停' })).toBeNull();
  });
});

describe('the peak panel', () => {
  const rush = [
    ...waits(9),
    wait('soon', 142),
    wait('over1', 200),
    wait('over2', 190),
    wait('new', 3, { first: true }),
  ];

  it('begins at 10 waiting, with who can still be saved on top and those over in one line', async () => {
    const does = actions();
    renderSurface(<Overlay {...state({ view: view(rush), suggestions, current: open })} {...does} />);
    expect(screen.getByText('已超时 2')).toBeTruthy();
    expect(screen.getByText('1分钟内会超 1')).toBeTruthy();
    expect(rowNames()).toEqual(['soon', 'new', 'c0', 'c1', 'c2', 'c3', 'c4']);
    expect(screen.getByRole('button', { name: /去回复 soon/ }).textContent).toContain('剩 0:38');
    await userEvent.click(screen.getByRole('button', { name: '已超时 2 位' }));
    expect(does.onMore).toHaveBeenCalledOnce();
    expect(screen.getByText('今天还能漏 2 个')).toBeTruthy();
    expect(screen.getByText('平响 14.6秒')).toBeTruthy();
  });

  it('can list the longest wait first', () => {
    renderSurface(<Overlay {...state({ view: view(rush), peakSort: 'longest' })} {...actions()} />);
    expect(rowNames().slice(0, 3)).toEqual(['over1', 'over2', 'soon']);
    expect(screen.queryByRole('button', { name: /已超时 2 位/ })).toBeNull();
  });

  it('leaves everything else for later', () => {
    renderSurface(<Overlay {...state({ view: view(rush), current: open, toMark: 4 })} {...actions()} />);
    expect(screen.queryByRole('group', { name: '标记' })).toBeNull();
    expect(screen.queryByRole('region', { name: '本会话' })).toBeNull();
    expect(screen.queryByRole('button', { name: /待标记/ })).toBeNull();
  });

  it('ends when at most 6 have waited for a minute', () => {
    const does = actions();
    const { rerender, clock } = renderSurface(<Overlay {...state({ view: view(rush) })} {...does} />);
    rerender(<Overlay {...state({ view: view(waits(6)) })} {...does} />);
    clock.advance(59);
    expect(screen.queryByRole('button', { name: '暂停' })).toBeNull();
    clock.advance(1);
    expect(screen.getByRole('button', { name: '暂停' })).toBeTruthy();
  });
});

describe('the order of the list', () => {
  const before = state({ view: view([wait('a', 30), wait('b', 20)]) });
  const after = state({ view: view([wait('new', 90), wait('a', 30), wait('b', 20)]) });

  it('changes at most every 2 s', () => {
    const does = actions();
    const { rerender, clock } = renderSurface(<Overlay {...before} {...does} />);
    rerender(<Overlay {...after} {...does} />);
    expect(rowNames()).toEqual(['a', 'b', 'new']);
    clock.advance(1);
    expect(rowNames()).toEqual(['a', 'b', 'new']);
    clock.advance(1);
    expect(rowNames()).toEqual(['new', 'a', 'b']);
  });

  it('stands still while the pointer is in it, and keeps the place of who was answered', () => {
    const does = actions();
    const { rerender, clock } = renderSurface(<Overlay {...before} {...does} />);
    fireEvent.pointerEnter(screen.getByRole('list', { name: '等待中' }));
    rerender(<Overlay {...state({ view: view([wait('new', 90), wait('b', 20)]) })} {...does} />);
    clock.advance(30);
    expect(rowNames()).toEqual(['a', 'b', 'new']);
    const answered = screen.getByRole('button', { name: /去回复 a/ });
    expect(answered.textContent).toContain('已回');
    expect(answered.hasAttribute('disabled')).toBe(true);
    fireEvent.pointerLeave(screen.getByRole('list', { name: '等待中' }));
    expect(rowNames()).toEqual(['new', 'b']);
  });

  it('stands still while the keyboard is in it', () => {
    const does = actions();
    const { rerender, clock } = renderSurface(<Overlay {...before} {...does} />);
    fireEvent.focus(screen.getByRole('button', { name: /去回复 a/ }));
    rerender(<Overlay {...after} {...does} />);
    clock.advance(30);
    expect(rowNames()).toEqual(['a', 'b', 'new']);
    fireEvent.blur(screen.getByRole('button', { name: /去回复 a/ }));
    expect(rowNames()).toEqual(['new', 'a', 'b']);
  });
});

describe('focus and keys', () => {
  it('leaves the caret in the composer when pressed', () => {
    const { rerender } = renderSurface(<Overlay {...state({ suggestions, current: open })} {...actions()} />);
    expect(fireEvent.mouseDown(screen.getByRole('button', { name: /填入:今天发货/ }))).toBe(false);
    expect(fireEvent.mouseDown(screen.getByRole('button', { name: /去回复 c0/ }))).toBe(false);
    expect(fireEvent.mouseDown(screen.getByRole('button', { name: /^交接/ }))).toBe(false);
    const shops = view([wait('a', 30, { shop: '花间' }), wait('b', 20, { shop: '小满' })]);
    rerender(<Overlay {...state({ view: shops })} {...actions()} />);
    expect(fireEvent.mouseDown(screen.getByRole('combobox', { name: '店铺' }))).toBe(true);
  });

  it('folds on Esc, and the pill keeps the focus that the panel had', async () => {
    const does = actions();
    const { rerender } = renderSurface(<Overlay {...state()} {...does} />);
    screen.getByRole('button', { name: '收起' }).focus();
    await userEvent.keyboard('{Escape}');
    expect(does.onToggle).toHaveBeenCalledOnce();
    rerender(<Overlay {...state({ folded: true })} {...does} />);
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });

  it('takes no focus of its own when it appears, folds or unfolds', () => {
    const does = actions();
    const { rerender } = renderSurface(<Overlay {...state({ folded: true })} {...does} />);
    rerender(<Overlay {...state()} {...does} />);
    rerender(<Overlay {...state({ folded: true })} {...does} />);
    expect(document.activeElement).toBe(document.body);
  });
});

describe('in English', () => {
  it('says the same', () => {
    renderSurface(<Overlay {...state({ view: view(waits(9)) })} {...actions()} />, 'en');
    expect(screen.getByRole('region', { name: 'Miaohui overlay' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '4 more' })).toBeTruthy();
    expect(screen.getByText('1.4s faster')).toBeTruthy();
  });
});
