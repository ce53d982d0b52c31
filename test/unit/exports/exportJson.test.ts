import { describe, expect, it } from 'vitest';
import { exportJson } from '@/lib/exports/exportJson';
import { EVENING, sampleInput, sampleTurn } from './samples';

describe('export as JSON', () => {
  it('wraps the data in an envelope that says how it was measured', () => {
    const envelope = JSON.parse(exportJson(sampleInput()));
    expect(envelope).toMatchObject({
      format: 'miaohui-export',
      version: 1,
      exportedAt: EVENING,
      profile: 'pinduoduo',
      timeZone: 'Asia/Shanghai',
      span: { fromLocal: '2026-11-11 00:00:00', toLocal: '2026-11-12 00:00:00' },
      coverage: 0.983,
      includes: { names: false, texts: false },
      corrections: [],
      days: [{ date: '2026-11-11', customers: 186 }],
      turns: [{ conversationId: 'C1', startedAt: EVENING, repliedAt: EVENING + 14_600, state: 'answered' }],
    });
  });

  it('lets nothing else of a turn out, whatever hangs on it', () => {
    const turn = { ...sampleTurn(), secretNote: '王小萍 13800000000' };
    const text = exportJson(sampleInput({ turns: [turn] }));
    expect(text).not.toMatch(/王|发货|13800000000/);
  });

  it('carries every correction with its figures before and after, under the number of its conversation', () => {
    const turn = sampleTurn();
    const correction = {
      at: EVENING,
      conversationId: turn.conversationId,
      kind: 'author',
      before: 'agent',
      after: 'auto',
      figures: { before: { firstResponseMs: 2_000 }, after: { firstResponseMs: null } },
    };
    const envelope = JSON.parse(
      exportJson(
        sampleInput({
          turns: [turn],
          corrections: [
            { ...correction, holds: true },
            { ...correction, holds: false },
          ],
        }),
      ),
    );
    expect(envelope.corrections).toEqual([{ ...correction, conversationId: 'C1' }]);
  });

  it('says of each day what was corrected on it, without whom it concerns', () => {
    const [day] = sampleInput().days;
    if (day === undefined) throw new Error('The sample has a day.');
    const figures = { before: { averageResponseMs: 15_200 }, after: { averageResponseMs: 14_600 } };
    const correction = { at: EVENING, kind: 'closing', before: 'false', after: 'true', figures };
    const corrections = [
      { ...correction, holds: true },
      { ...correction, at: EVENING + 1, holds: false },
    ];
    const envelope = JSON.parse(exportJson(sampleInput({ days: [{ ...day, corrections }] })));
    expect(envelope.days[0].corrections).toEqual([correction]);
  });

  it('carries names and texts when ticked, and comes back equal', () => {
    const turn = sampleTurn();
    const envelope = JSON.parse(exportJson(sampleInput({ includes: { names: true, texts: true } })));
    expect(envelope.turns[0]).toEqual({ ...turn, conversationId: 'C1' });
  });
});
