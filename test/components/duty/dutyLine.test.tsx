import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DutyLine } from '@/components/duty/DutyLine';
import { DutySwitch } from '@/components/duty/DutySwitch';
import type { DutyView } from '@/components/duty/dutyProps';
import { Overlay } from '@/components/overlay/Overlay';
import type { OverlayActions, OverlayProps } from '@/components/overlay/overlayProps';
import { OffDutyLine } from '@/components/popup/OffDutyLine';
import { Popup } from '@/components/popup/Popup';
import type { PopupProps } from '@/components/popup/popupProps';
import { renderSurface } from '../renderSurface';
import { figures, now, tab, view, waits } from '../samples';

const working = { on: true, by: null, since: null, leftOut: true } as const;
const wentHome = { on: false, by: 'switch', since: now, leftOut: true } as const;

function line(change: Partial<DutyView>, handing = false) {
  const does = { onPerson: vi.fn(), onDuty: vi.fn(), onHanded: vi.fn() };
  const all = { person: '小雨', persons: ['小雨', '阿杰'], askPerson: false, duty: working, ...change };
  renderSurface(<DutyLine view={all} handing={handing} {...does} />);
  return does;
}

describe('the line under the head', () => {
  it('is not there while nothing is to be asked or said', () => {
    line({});
    expect(document.querySelector('.mh-duty-line')).toBeNull();
  });

  it('asks who is on duty, and one press answers', async () => {
    const does = line({ askPerson: true, person: null });
    const group = screen.getByRole('group', { name: '现在是谁在岗?' });
    expect(
      within(group)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['小雨', '阿杰', '']);
    expect(group.contains(document.activeElement)).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: '阿杰' }));
    expect(does.onPerson.mock.calls).toEqual([['阿杰']]);
  });

  it('left open, the turns are nobody’s', async () => {
    const does = line({ askPerson: true, person: null });
    await userEvent.click(screen.getByRole('button', { name: '先不指定' }));
    expect(does.onPerson.mock.calls).toEqual([[null]]);
  });

  it('hands over to somebody else, many of them in a menu, or to nobody', async () => {
    const does = line({ persons: ['小雨', '甲', '乙', '丙', '丁'] }, true);
    const group = screen.getByRole('group', { name: '交接给' });
    expect(within(group).queryByRole('button', { name: '小雨' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '乙' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '其他人' }), '丁');
    await userEvent.click(screen.getByRole('button', { name: '未指定' }));
    expect(does.onPerson.mock.calls).toEqual([['乙'], ['丁'], [null]]);
    expect(does.onHanded).toHaveBeenCalledTimes(3);
    await userEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(does.onPerson).toHaveBeenCalledTimes(3);
  });

  it('says that one is off duty and what that means by this profile, and 上班 ends it', async () => {
    const does = line({ duty: wentHome });
    expect(screen.getByRole('status').textContent).toMatch(/^\d\d:\d\d 下班:新来的轮次单独算上班$/);
    await userEvent.click(screen.getByRole('button', { name: '上班' }));
    expect(does.onDuty.mock.calls).toEqual([[true]]);
  });

  it.each([
    [{ on: false, by: 'shift', since: null, leftOut: false }, '不在班次里:按这个口径照样算上班'],
    [{ on: false, by: 'workbench', since: now, leftOut: true }, '工作台显示离线:新来的轮次单独算'],
  ] as const)('says what says so: %o', (duty, words) => {
    line({ duty });
    expect(screen.getByRole('status').textContent).toBe(words);
  });
});

describe('the switch', () => {
  it('is one press either way, and says what it means', async () => {
    const onDuty = vi.fn();
    const { rerender } = renderSurface(<DutySwitch duty={working} onDuty={onDuty} />);
    expect(screen.getByRole('button', { name: '下班' }).title).toBe('下班:照常记录,之后新来的轮次单独算');
    await userEvent.click(screen.getByRole('button', { name: '下班' }));
    rerender(<DutySwitch duty={{ ...working, leftOut: false }} onDuty={onDuty} />);
    expect(screen.getByRole('button', { name: '下班' }).title).toContain('照样算');
    rerender(<DutySwitch duty={wentHome} onDuty={onDuty} />);
    await userEvent.click(screen.getByRole('button', { name: '上班' }));
    expect(onDuty.mock.calls).toEqual([[false], [true]]);
    rerender(<DutySwitch duty={{ ...wentHome, by: 'workbench' }} onDuty={onDuty} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

const nothing = () => undefined;

function overlayProps(change: Partial<OverlayProps>): OverlayProps {
  const on = ['onToggle', 'onPause', 'onResume', 'onPerson', 'onDuty', 'onShop', 'onJump', 'onMore', 'onInsert'];
  const more = ['onMark', 'onUndo', 'onToMark', 'onRecognise', 'onStart', 'onDrag'];
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
    ...(Object.fromEntries([...on, ...more].map((name) => [name, nothing])) as unknown as OverlayActions),
    ...change,
  };
}

describe('on the surfaces', () => {
  it('the pill and both panels say that one is off duty', () => {
    const duty = wentHome;
    const props = (waiting: number) => overlayProps({ view: view(waits(waiting), { duty }) });
    const { rerender } = renderSurface(<Overlay {...props(3)} folded />);
    expect(screen.getByRole('button').textContent).toBe('已下班·3 等待');
    rerender(<Overlay {...props(3)} />);
    expect(screen.getByRole('banner').textContent).toContain('已下班');
    expect(screen.getAllByRole('status').length).toBe(1);
    rerender(<Overlay {...props(40)} />);
    expect(screen.getByRole('status').textContent).toContain('单独算');
  });

  it('a peak is not disturbed by the question', () => {
    const asked = { askPerson: true, person: null };
    const { rerender } = renderSurface(<Overlay {...overlayProps({ view: view(waits(3), asked) })} />);
    expect(screen.getByRole('group', { name: '现在是谁在岗?' })).toBeDefined();
    rerender(<Overlay {...overlayProps({ view: view(waits(40), asked) })} />);
    expect(screen.queryByRole('group', { name: '现在是谁在岗?' })).toBeNull();
  });

  it('the popup says what its figures leave out, and nothing where there is nothing', () => {
    const today = (offDuty: number, offDutyReplyRate: number | null) => ({
      ...view([]),
      today: { ...view([]).today, figures: { ...figures, offDuty, offDutyReplyRate } },
    });
    const { rerender, container } = renderSurface(<OffDutyLine day={today(3, 2 / 3)} />);
    expect(container.textContent).toBe('下班后 3 轮 · 回复率 66.7%');
    rerender(<OffDutyLine day={today(1, null)} />);
    expect(container.textContent).toBe('下班后 1 轮 · 回复率 –');
    rerender(<OffDutyLine day={today(0, null)} />);
    expect(container.textContent).toBe('');
  });

  it('the popup asks as well', () => {
    const props = {
      state: { kind: 'live' },
      view: view([], { askPerson: true, person: null, tabs: [tab()] }),
      activeTab: tab(),
      addable: null,
      currentId: null,
      suggestions: [],
      hours: null,
      peakSort: 'aboutToBeLate',
      copied: null,
      pauseChoices: [null],
      rederiving: null,
    } satisfies Partial<PopupProps>;
    renderSurface(<Popup {...(props as unknown as PopupProps)} />);
    expect(screen.getByRole('group', { name: '现在是谁在岗?' })).toBeDefined();
  });
});
