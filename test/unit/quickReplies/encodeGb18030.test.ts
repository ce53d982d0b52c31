import { expect, it } from 'vitest';
import { encodeGb18030 } from '@/lib/quickReplies/encodeGb18030';

it('writes what every reader of GBK reads', () => {
  expect([...encodeGb18030('发货ab')]).toEqual([0xb7, 0xa2, 0xbb, 0xf5, 0x61, 0x62]);
  expect([...encodeGb18030('😀')]).toEqual([0x94, 0x39, 0xfc, 0x36]);
});

it('loses no character: what a decoder reads is what was written', () => {
  let text = '';
  for (let code = 0; code <= 0x10_ffff; code += code < 0x1_0000 ? 1 : 37)
    if (code < 0xd800 || code > 0xf8ff) text += String.fromCodePoint(code);
  expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(text)) === text).toBe(true);
});
