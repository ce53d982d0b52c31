import { describe, expect, test } from 'vitest';
import { cleanEntries, splitLog } from '@/lib/metrics/log';
import { LogError, parseLog } from '@/lib/metrics/parseLog';
import { entriesOf, noon } from './turnOf';

const good = '{"conversationId":"A","at":1,"author":"customer"}';

describe('parseLog', () => {
  test('reads lines, past empty ones and a byte order mark, or an array', () => {
    const entry = { conversationId: 'A', at: 1, author: 'customer' };
    expect(parseLog(`\ufeff${good}\r\n\n${good}`)).toEqual([entry, entry]);
    expect(parseLog(` [${good},\n{"at":5,"event":"offDuty"}]`)).toEqual([entry, { at: 5, event: 'offDuty' }]);
    expect(parseLog('')).toEqual([]);
    expect(parseLog(`\ufeff[${good}]`)).toEqual([entry]);
    expect(parseLog(`\n${good}\r\n\r\n${good}\r\n`)).toEqual([entry, entry]);
    expect(parseLog('[ ]')).toEqual([]);
  });

  test.each([
    ['{"conversationId":"A","at":1.5,"author":"customer"}', '"at" is 1.5'],
    ['{"conversationId":"A","at":9e15,"author":"customer"}', 'no date lies so far away'],
    ['{"conversationId":"A","author":"customer"}', '"at" is missing'],
    ['{"conversationId":"A","at":"1","author":"customer"}', '"at" is "1"'],
    ['{"conversationId":"A","at":1,"author":"seller"}', '"author" is "seller"'],
    ['{"conversationId":"A","at":1,"event":"opened"}', '"event" is "opened"'],
    ['{"conversationId":"A","at":1}', 'neither "author" nor "event"'],
    ['{"conversationId":"A","at":1,"author":"agent","event":"closed"}', 'both "author" and "event"'],
    ['{"at":1,"author":"agent"}', '"conversationId" is missing'],
    ['{"at":1,"author":"seller"}', '"author" is "seller"'],
    ['{"at":1,"event":"onduty"}', '"event" is "onduty"'],
    ['{"conversationId":"A","at":1,"author":"agent","id":5}', '"id" is 5'],
    ['{"conversationId":"A","at":1,"author":"agent","recalled":1}', '"recalled" is 1'],
    ['{"conversationId":"A","at":1,"author":"agent","length":-1}', '"length" is -1'],
    ['{"conversationId":"A","at":1,"author":"agent","length":1.5}', '"length" is 1.5'],
    ['{"conversationId":"A","at":1,"author":"agent","length":"7"}', '"length" is "7"'],
    ['{"conversationId":"A","at":1,"author":"agent","person":5}', '"person" is 5'],
    ['{"conversationId":"","at":1,"author":"agent"}', '"conversationId" is ""'],
    ['{"conversationId":"A","at":1,"author":"agent","openedAt":"0"}', '"openedAt" is "0"'],
    ['{"conversationId":"A","at":1,"author":"agent","firstKeyAt":0.5}', '"firstKeyAt" is 0.5'],
    ['{"conversationId":"A","at":1,"author":"you"}', 'known are customer, agent, assist, auto, colleague'],
    [
      '{"conversationId":"A","at":1,"event":"gone"}',
      'known are closed, accepted, transferredIn, transferredOut, robotHolds, robotReleases, checked, onDuty, offDuty',
    ],
    ['{"conversationId":"A",', 'not JSON: Expected'],
    ['5', 'not an object'],
    ['null', 'not an object'],
  ])('names the line of %s', (bad, problem) => {
    const failing = () => parseLog(`${good}\n\n${bad}\n${good}`);
    expect(failing).toThrow(LogError);
    expect(failing).toThrow(expect.objectContaining({ name: 'LogError', line: 3 }));
    expect(failing).toThrow('line 3: ');
    expect(failing).toThrow(problem);
  });

  test('names the entry of an array, and the line of a broken one', () => {
    expect(() => parseLog(`[${good}, {"at":1}]`)).toThrow('line 1: entry 2: it has neither');
    expect(() => parseLog(`[${good},\n{"at":1}]`)).toThrow('line 2: entry 2: it has neither');
    expect(() => parseLog(`[${good},\n\n{"at":}\n]`)).toThrow('line 3: entry 2: not JSON');
    expect(() => parseLog(`[${good},\n,${good}]`)).toThrow('line 2: entry 2: not JSON');
    expect(() => parseLog(`[${good},\n${good}`)).toThrow('line 2: not a complete array');
    expect(() => parseLog(`[${good},\n]`)).toThrow('line 2: not a complete array: Unexpected');
    expect(() => parseLog(`[{"conversationId":"A","at":1,"author":"agent","tags":[[1],[2]]},\n5]`)).toThrow(
      'line 2: entry 2: not an object',
    );
    expect(() => parseLog(`[{"conversationId":"A,]","at":1,"author":"agent"},\n5]`)).toThrow(
      'line 2: entry 2: not an object',
    );
  });
});

test('takes the times that a date can hold, and openings that were not seen', () => {
  const far = [-8.64e15, 8.64e15].map((at) => ({ conversationId: 'A', at, author: 'agent', openedAt: null }));
  expect(parseLog(JSON.stringify(far))).toEqual(far);
});

test('the line of a bad entry behind many is found without reading them over again', () => {
  const many = Array.from({ length: 50_000 }, () => good).join(',\n');
  expect(() => parseLog(`[${many},\n{"at":1}]`)).toThrow('line 50001: entry 50001: it has neither');
});

describe('cleanEntries', () => {
  test('orders by time, then by position, and gives back what is clean already', () => {
    const entries = entriesOf([5, 'agent'], [0, 'customer'], [5, 'auto']);
    expect(cleanEntries(entries).map((entry) => ('author' in entry ? entry.author : ''))).toEqual([
      'customer',
      'agent',
      'auto',
    ]);
    const clean = entriesOf([0, 'customer'], [5, 'agent']);
    expect(cleanEntries(clean)).toBe(clean);
    const atOnce = entriesOf([0, 'customer'], [0, 'customer'], [0, 'agent', { id: 'a' }]);
    expect(cleanEntries(atOnce)).toBe(atOnce);
  });

  test('keeps the first of one id, and none where any copy was taken back', () => {
    const entries = entriesOf(
      [0, 'customer', { id: 'a' }],
      [1, 'customer', { id: 'b' }],
      [2, 'customer', { id: 'a' }],
      [3, 'customer', { id: 'b', recalled: true }],
      [4, 'agent', { recalled: true }],
    );
    expect(cleanEntries(entries)).toEqual(entries.slice(0, 1));
  });
});

describe('splitLog', () => {
  test('parts the conversations and the duty, and knows the latest time of all', () => {
    const [asked, answered] = entriesOf([20, 'customer'], [0, 'agent']);
    if (asked === undefined || answered === undefined) throw new Error('There are two entries.');
    const other = { ...answered, conversationId: 'B' };
    const { conversations, duty, lastAt } = splitLog([asked, { at: noon + 5_000, event: 'offDuty' }, answered, other]);
    expect([...conversations]).toEqual([
      ['A', [answered, asked]],
      ['B', [other]],
    ]);
    expect(duty).toEqual({ at: [noon + 5_000], on: [false] });
    expect(lastAt).toBe(noon + 20_000);
    expect(splitLog([]).lastAt).toBeNull();
    expect(splitLog([answered]).duty.at).toEqual([]);
  });
});
