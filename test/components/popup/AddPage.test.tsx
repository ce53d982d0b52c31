// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { AddPage } from '@/components/popup/AddPage';
import { createTranslator } from '@/lib/i18n/translator';

function show(host: string | null, onAdd = () => {}, unreachable: string | null = null) {
  return render(
    <TranslatorProvider translator={createTranslator('zh-CN', 'zh-CN')}>
      <AddPage host={host} unreachable={unreachable} onAdd={onAdd} />
    </TranslatorProvider>,
  );
}

test('a page that may not be read yet can be added with one press', async () => {
  const onAdd = vi.fn();
  show('chat.example.com', onAdd);
  expect(screen.getByText(/chat\.example\.com/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: '记录这个页面' }));
  expect(onAdd).toHaveBeenCalledOnce();
});

test('with nothing to add it is not there', () => {
  const { container } = show(null);
  expect(container.textContent).toBe('');
});

test('a page that the browser keeps us out of is said, with what to do', () => {
  const { container } = show('chat.example.com', () => {}, 'chat.example.com');
  expect(screen.getByRole('alert').textContent).toMatch(/没有记录.*再试/);
  expect(container.querySelector('button')).toBeNull();
});
