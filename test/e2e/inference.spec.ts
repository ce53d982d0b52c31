import { expect, test } from '@playwright/test';
import { chromium } from 'playwright';
import { findChromium } from '../../scripts/chromium.mjs';
import { inferAddress, inferenceScript } from '../../scripts/infer';
import { compare, startCases } from '../bench/inferenceCases';

test('the playground in every skin and every chat library are read exactly, without a question', async () => {
  test.setTimeout(120_000);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const { cases, close } = await startCases(browser);
  try {
    const script = await inferenceScript();
    const unknown = cases.filter(({ name }) => !name.startsWith('documented') && !name.startsWith('held'));
    expect(unknown).toHaveLength(10);
    for (const one of unknown) {
      const { name, url, truth } = one;
      const found = await inferAddress(browser, url, script);
      const expected = await truth();
      const { exact, wrong } = compare(one, expected, found);
      expect(wrong, `${name}: said by nobody`).toEqual([]);
      expect(exact, `${name}: of ${expected.length}`).toBe(expected.length);
      expect(found.unsure, name).toEqual([]);
      expect(found.composer, name).not.toBeNull();
    }
  } finally {
    await close();
    await browser.close();
  }
});
