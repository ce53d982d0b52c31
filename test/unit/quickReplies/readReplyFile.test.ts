import { describe, expect, it } from 'vitest';
import { readReplyFile } from '@/lib/quickReplies/readReplyFile';

/** 快捷短语 in GBK: Node writes no GBK, so these bytes are written out. */
const gbkHeader = [0xb7, 0xd6, 0xd7, 0xe9, 0x2c, 0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0d, 0x0a];
const gbkRow = [0xca, 0xdb, 0xba, 0xf3, 0x2c, 0x74, 0x68, 0x2c, 0xd4, 0xda, 0xb5, 0xc4, 0x0d, 0x0a];

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const units = [...`${mark ? '\uFEFF' : ''}${text}`].flatMap((unit) => {
    const code = unit.charCodeAt(0);
    return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
  return Uint8Array.from(units);
}

function rows(file: Uint8Array) {
  const read = readReplyFile(file);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

const table = '编码,快捷短语,快捷短语分组\r\nfh,"亲，今天发货\r\n明天到",发货物流\r\n,"说""好""了",\r\n';
const cells = [
  { line: 2, cells: { code: 'fh', text: '亲，今天发货\r\n明天到', group: '发货物流' } },
  { line: 4, cells: { code: '', text: '说"好"了', group: '' } },
];

describe('readReplyFile', () => {
  it.each([
    ['UTF-8', bytes(table), 'utf-8'],
    ['UTF-8 with a mark', bytes(`\uFEFF${table}`), 'utf-8'],
    ['UTF-16 LE', utf16(table), 'utf-16le'],
    ['UTF-16 BE', utf16(table, { bigEndian: true }), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(table, { mark: false }), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(table, { bigEndian: true, mark: false }), 'utf-16be'],
  ])('reads %s', (_, file, encoding) => {
    expect(rows(file)).toEqual({ form: 'csv', encoding, rows: cells });
  });

  it('reads GBK', () => {
    expect(rows(Uint8Array.from([...gbkHeader, ...gbkRow]))).toEqual({
      form: 'csv',
      encoding: 'gb18030',
      rows: [{ line: 2, cells: { group: '售后', code: 'th', text: '在的' } }],
    });
  });

  it.each([
    ['tabs', 'text\tcode\n在的\tzd\n'],
    ['semicolons', 'code;text\nzd;在的\n'],
    ['English, any order, other columns', 'Nr,Group,Content,Shortcut\n1,,在的,zd\n'],
    ['stars and remarks', '*快捷编码（必填）,*快捷短语：\nzd,在的\n'],
    ['no line break at the end', 'code,text\nzd,在的'],
    ['blank lines', '\n\ncode,text\n\n,\nzd,在的\n\n'],
  ])('reads a table with %s', (_, text) => {
    expect(rows(bytes(text)).rows.map((row) => [row.cells.code, row.cells.text])).toEqual([['zd', '在的']]);
  });

  it('loses nothing to a quote that never ends', () => {
    const { rows: read } = rows(bytes('code,text\na,"没有完\nb,在的\nc,也在\n'));
    expect(read.map((row) => row.cells.text)).toEqual(['"没有完', '在的', '也在']);
  });

  it('takes the apostrophe back that guards a formula', () => {
    expect(rows(bytes("code,text\na,'=1+1\nb,'quoted'\n")).rows.map((row) => row.cells.text)).toEqual([
      '=1+1',
      "'quoted'",
    ]);
  });

  it('reads lines of text', () => {
    const read = rows(bytes('亲，在的\r\n\r\n稍等，马上看\n一\u2028二\n'));
    expect(read.form).toBe('text');
    expect(read.rows).toEqual([
      { line: 1, cells: { text: '亲，在的' } },
      { line: 3, cells: { text: '稍等，马上看' } },
      { line: 4, cells: { text: '一\n二' } },
    ]);
  });

  it('reads JSON of its own and of others', () => {
    const own = rows(bytes('{"version":1,"replies":[{"code":"a","text":"在","variants":["我在"],"favourite":true}]}'));
    expect(own.rows[0]?.cells).toEqual({ code: 'a', text: '在', variants: '["我在"]', favourite: '1' });
    const other = rows(bytes('[{"编码":"a","内容":"在"},"只有一句",7]'));
    expect(other.rows.map((row) => row.cells)).toEqual([{ code: 'a', text: '在' }, { text: '只有一句' }, {}]);
  });

  it('says why nothing can be read', () => {
    expect(readReplyFile(bytes(' \n'))).toMatchObject({ problem: 'empty' });
    expect(readReplyFile(bytes('[{"text": "没完'))).toMatchObject({ problem: 'badJson' });
    expect(readReplyFile(bytes('{"items": 1}'))).toMatchObject({ problem: 'badJson' });
  });
});
