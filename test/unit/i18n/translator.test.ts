import { describe, expect, it } from 'vitest';
import { createTranslator, enResources, resolveLanguage, zhResources } from '@/lib/i18n/translator';

/** Every leaf as `namespace.path.to.key` → text. */
function leaves(value: object, path: string): [string, string][] {
  return Object.entries(value).flatMap(([key, child]): [string, string][] =>
    typeof child === 'string' ? [[`${path}.${key}`, child]] : leaves(child, `${path}.${key}`),
  );
}

/** Plural forms differ between languages by nature: `_one` and `_other` are one key. */
const singular = (key: string): string => key.replace(/_(one|other)$/, '');
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

const zh = leaves(zhResources, '').map(([key, text]) => [singular(key), text] as const);
const en = leaves(enResources, '').map(([key, text]) => [singular(key), text] as const);

describe('the two languages', () => {
  it('have the same keys', () => {
    const keys = (pairs: (readonly [string, string])[]): string[] => [...new Set(pairs.map(([key]) => key))].sort();
    expect(keys(en)).toEqual(keys(zh));
    expect(zh.length).toBeGreaterThan(50);
  });

  it('have the same placeholders in every text', () => {
    const inChinese = new Map(zh.map(([key, text]) => [key, placeholders(text)]));
    for (const [key, text] of leaves(enResources, '')) {
      // A singular may say 'once' instead of its number; everything else must be filled in by both.
      const ours = key.endsWith('_one') ? [...new Set([...placeholders(text), 'count'])].sort() : placeholders(text);
      const theirs = inChinese.get(singular(key)) ?? [];
      expect([key, ours]).toEqual([key, key.endsWith('_one') ? [...new Set([...theirs, 'count'])].sort() : theirs]);
    }
  });

  it('have no empty text', () => {
    for (const [key, text] of [...zh, ...en]) expect([key, text]).not.toEqual([key, '']);
  });

  it('address the agent plainly in Chinese: no 您, no exclamation mark', () => {
    for (const [key, text] of zh) expect([key, /您|!|!/.test(text)]).toEqual([key, false]);
  });
});

describe('createTranslator', () => {
  it.each([
    ['auto', 'zh-CN', 'zh-CN'],
    ['auto', 'zh-TW', 'zh-CN'],
    ['auto', 'zh', 'zh-CN'],
    ['auto', 'en-US', 'en'],
    ['auto', 'de', 'en'],
    ['auto', '', 'en'],
    ['zh-CN', 'en-US', 'zh-CN'],
    ['en', 'zh-CN', 'en'],
  ] as const)('%s in a browser that speaks %s is %s', (setting, uiLanguage, language) => {
    expect(resolveLanguage(setting, uiLanguage)).toBe(language);
    expect(createTranslator(setting, uiLanguage).language).toBe(language);
  });

  it('is ready at once and keeps instances apart', () => {
    const chinese = createTranslator('zh-CN', '');
    const english = createTranslator('en', '');
    expect(chinese.t('common:state.recording')).toBe('记录中');
    expect(english.t('common:state.recording')).toBe('Recording');
    expect(chinese.t('format:turns', { count: 1 })).toBe('1 轮');
    expect(english.t('format:turns', { count: 1 })).toBe('1 turn');
    expect(english.t('format:turns', { count: 2 })).toBe('2 turns');
  });

  it('leaves markup in a name as it is written', () => {
    expect(createTranslator('zh-CN', '').t('format:faster', { duration: '<b>&' })).toBe('快 <b>&');
  });
});
