import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { WordListsSection } from '@/components/dashboard/settings/WordListsSection';
import type { Settings } from '@/lib/domain/settings';
import { closingWords } from '@/lib/metrics/classify/closing';
import { perfunctoryWords } from '@/lib/metrics/classify/perfunctory';
import { defaultSettings } from '@/lib/settings/schema';
import { renderPage, useLayout } from './renderPage';

function open(wordLists: Settings['wordLists'] = { closing: null, perfunctory: null }) {
  const onChange = vi.fn();
  const view = renderPage(<WordListsSection settings={{ ...defaultSettings(), wordLists }} onChange={onChange} />);
  const save = screen.getByRole<HTMLButtonElement>('button', { name: '存下并重算' });
  return { ...view, onChange, save };
}

describe('word lists', () => {
  useLayout();

  it('show what is shipped, and nothing counts before it is saved', async () => {
    const { user, onChange, save } = open();
    const closing = within(screen.getByRole('list', { name: '结束语' }));
    expect(closing.getAllByRole('listitem')).toHaveLength(closingWords.length);
    expect(save.disabled).toBe(true);
    await user.type(screen.getByRole('textbox', { name: '给结束语加一句' }), ' 得嘞 {Enter}');
    await user.click(screen.getByRole('button', { name: '去掉「谢谢」' }));
    await user.click(screen.getByRole('button', { name: '去掉「稍等」' }));
    expect(onChange).not.toHaveBeenCalled();
    await user.click(save);
    expect(onChange).toHaveBeenCalledExactlyOnceWith({
      wordLists: {
        closing: [...closingWords.filter((word) => word !== '谢谢'), '得嘞'],
        perfunctory: perfunctoryWords.filter((word) => word !== '稍等'),
      },
    });
  });

  it('take a word once, and give up a draft', async () => {
    const { user, onChange, save } = open();
    const field = screen.getByRole('textbox', { name: '给敷衍回复加一句' });
    await user.type(field, '稍等');
    expect(screen.getByText('已经有了')).toBeDefined();
    await user.clear(field);
    await user.type(field, '稍候{Enter}');
    expect(within(screen.getByRole('list', { name: '敷衍回复' })).getByText('稍候')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '放弃修改' }));
    expect(within(screen.getByRole('list', { name: '敷衍回复' })).queryByText('稍候')).toBeNull();
    expect(save.disabled).toBe(true);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('go back to what is shipped', async () => {
    const { user, onChange, save } = open({ closing: ['得嘞'], perfunctory: null });
    const [own, shipped] = screen.getAllByRole<HTMLButtonElement>('button', { name: '恢复自带的' });
    expect(shipped?.disabled).toBe(true);
    if (own !== undefined) await user.click(own);
    await user.click(save);
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ wordLists: { closing: null, perfunctory: null } });
  });
});
