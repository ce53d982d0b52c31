import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuickReply, ReplyAttachment } from '@/lib/domain/quickReply';
import type { ImportedRow } from '@/lib/quickReplies/importedRow';
import { planImport } from '@/lib/quickReplies/planImport';
import { readReplyFile, readTable } from '@/lib/quickReplies/readReplyFile';
import { readWorkbook, writeWorkbook } from '@/lib/quickReplies/replyWorkbook';
import { replyCsv, replyJson, replyLines, replyTable } from '@/lib/quickReplies/writeReplyFile';

const runs = Number(process.env.FC_RUNS ?? 1000);

/** What agents write, and what breaks tables. */
const phrase = fc
  .array(
    fc.constantFrom('亲', '，', ',', '"', '\n', ';', '\t', ' ', '=', '-', "'", '@', '😊', '{顾客}', 'a', '[', '1'),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));
const words = phrase.filter((text) => text.trim() !== '');
const short = fc.constantFrom('', '售后', '售后/退款', '发货 物流', 'a"b', '=1', '甲,乙');
const time = fc.option(fc.integer({ min: 1, max: 4e12 }), { nil: null });

const libraries: fc.Arbitrary<QuickReply[]> = fc
  .array(
    fc.record({
      title: phrase,
      text: words,
      group: short,
      order: fc.integer({ min: 0, max: 9999 }),
      uses: fc.nat(9999),
      lastUsedAt: time,
      variants: fc.array(words, { maxLength: 3 }),
      shops: fc.array(fc.constantFrom('甲店', '乙|店', '[丙]'), { maxLength: 2 }),
      favourite: fc.boolean(),
      createdAt: time,
      attachments: fc.subarray<ReplyAttachment>([
        { kind: 'link', url: 'https://example.com/a?b="c,d"', title: '' },
        { kind: 'image', id: 'p', name: '尺码,表.png', type: 'image/png', bytes: 12 },
      ]),
      span: fc.constantFrom([null, null], [1_700_000_000_000, null], [null, 1_800_000_000_001], [5, 6]),
    }),
    { maxLength: 6 },
  )
  .map((rows) =>
    rows.map(({ variants, shops, favourite, createdAt, attachments, span: [from, until], ...rest }, i) => ({
      ...rest,
      id: `id-${i}`,
      code: i % 2 === 0 ? `c${i}` : '',
      ...(variants.length > 0 ? { variants } : {}),
      ...(shops.length > 0 ? { shops } : {}),
      ...(favourite ? { favourite } : {}),
      ...(createdAt === null ? {} : { createdAt }),
      ...(attachments.length > 0 ? { attachments } : {}),
      ...(from == null ? {} : { validFrom: from }),
      ...(until == null ? {} : { validUntil: until }),
    })),
  );

function imported(rows: readonly ImportedRow[]): QuickReply[] {
  const { added, skipped } = planImport({ library: [], rows, newId: () => 'none' });
  expect(skipped).toEqual([]);
  return added.map(({ reply }) => reply);
}

function rowsOf(text: string): ImportedRow[] {
  const file = readReplyFile(new TextEncoder().encode(text));
  return 'problem' in file ? [] : file.rows;
}

describe('a written library', () => {
  it.each([
    ['CSV', (replies: readonly QuickReply[]) => rowsOf(replyCsv(replies, 'all'))],
    ['JSON', (replies: readonly QuickReply[]) => rowsOf(replyJson(replies))],
  ])('is read back from %s as it was', (_, round) => {
    fc.assert(
      fc.property(libraries, (library) => {
        expect(imported(round(library))).toEqual(library);
      }),
      { numRuns: runs, seed: 21 },
    );
  });

  it('is read back from lines of text, each text as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { selector: (text) => text.trim(), maxLength: 6 }), (texts) => {
        // A first line that names a column, or begins as JSON does, would be another form.
        const library = texts.map((text, i) => ({ ...plain, id: `${i}`, text: `句${i}${text}` }));
        expect(rowsOf(replyLines(library)).map((row) => row.cells.text)).toEqual(library.map(({ text }) => text));
      }),
      { numRuns: runs, seed: 22 },
    );
  });

  it('is read back from Excel as it was', async () => {
    const library: QuickReply[] = [
      {
        ...plain,
        id: '1',
        code: '007',
        text: '  =SUM(A1)\n第二行 ',
        variants: ['一', '二'],
        validUntil: 1_800_000_000_000,
      },
      {
        ...plain,
        id: '2',
        title: '<b>&amp;',
        text: '😊👨‍👩‍👧',
        group: '售后/退款',
        shops: ['甲店'],
        favourite: true,
        uses: 3,
      },
      { ...plain, id: '3', text: '1.50', order: 2, lastUsedAt: 1_700_000_000_123 },
    ];
    const file = await writeWorkbook(replyTable(library, 'all'));
    const rows = readTable(await readWorkbook(file));
    expect(rows).not.toBeNull();
    expect(imported(rows ?? [])).toEqual(library);
  });

  it('has the three columns that other tools read, and no formula', () => {
    const text = replyCsv([{ ...plain, id: '1', code: 'a', text: '=cmd()', group: '售后' }], 'common');
    expect(text).toBe("\uFEFF快捷编码,快捷短语,分组\r\na,'=cmd(),售后\r\n");
  });
});

const plain: QuickReply = {
  id: '',
  code: '',
  title: '',
  text: '',
  group: '',
  order: 0,
  uses: 0,
  lastUsedAt: null,
};
