import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { TeachingPanel } from '@/components/teaching/TeachingPanel';
import { TEACHING_PARTS, type TeachingView } from '@/components/teaching/teachingProps';
import { renderSurface } from '../renderSurface';

const view: TeachingView = {
  mode: 'teach',
  host: 'chat.shop.example',
  counts: { customer: 3, own: 2, automatic: 0, item: 4, composer: 1 },
  messages: [
    { side: 'customer', text: '什么时候发货', time: '14:02' },
    { side: 'own', text: '今天下午就发', time: null },
  ],
  boxes: [],
  confidence: 0.87,
  question: null,
  changes: [],
  lost: [],
  picking: null,
  candidate: null,
  misunderstood: false,
  failed: null,
};

function show(change: Partial<TeachingView> = {}) {
  const actions = {
    onPick: vi.fn(),
    onLeavePicking: vi.fn(),
    onAnswer: vi.fn(),
    onConfirm: vi.fn(),
    onCancel: vi.fn(),
  };
  const panel = (more: Partial<TeachingView>) => (
    <TeachingPanel {...view} {...more} {...actions} place={{ left: 0, top: 0 }} />
  );
  const { rerender } = renderSurface(panel(change));
  return { actions, rerender: (more: Partial<TeachingView>) => rerender(panel({ ...change, ...more })) };
}

const pointOut = () => within(screen.getByRole('list', { name: '找到的' })).getAllByRole('button');

describe('the teaching panel', () => {
  it('takes the focus, lists what was found and how it reads', () => {
    show();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    expect(pointOut()).toHaveLength(TEACHING_PARTS.length);
    expect(screen.getByText('什么时候发货')).toBeTruthy();
    expect(screen.getByText('今天下午就发')).toBeTruthy();
  });

  it('is done with the keys alone: pointing out, confirming, cancelling', async () => {
    const { actions } = show();
    const user = userEvent.setup();
    const [first] = pointOut();
    first?.focus();
    await user.keyboard('{Enter}');
    expect(actions.onPick).toHaveBeenCalledWith('customer');
    const dialog = screen.getByRole('dialog');
    const confirm = dialog.querySelector<HTMLButtonElement>('footer button');
    confirm?.focus();
    await user.keyboard('{Enter}');
    expect(actions.onConfirm).toHaveBeenCalledOnce();
  });

  it('gives the focus back to the button by which pointing began', () => {
    const { rerender } = show();
    rerender({ picking: 'own' });
    rerender({ picking: null });
    expect(document.activeElement).toBe(pointOut()[TEACHING_PARTS.indexOf('own')]);
  });

  it('asks which message is one’s own, and tells which was answered', async () => {
    const { actions } = show({ question: ['在的亲', '在吗'] });
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '在吗' }));
    expect(actions.onAnswer).toHaveBeenLastCalledWith(1);
    await user.click(screen.getByRole('button', { name: '在的亲' }));
    expect(actions.onAnswer).toHaveBeenLastCalledWith(0);
  });

  it('keeps nothing where no message was found', () => {
    show({ confidence: null, messages: [], counts: { customer: 0, own: 0, automatic: 0, item: 0, composer: 0 } });
    expect(screen.getByRole('dialog').querySelector<HTMLButtonElement>('footer button')?.disabled).toBe(true);
  });

  it('never says that it is wholly sure', () => {
    show({ confidence: 1 });
    expect(screen.getByRole('dialog').textContent).toContain('99');
    expect(screen.getByRole('dialog').textContent).not.toContain('100');
  });

  it('says why it could not be kept', () => {
    show({ failed: 'QuotaExceededError' });
    expect(screen.getByRole('dialog').textContent).toContain('QuotaExceededError');
  });
});
