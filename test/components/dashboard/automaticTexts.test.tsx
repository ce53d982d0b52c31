import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CorrectionList } from '@/components/dashboard/figures/CorrectionList';
import { AutomaticTextsCard } from '@/components/dashboard/settings/AutomaticTextsCard';
import type { Correcting } from '@/components/dashboard/today/correcting';
import { TurnMessage } from '@/components/dashboard/today/TurnMessage';
import type { OpenedMessage } from '@/lib/domain/openedMessage';
import { sampleCorrections } from '@/scripts/dashboardGallery/sampleFigures';
import { renderPage, useLayout } from './renderPage';

const timeZone = 'Asia/Shanghai';
const own: OpenedMessage = {
  key: 'k',
  at: Date.UTC(2026, 10, 11, 3, 4, 5),
  author: 'agent',
  text: '亲,欢迎光临',
  recalled: false,
  review: false,
  precision: 'seen',
  closing: 'no',
  perfunctory: false,
  openedAt: null,
  firstKeyAt: null,
  corrected: {},
  textMark: null,
};

function open(message: OpenedMessage) {
  const correcting: Correcting = { onCorrect: vi.fn(), onMarkText: vi.fn(), onUndo: vi.fn(), perfunctorySinceMs: null };
  return { ...renderPage(<TurnMessage {...{ message, timeZone, correcting }} />), correcting };
}

describe('a text that is automatic', () => {
  useLayout();

  it('marks the text of an own message, and takes the mark back where it is shown', async () => {
    const { user, correcting, update } = open(own);
    await user.click(screen.getByRole('button', { name: /^更正/ }));
    await user.click(screen.getByRole('button', { name: '这句话都是自动回复' }));
    expect(correcting.onMarkText).toHaveBeenCalledExactlyOnceWith('k');

    update(
      <TurnMessage message={{ ...own, author: 'auto', textMark: 7 }} timeZone={timeZone} correcting={correcting} />,
    );
    expect(screen.getByText('自动回复:你说过这句话都是')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^更正/ }));
    expect(screen.queryByRole('button', { name: '这句话都是自动回复' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^撤销/ }));
    expect(correcting.onUndo).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('offers it for no message of the customer, and for none whose text is not known', async () => {
    const { textMark: _, ...unknown } = own;
    const { user } = open(unknown);
    await user.click(screen.getByRole('button', { name: /^更正/ }));
    expect(screen.getByRole('button', { name: '是自动回复' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '这句话都是自动回复' })).toBeNull();
  });

  it('lists the marked texts with where they hold, each to be undone', async () => {
    const onUnmarkText = vi.fn();
    const at = Date.UTC(2026, 10, 11, 3);
    const automaticTexts = [
      { id: 2, at, text: '亲,欢迎光临', accountName: '拼多多 · 小雨' },
      { id: 1, at, text: null, accountName: '拼多多 · 阿花' },
    ];
    const { user } = renderPage(<AutomaticTextsCard {...{ automaticTexts, onUnmarkText, timeZone }} />);
    const items = within(screen.getByRole('list', { name: '自动回复的话' })).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      '亲,欢迎光临拼多多 · 小雨 · 2026-11-11 11:00撤销',
      '文字没有保存拼多多 · 阿花 · 2026-11-11 11:00撤销',
    ]);
    await user.click(screen.getByRole('button', { name: '撤销:亲,欢迎光临' }));
    expect(onUnmarkText).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('says of several marks that took effect at once that their figures are of all', () => {
    const [first] = sampleCorrections;
    if (first === undefined) throw new Error('There is a sample');
    const corrections = [{ ...first, kind: 'automaticText' as const, together: 2 }];
    renderPage(<CorrectionList {...{ corrections, timeZone }} onUndo={vi.fn()} />);
    const [item] = screen.getAllByRole('listitem', { hidden: true });
    expect(item?.textContent).toContain('这句话都是自动回复');
    expect(item?.textContent).toContain('15.2 秒 → 14.6 秒');
    expect(item?.textContent).toContain('2 处更正一起重算的结果');
  });
});
