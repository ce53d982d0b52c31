import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { Palette, type PaletteProps } from '@/components/palette/Palette';
import { createTranslator } from '@/lib/i18n/translator';

Element.prototype.scrollIntoView = () => undefined;
afterEach(cleanup);

const results = [
  {
    replyId: '1',
    code: 'fh',
    title: '发货时间',
    text: '今天发',
    group: '发货物流',
    highlights: { code: [{ start: 0, end: 1 }], title: [{ start: 0, end: 2 }], text: [] },
  },
  { replyId: '2', code: '', title: '', text: '没有标题', group: '', highlights: { code: [], title: [], text: [] } },
];

function show(props: Partial<PaletteProps>) {
  const onPick = vi.fn();
  render(
    <TranslatorProvider translator={createTranslator('zh-CN', 'zh-CN')}>
      <Palette
        query="f"
        results={results}
        chosen={0}
        place={{ left: 10, width: 300, top: null, bottom: 20 }}
        onPick={onPick}
        {...props}
      />
    </TranslatorProvider>,
  );
  return onPick;
}

describe('Palette', () => {
  it('marks what was found, and the result that Enter inserts', () => {
    show({ chosen: 1 });
    const options = screen.getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual(['fh发货时间今天发', '没有标题']);
    expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['f', '发货']);
  });

  it('is picked with the mouse without taking the focus', () => {
    const onPick = show({});
    const [, second] = screen.getAllByRole('option');
    if (!second) throw new Error('Two results were given.');
    expect(fireEvent.mouseDown(second)).toBe(false);
    fireEvent.click(second);
    expect(onPick).toHaveBeenCalledWith(results[1]);
  });

  it('says what was not found, or what may be typed', () => {
    show({ results: [], query: 'xyz' });
    expect(screen.getByRole('status').textContent).toBe('没有找到「xyz」');
    cleanup();
    show({ results: [], query: '' });
    expect(screen.getByRole('status').textContent).toBe('打编码、拼音、首字母或内容');
  });
});
