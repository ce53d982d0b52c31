import type { Page } from '@playwright/test';

/** What the popup shows, a row a figure: what is printed is what the agent would read. */
export async function readFigures(popup: Page): Promise<{ 指标: string; 数值: string; 说明: string }[]> {
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  const rows: { 指标: string; 数值: string; 说明: string }[] = [];
  for (const figure of await popup.locator('.mh-figure').all()) {
    const parts = (await figure.allInnerTexts())
      .join('\n')
      .split('\n')
      .map(tidy)
      .filter((part) => part !== '');
    const [label = '', ...rest] = parts;
    const value = tidy((await figure.locator('.mh-value').first().allInnerTexts()).join(' '));
    rows.push({ 指标: label, 数值: value, 说明: rest.filter((part) => !value.includes(part)).join(' · ') });
  }
  for (const cell of await popup.locator('.mh-counts__cell').all()) {
    const [label = '', ...value] = (await cell.allInnerTexts()).join('\n').split('\n').map(tidy);
    rows.push({ 指标: label, 数值: tidy(value.join(' ')), 说明: '' });
  }
  return rows;
}
