import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { turnsCsv } from '@/lib/exports/turnsCsv';
import { createTranslator } from '@/lib/i18n/translator';
import { EVENING, sampleInput, sampleTurn } from './samples';

const { t } = createTranslator('zh-CN', 'zh');
const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

describe('turns as CSV', () => {
  it('writes local times, seconds and Chinese headers', () => {
    expect(read(turnsCsv(sampleInput(), t))[0]).toMatchObject({
      会话: 'C1',
      开始: '2026-11-11 20:05:03',
      回复时间: '2026-11-11 20:05:17',
      '响应(秒)': '14.6',
      '看到(秒)': '3.2',
      状态: '已回复',
      首轮: '1',
      只有结束语: '0',
      值班人: '小雨',
    });
  });

  it('says what was corrected in the conversation of each turn, and of no other', () => {
    const [turn] = sampleInput().turns;
    if (turn === undefined) throw new Error('The sample has no turn.');
    const figures = { before: { averageResponseMs: 15_200 }, after: { averageResponseMs: 14_600 } };
    const correction = {
      at: 1,
      conversationId: turn.conversationId,
      kind: 'author',
      before: 'agent',
      after: 'auto',
      holds: true,
      figures,
    };
    const turns = [turn, sampleTurn({ conversationId: 'other' })];
    const rows = read(turnsCsv(sampleInput({ turns, corrections: [correction] }), t));
    expect(rows[0]).toMatchObject({
      更正数: '1',
      更正种类: '谁发的 1',
      '更正前平响(秒)': '15.2',
      '更正后平响(秒)': '14.6',
    });
    expect(rows[1]).toMatchObject({ 更正数: '0', '更正前平响(秒)': '' });
  });

  it('carries neither name nor text unless ticked, not even inside an id', () => {
    const input = sampleInput();
    const bare = turnsCsv(input, t);
    expect(bare).not.toContain('王');
    expect(bare).not.toContain('发货');
    const named = read(turnsCsv({ ...input, includes: { names: true, texts: false } }, t))[0];
    expect(named).toMatchObject({ 顾客: '王小萍', 会话: 'C1' });
    expect(named).not.toHaveProperty('顾客消息');
    const texts = read(turnsCsv({ ...input, includes: { names: false, texts: true } }, t))[0];
    expect(texts).toMatchObject({ 顾客消息: '什么时候发货', 客服消息: '今天16点前付款当天发' });
    expect(texts).not.toHaveProperty('顾客');
  });

  it('leaves unknown cells empty: no reply, uncertain times, no split', () => {
    const rows = read(
      turnsCsv(
        sampleInput({
          turns: [
            sampleTurn({ state: 'pending', repliedAt: null, endedAt: null, split: null, person: null }),
            sampleTurn({ uncertain: true }),
            sampleTurn({ state: 'answered', repliedAt: EVENING }),
          ],
        }),
        t,
      ),
    );
    expect(rows.map((row) => row['响应(秒)'])).toEqual(['', '', '0']);
    expect(rows[0]).toMatchObject({ '看到(秒)': '', 值班人: '', 回复时间: '' });
  });

  it('takes formulas, quotes, newlines and emoji in names and texts', () => {
    const input = sampleInput({
      includes: { names: true, texts: true },
      turns: [
        sampleTurn({
          customerName: '=HYPERLINK("http://x")',
          messages: [
            { at: EVENING, author: 'customer', text: '在吗,"亲"\n😀' },
            { at: null, author: 'customer', text: null },
          ],
        }),
      ],
    });
    const row = read(turnsCsv(input, t))[0];
    expect(row).toMatchObject({ 顾客: `'=HYPERLINK("http://x")`, 顾客消息: '在吗,"亲"\n😀\n–', 客服消息: '' });
  });

  it('numbers equal conversations equally', () => {
    const turns = [sampleTurn(), sampleTurn({ conversationId: 'b' }), sampleTurn()];
    expect(read(turnsCsv(sampleInput({ turns }), t)).map((row) => row.会话)).toEqual(['C1', 'C2', 'C1']);
  });
});
