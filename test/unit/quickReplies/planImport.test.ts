import { describe, expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import type { ImportedRow } from '@/lib/quickReplies/importedRow';
import { importChange, planImport, undoChange } from '@/lib/quickReplies/planImport';

function reply(id: string, extra: Partial<QuickReply>): QuickReply {
  return { id, code: '', title: '', text: '', group: '', order: 0, uses: 0, lastUsedAt: null, ...extra };
}

const library = [
  reply('1', { code: 'fh', title: '发货', text: '今天发', group: '发货物流', uses: 7, favourite: true }),
  reply('2', { code: 'th', text: '可以退', order: 1 }),
];

function plan(rows: readonly ImportedRow['cells'][]) {
  let next = 0;
  return planImport({
    library,
    rows: rows.map((cells, i) => ({ line: i + 2, cells })),
    newId: () => `new${++next}`,
  });
}

describe('planImport', () => {
  it('adds what is new, behind the rest', () => {
    expect(plan([{ code: 'zd', text: '在的\r\n您说', group: '问好', subgroup: '白天' }]).added).toEqual([
      { line: 2, reply: reply('new1', { code: 'zd', text: '在的\n您说', group: '问好/白天', order: 2 }) },
    ]);
  });

  it('changes only what the file has', () => {
    const [changed] = plan([{ code: 'FH', text: '明天发' }]).changed;
    expect(changed?.before).toBe(library[0]);
    expect(changed?.after).toEqual({ ...library[0], code: 'FH', text: '明天发' });
    const [grouped] = plan([{ code: '', text: '可以退', group: '售后' }]).changed;
    expect(grouped?.after).toEqual({ ...library[1], group: '售后' });
  });

  it.each([
    ['same', [{ code: 'fh', text: '今天发' }]],
    ['same', [{ text: '今天发' }]],
    ['noText', [{ code: 'x', text: ' \n' }]],
    ['noText', [{}]],
    ['twiceInFile', [{ text: '新的' }, { text: '新的' }]],
    [
      'twiceInFile',
      [
        { code: 'fh', text: '一' },
        { code: 'fh', text: '二' },
      ],
    ],
    [
      'codeTaken',
      [
        { code: 'n', text: '一' },
        { code: 'N', text: '二' },
      ],
    ],
    ['codeTaken', [{ id: '2', code: 'fh', text: '可以退' }]],
    ['tooLong', [{ text: '长'.repeat(20_001) }]],
    ['badTime', [{ text: '新', validFrom: '明天' }]],
    ['badTime', [{ text: '新', validFrom: '2026-02-30' }]],
    ['endsBeforeItBegins', [{ text: '新', validFrom: '2026-11-11', validUntil: '2026/11/10 23:59' }]],
    ['badNumber', [{ text: '新', order: '第一' }]],
  ] as [string, ImportedRow['cells'][]][])('leaves out, and says why: %s', (reason, rows) => {
    const { skipped } = plan(rows);
    expect(skipped.map((row) => row.reason)).toEqual([reason]);
    expect(skipped[0]?.row.cells).toEqual(rows.at(-1));
  });

  it('goes on after a bad row', () => {
    const { added, skipped } = plan([{ text: '' }, { text: '好的' }, { text: '坏', uses: 'x' }, { text: '也好' }]);
    expect(added.map(({ line }) => line)).toEqual([3, 5]);
    expect(skipped.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('is done and taken back', () => {
    const made = plan([{ code: 'fh', text: '明天发' }, { text: '新的' }]);
    const store = new Map(library.map((each) => [each.id, each]));
    for (const change of [importChange(made), undoChange(made)]) {
      for (const each of change.put) store.set(each.id, each);
      for (const id of change.remove) store.delete(id);
      if (change.remove.length === 0) expect(store.size).toBe(3);
    }
    expect([...store.values()]).toEqual(library);
  });
});
