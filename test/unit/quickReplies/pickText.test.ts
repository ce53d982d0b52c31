import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { pickText, textsOf } from '@/lib/quickReplies/pickText';

const runs = Number(process.env.FC_RUNS ?? 1000);

function reply(text: string, variants?: string[]): QuickReply {
  const base = { id: 'r', code: '', title: '', text, group: '', order: 0, uses: 0, lastUsedAt: null };
  return variants ? { ...base, variants } : base;
}

describe('pickText', () => {
  const greeting = reply('亲，在的', ['您好，我在', '来了来了']);

  it('takes the first that the customer was not sent yet', () => {
    expect(pickText(greeting, [])).toBe('亲，在的');
    expect(pickText(greeting, ['亲，在的'])).toBe('您好，我在');
    expect(pickText(greeting, ['您好，我在', '亲，在的'])).toBe('来了来了');
  });

  it('then takes the one that was sent longest ago', () => {
    expect(pickText(greeting, ['您好，我在', '来了来了', '亲，在的'])).toBe('您好，我在');
    expect(pickText(reply('只有一句'), ['只有一句'])).toBe('只有一句');
  });

  it('knows a text again whose variables were filled', () => {
    const filled = reply('{称呼}，我是{客服}，很高兴为您服务', ['您好，请讲']);
    expect(pickText(filled, ['仙女，我是小雨，很高兴为您服务'])).toBe('您好，请讲');
    expect(pickText(filled, ['我是小雨'])).toBe('{称呼}，我是{客服}，很高兴为您服务');
    expect(pickText(reply('{称呼}', ['在']), ['随便什么'])).toBe('{称呼}');
  });

  it('leaves out blank variants', () => {
    expect(textsOf(reply('一', [' ', '二']))).toEqual(['一', '二']);
  });

  it('never repeats the last one while there is another', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 12 }), (picks) => {
        const texts = textsOf(greeting);
        const sent = picks.map((i) => texts[i] ?? '');
        expect(pickText(greeting, sent)).not.toBe(sent.at(-1));
      }),
      { numRuns: runs, seed: 12 },
    );
  });
});
