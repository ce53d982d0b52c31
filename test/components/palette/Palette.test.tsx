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
    asked: [],
    validUntil: null,
    highlights: { code: [{ start: 0, end: 1 }], title: [{ start: 0, end: 2 }], text: [] },
  },
  {
    replyId: '2',
    code: '',
    title: '',
    text: '没有标题',
    group: '',
    asked: [],
    validUntil: null,
    highlights: { code: [], title: [], text: [] },
  },
];

function show(props: Partial<PaletteProps>) {
  const onPick = vi.fn();
  render(
    <TranslatorProvider translator={createTranslator('zh-CN', 'zh-CN')}>
      <Palette
        query="f"
        results={results}
        chosen={0}
        form={null}
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

  it('asks for a free field, and shows what will be inserted', () => {
    show({ form: { title: '物流单号', field: '单号', number: 2, count: 2, answer: 'SF12', preview: '单号 SF12' } });
    expect(screen.queryByRole('option')).toBeNull();
    const form = screen.getByRole('group', { name: '物流单号' });
    for (const words of ['单号', '2/2', 'SF12', '单号 SF12', '回车填入输入框'])
      expect(form.textContent).toContain(words);
    cleanup();
    show({ form: { title: '物流单号', field: '姓名', number: 1, count: 2, answer: '', preview: '' } });
    expect(screen.getByRole('group').textContent).toContain('回车到下一项');
  });

  it('says what was not found, or what may be typed', () => {
    show({ results: [], query: 'xyz' });
    expect(screen.getByRole('status').textContent).toBe('没有找到「xyz」');
    cleanup();
    show({ results: [], query: '' });
    expect(screen.getByRole('status').textContent).toBe('打编码、拼音、首字母或内容');
  });
});
