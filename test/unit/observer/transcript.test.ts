// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { openPage, plain, settledPage, start } from './simulatedWorkbench';

const arrivals = (rows: readonly { text: string | null; seenAt: number | null }[]) =>
  rows.flatMap(({ text, seenAt }) => (seenAt === null ? [] : [text]));

describe('the open conversation', () => {
  it('reads what stands there first, as no arrival', async () => {
    const page = await settledPage({ rows: [['在吗'], ['在的', { side: 'own' }]] });
    expect(page.transcripts()).toMatchObject([
      {
        baseline: true,
        conversation: { key: 'c1', name: '王小萍' },
        rows: [
          { author: 'customer', seenAt: null },
          { author: 'own', seenAt: null },
        ],
      },
    ]);
    expect(page.errors).toEqual([]);
  });

  it('stamps a row that comes at the end with the time of the callback', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const at = page.now();
    await page.add('多少钱');
    expect(page.transcripts().at(-1)).toMatchObject({ baseline: false, readAt: at });
    expect(page.rows()).toMatchObject([{ seenAt: null }, { text: '多少钱', seenAt: at }]);
  });

  it('keeps the time at which a row came when its text follows later', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const at = page.now();
    const row = await page.add(null);
    expect(page.rows().at(-1)).toMatchObject({ text: null, seenAt: at });
    await page.pass(700);
    row.innerHTML = '<span class="text">多少钱</span>';
    await page.seen();
    expect(page.rows().at(-1)).toMatchObject({ text: '多少钱', seenAt: at });
    expect(page.rows()).toHaveLength(2);
  });

  it('takes rows put in front for history', async () => {
    const page = await settledPage({ rows: [['在吗'], ['在的', { side: 'own' }]] });
    await page.add('多少钱');
    page.find('.rows').prepend(page.draw('在吗'), page.draw('您好', { side: 'own' }));
    await page.seen();
    expect(page.texts()).toEqual(['在吗', '您好', '在吗', '在的', '多少钱']);
    expect(arrivals(page.rows())).toEqual(['多少钱']);
  });

  it('takes nothing for new when elements without keys are patched in place', async () => {
    const page = await settledPage({ rows: [['b'], ['c']] });
    const texts = ['a', 'b', 'c'];
    page.find('.rows').append(page.draw('c'));
    for (const [i, span] of [...document.querySelectorAll('.row .text')].entries()) span.textContent = texts[i] ?? '';
    await page.seen();
    expect(page.texts()).toEqual(texts);
    expect(arrivals(page.rows())).toEqual([]);
  });

  it('sends nothing when marks change, and a changed time without a new arrival', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const row = await page.add('多少钱', { time: '刚刚' });
    const at = page.rows().at(-1)?.seenAt;
    const sent = page.readings.length;
    row.classList.add('read');
    await page.seen();
    expect(page.readings).toHaveLength(sent);
    page.find('.row:last-child time').textContent = '12:00';
    await page.seen();
    expect(page.rows().at(-1)).toMatchObject({ seenAt: at, shown: { at: start, precision: 'minute' } });
  });

  it('leaves a translation out of the text', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    page.find('.row .text').insertAdjacentHTML('beforeend', '<i class="translation">Are you there?</i>');
    await page.seen();
    expect(page.texts()).toEqual(['在吗']);
  });

  it('keeps token and time of an own row that is replaced and re-keyed', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const row = await page.add('在的', { side: 'own', id: 'tmp-1' });
    const first = page.rows().at(-1);
    expect(first).toMatchObject({ id: null, seenAt: page.now() });
    row.remove();
    await page.seen();
    await page.pass(300);
    await page.add('在的', { side: 'own', id: '77' });
    expect(page.rows().at(-1)).toEqual({ ...first, id: '77' });
  });

  it('reads two equal texts as two rows, and a hidden or doubled copy as none', async () => {
    const page = await settledPage({ rows: [['在吗', { id: '1' }]] });
    await page.add('在吗', { id: '2' });
    await page.add('在吗', { id: '2' });
    const hidden = page.draw('在吗', { id: '3' });
    hidden.classList.add('hidden');
    page.find('.rows').append(hidden);
    await page.seen();
    expect(page.rows().map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('reads images by what stands for them, and system rows that mean something', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const image = page.draw(null);
    image.append(document.createElement('img'));
    page
      .find('.rows')
      .append(image, page.draw('会话已关闭', { side: 'system' }), page.draw('昨天', { side: 'system' }));
    await page.seen();
    expect(page.rows().slice(1)).toMatchObject([
      { text: '[图片]', author: 'customer' },
      { author: null, event: 'closed' },
    ]);
  });

  it('looks at everything once when a callback brings too many records', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const [list, row] = [page.find('.rows'), page.find('.row')];
    for (let i = 0; i < 1500; i++) {
      const copy = row.cloneNode(true);
      copy.textContent = '';
      const text = document.createElement('span');
      text.className = 'text';
      text.textContent = `第${i}句`;
      copy.appendChild(text);
      list.append(copy);
    }
    await page.seen();
    expect(page.rows()).toHaveLength(60);
    expect(page.texts().at(-1)).toBe('第1499句');
  });

  it('gives no tokens where rows are recycled, and follows them by what they say', async () => {
    const adapter = { ...plain, transcript: { ...plain.transcript, virtual: true } };
    const page = await settledPage({ adapter, rows: [['a'], ['b'], ['c']] });
    const at = page.now();
    for (const [i, span] of [...document.querySelectorAll('.row .text')].entries())
      span.textContent = ['b', 'c', 'd'][i] ?? '';
    await page.seen();
    expect(page.rows()).toMatchObject([
      { text: 'b', seenAt: null, token: null },
      { text: 'c', seenAt: null },
      { text: 'd', seenAt: at },
    ]);
  });

  it('times a message by when it came where its element had been lying there, empty', async () => {
    const adapter = { ...plain, transcript: { ...plain.transcript, virtual: true } };
    const page = await settledPage({ adapter, rows: [['a'], ['b']] });
    const row = page.draw('c');
    const { className } = row;
    row.className = 'row';
    page.find('.rows').append(row);
    await page.seen();
    await page.pass(2000);
    const at = page.now();
    row.className = className;
    await page.seen();
    expect(page.rows().at(-1)).toMatchObject({ text: 'c', seenAt: at });
  });

  it('ends with the signal', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const sent = page.readings.length;
    page.close();
    await page.add('多少钱');
    expect(page.readings).toHaveLength(sent);
  });
});

describe('switching conversations', () => {
  async function switchHeader() {
    const page = await settledPage({ rows: [['甲一'], ['甲二', { side: 'own' }]] });
    page.find('header').dataset.key = 'c2';
    await page.seen();
    return page;
  }

  it('does not take the old rows for those of the new conversation, however long they stay', async () => {
    const page = await switchHeader();
    await page.pass(900);
    await page.add('甲三');
    await page.pass(900);
    expect(page.transcripts().filter(({ conversation: { key } }) => key === 'c2')).toEqual([]);
    page.find('.rows').replaceChildren(page.draw('乙一'), page.draw('乙二', { side: 'own' }));
    await page.pass(200);
    expect(page.transcripts().at(-1)).toMatchObject({ conversation: { key: 'c2' }, baseline: true });
    expect(page.texts()).toEqual(['乙一', '乙二']);
    expect(arrivals(page.rows())).toEqual([]);
  });

  it('waits for two equal looks while rows are still being drawn', async () => {
    const page = await switchHeader();
    page.find('.rows').replaceChildren(page.draw('乙一'));
    await page.pass(30);
    await page.add('乙二');
    await page.pass(30);
    expect(page.transcripts().at(-1)?.conversation.key).toBe('c1');
    await page.pass(60);
    expect(page.texts()).toEqual(['乙一', '乙二']);
  });

  it('believes the rows at once when the agent goes back before they had changed', async () => {
    const page = await switchHeader();
    page.find('header').dataset.key = 'c1';
    await page.pass(200);
    expect(page.transcripts().at(-1)).toMatchObject({ conversation: { key: 'c1' }, baseline: true });
  });

  it('does not take rows that nobody had proven for those of the next conversation, whoever goes on in haste', async () => {
    const page = await switchHeader();
    page.find('.rows').replaceChildren(page.draw('乙一'), page.draw('乙二', { side: 'own' }));
    await page.pass(20);
    page.find('header').dataset.key = 'c3';
    await page.pass(900);
    expect(page.transcripts().at(-1)?.conversation.key).toBe('c1');
    page.find('.rows').replaceChildren(page.draw('丙一'));
    await page.pass(900);
    expect(page.transcripts().at(-1)).toMatchObject({ conversation: { key: 'c3' }, baseline: true });
    expect(page.texts()).toEqual(['丙一']);
  });

  it('waits, in haste, for rows of a conversation that is not open any more', async () => {
    const page = await switchHeader();
    page.find('header').dataset.key = 'c3';
    await page.pass(20);
    page.find('.rows').replaceChildren(page.draw('乙一'));
    await page.pass(300);
    page.find('.rows').replaceChildren(page.draw('丙一'));
    await page.pass(600);
    const later = page.transcripts().filter(({ conversation: { key } }) => key !== 'c1');
    expect(later.map(({ rows }) => rows.map(({ text }) => text))).toEqual([['丙一']]);
  });

  it('keeps the rows of another conversation apart when the agent goes back over it', async () => {
    const page = await switchHeader();
    page.find('.rows').replaceChildren(page.draw('乙一'));
    await page.pass(20);
    page.find('header').dataset.key = 'c1';
    await page.pass(900);
    expect(page.texts()).not.toContain('乙一');
    page.find('.rows').replaceChildren(page.draw('甲一'), page.draw('甲二', { side: 'own' }), page.draw('甲三'));
    await page.pass(900);
    expect(page.texts()).toEqual(['甲一', '甲二', '甲三']);
  });

  it('takes old rows that load after opening for history, and a new one for an arrival', async () => {
    const page = openPage({ rows: [] });
    await page.pass(100);
    await page.add('早', { time: '08:10' });
    await page.add('在吗', { time: '12:00' });
    expect(arrivals(page.rows())).toEqual(['在吗']);
  });
});
