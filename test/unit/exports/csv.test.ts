import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise, restore, toCsv } from '@/lib/exports/csv';

const numRuns = Number(process.env.FC_RUNS ?? 1000);
const read = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: '\r\n' });

describe('csv', () => {
  it('has a byte order mark, CRLF records and RFC 4180 quotes', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['say "hi"', '1,5'],
          ['two\nlines', null],
          [true, 14.6],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n"say ""hi""","1,5"\r\n"two\nlines",\r\n1,14.6\r\n');
  });

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', "=cmd|' /C calc'!A0", '=1+1', '@x'])(
    'takes the formula out of %j',
    (cell) => {
      expect(neutralise(cell)).toBe(`'${cell}`);
      expect(restore(neutralise(cell))).toBe(cell);
    },
  );

  it('leaves ordinary cells, numbers below zero and apostrophes alone', () => {
    expect(neutralise('发货=今天')).toBe('发货=今天');
    expect(neutralise("it's")).toBe("it's");
    expect(toCsv(['n'], [[-1.5]])).toBe('\uFEFFn\r\n-1.5\r\n');
    expect(restore("'quoted")).toBe("'quoted");
  });

  it('writes nothing for a number that is none', () => {
    expect(toCsv(['n'], [[Number.NaN], [Number.POSITIVE_INFINITY]])).toBe('\uFEFFn\r\n\r\n\r\n');
  });

  it('is read back exactly by another parser, whatever the cells hold', () => {
    const awkward = fc.constantFrom(
      '=1',
      "'=1",
      "''-",
      '+',
      '"',
      '""',
      ',',
      '\r\n',
      '\n',
      '👍🏽',
      '在吗?\n亲',
      ' x ',
      '',
    );
    const cell = fc.oneof(awkward, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const back = read(toCsv(['a', 'b', 'c'], rows)).slice(1);
        expect(back.map((row) => row.map(restore))).toEqual(rows);
      }),
      { numRuns, seed: 20261121 },
    );
  });

  it('never gives a spreadsheet a cell that begins like a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
        const cell = read(toCsv(['a', 'b'], [[start + rest, 'x']]))[1]?.[0] ?? '';
        expect(cell.startsWith("'")).toBe(true);
      }),
      { numRuns, seed: 20261121 },
    );
  });
});
