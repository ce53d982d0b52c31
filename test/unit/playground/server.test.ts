import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/server';

let playground: Playground;
beforeEach(async () => {
  playground = await startPlayground({ port: 0 });
});
afterEach(() => playground.close());

const command = (query: string, body: object): Promise<Response> =>
  fetch(`${playground.url}command?${query}`, { method: 'POST', body: JSON.stringify(body) });

describe('startPlayground', () => {
  it('proves itself in the documented skin only', async () => {
    const html = async (query: string): Promise<string> => (await fetch(`${playground.url}?${query}`)).text();
    expect(await html('')).toContain('<meta name="workbench" content="playground">');
    expect(await html('keys=name')).toContain('content="playground-names"');
    expect(await html('virtual=on')).toContain('content="playground-virtual"');
    expect(await html('skin=2')).not.toContain('name="workbench"');
    expect((await (await fetch(`${playground.url}page.js`)).text()).length).toBeGreaterThan(10_000);
  });

  it('keeps each shop apart and its messages between pages', async () => {
    const say = { op: 'append', conversationId: 'c1001', author: 'customer', text: '有货吗' };
    expect((await command('shop=a&script=off', say)).status).toBe(200);
    const texts = async (shop: string): Promise<string> =>
      (await command(`shop=${shop}&script=off`, { op: 'truth' })).text();
    expect(await texts('a')).toContain('有货吗');
    expect(await texts('b')).not.toContain('"text":"有货吗","sentAt"');
  });

  it('streams the state, then what happens', async () => {
    const stream = await fetch(`${playground.url}events?shop=c&script=off&tab=one`);
    const reader = stream.body?.getReader();
    const decoder = new TextDecoder();
    let received = '';
    const until = async (part: string): Promise<void> => {
      while (!received.includes(part)) {
        const chunk = await reader?.read();
        if (chunk?.value === undefined) throw new Error(`The stream ended before ${part}.`);
        received += decoder.decode(chunk.value, { stream: true });
      }
    };
    await until('"type":"snapshot"');
    await command('shop=c&script=off', {
      op: 'append',
      conversationId: 'c1002',
      author: 'customer',
      text: '包邮到新疆吗',
    });
    await until('包邮到新疆吗');
    expect(received).toContain('"type":"message"');
    await reader?.cancel();
  });

  it('refuses what it cannot do', async () => {
    const answer = await command('shop=d', { op: 'append', conversationId: 'nobody', author: 'customer', text: 'x' });
    expect(answer.status).toBe(400);
    expect((await fetch(`${playground.url}elsewhere`)).status).toBe(404);
  });
});
