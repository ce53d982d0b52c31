import { expect, test } from 'vitest';
import type { Recorder } from '@/lib/domain/reading';
import { missingOriginNames, withOriginNames } from '@/lib/settings/originNames';
import { defaultSettings } from '@/lib/settings/schema';

const recorder: Recorder = { id: 'r', workbenchId: 'w', origin: 'https://a.example', account: 'xiaoyu', shop: null };
const named = { ...defaultSettings(), origins: { 'https://a.example': { account: 'other', shop: '花间' } } };

test('a shop that the page does not show is called as the agent named it; the account stays the page’s', () => {
  expect(withOriginNames(recorder, named)).toEqual({ ...recorder, shop: '花间' });
  expect(withOriginNames({ ...recorder, shop: '页上' }, named).shop).toBe('页上');
  expect(withOriginNames(recorder, defaultSettings()).shop).toBeNull();
});

test('the agent is asked once for each origin that shows no shop', () => {
  expect(missingOriginNames(recorder, defaultSettings())).toEqual({
    'https://a.example': { account: 'xiaoyu', shop: null },
  });
  expect(missingOriginNames(recorder, named)).toBeNull();
  expect(missingOriginNames({ ...recorder, shop: '页上' }, defaultSettings())).toBeNull();
});
