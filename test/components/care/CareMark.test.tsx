import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CareMark, type CareMarkProps } from '@/components/care/CareMark';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { createTranslator } from '@/lib/i18n/translator';

afterEach(cleanup);

function show(props: Partial<CareMarkProps>) {
  const onVariant = vi.fn();
  const onDismiss = vi.fn();
  render(
    <TranslatorProvider translator={createTranslator('zh-CN', 'zh-CN')}>
      <CareMark
        lines={[{ line: 'word', kind: 'offPlatform', written: ['加 V', '微信'] }]}
        held={false}
        variant={null}
        place={{ left: 0, maxWidth: 300, top: 10, bottom: null }}
        onVariant={onVariant}
        onDismiss={onDismiss}
        {...props}
      />
    </TranslatorProvider>,
  );
  return { onVariant, onDismiss };
}

describe('CareMark', () => {
  it('says which word and why, and is waved away without taking the focus', () => {
    const { onDismiss } = show({});
    expect(screen.getByRole('status', { name: '发送前看一眼' }).textContent).toContain(
      '「加 V」「微信」像是引到平台外',
    );
    expect(screen.queryByRole('button', { name: '换一句' })).toBeNull();
    const button = screen.getByRole('button', { name: '知道了' });
    expect(fireEvent.mouseDown(button)).toBe(false);
    fireEvent.click(button);
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it('says what is wrong beyond words', () => {
    show({
      lines: [
        { line: 'check', check: 'unfilledVariable', names: ['单号'] },
        { line: 'check', check: 'otherCustomer', name: '王女士' },
      ],
    });
    expect(screen.getByRole('status').textContent).toMatch(/{单号}还没填「王女士」是另一位顾客的名字/);
    cleanup();
    show({ lines: [{ line: 'expired', date: '11月20日' }] });
    expect(screen.getByRole('status').textContent).toContain('这条话术 11月20日 已过期');
  });

  it('offers another text, and says that the next Enter sends', () => {
    const { onVariant } = show({
      lines: [
        { line: 'check', check: 'sentBefore' },
        { line: 'check', check: 'sentOften', share: 0.42 },
        { line: 'check', check: 'unfilledVariable', names: ['单号'] },
        { line: 'check', check: 'otherCustomer', name: '王女士' },
      ],
      held: true,
      variant: '亲，在的',
    });
    const text = screen.getByRole('status').textContent;
    for (const words of [
      '同样的话这位顾客收到过',
      '今天 42% 的回复',

      '还有 2 处',
      '再按一次回车就发送',
    ])
      expect(text).toContain(words);
    fireEvent.click(screen.getByRole('button', { name: '换一句' }));
    expect(onVariant).toHaveBeenCalledOnce();
  });
});
