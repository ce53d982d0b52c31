import { describe, expect, it } from 'vitest';
import { bubbleLines } from '@/components/dashboard/replies/bubbleLines';
import { draftProblems, newDraft, replyTitle } from '@/components/dashboard/replies/replyDraft';
import { isCounted, toTurnRow } from '@/components/dashboard/today/turnRow';
import { sortTurns } from '@/components/dashboard/today/turnSort';
import type { Turn } from '@/lib/domain/turn';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { sampleTurn } from '@/scripts/dashboardGallery/sampleDay';

const NOON = Date.parse('2026-11-11T12:00:00+08:00');
const plain: Partial<Turn> = {
  state: 'answered',
  first: true,
  uncertain: false,
  offDuty: false,
  startedAt: NOON,
  sessionStartedAt: NOON,
  clockAt: NOON,
  repliedAt: NOON + 14_600,
  openedAt: NOON + 3_000,
  firstKeyAt: NOON + 7_000,
};

function row(change: Partial<Turn> = {}, profileId = 'pinduoduo', advertiser = false) {
  return toTurnRow({
    turn: sampleTurn(30, { ...plain, ...change }),
    conversation: { name: '王小萍', shop: null, advertiser },
    workbenchName: '拼多多',
    profile: profileOf(profileId),
  });
}

describe('turn rows', () => {
  it('splits an answered turn, and leaves nothing out of a plain first one', () => {
    expect(row()).toMatchObject({
      latencyMs: 14_600,
      split: { noticeMs: 3_000, thinkMs: 4_000, typeMs: 7_600 },
      leftOut: [],
    });
  });

  it('has no latency without a reply or with uncertain times, and says why', () => {
    expect(row({ uncertain: true })).toMatchObject({ latencyMs: null, leftOut: ['uncertain'] });
    expect(row({ state: 'pending', repliedAt: null })).toMatchObject({
      latencyMs: null,
      split: null,
      leftOut: ['pending'],
    });
    expect(row({ openedAt: null }).split).toBeNull();
    expect(row({ repliedAt: NOON }).latencyMs).toBe(0);
  });

  it('takes the hours and off-duty rule of the profile', () => {
    const night = Date.parse('2026-11-11T23:00:00+08:00');
    expect(row({ startedAt: night }).leftOut).toEqual(['outsideWindow']);
    expect(row({ startedAt: night - 1 }).leftOut).toEqual([]);
    expect(row({ startedAt: night }, 'douyin').leftOut).toEqual([]);
    expect(row({ startedAt: night }, 'selfcoach').leftOut).toEqual([]);
    expect(row({ offDuty: true }).leftOut).toEqual([]);
    expect(isCounted(row({ offDuty: true }, 'jd'))).toBe(false);
  });

  it('keeps advertisers, robots and excused turns out of every figure', () => {
    for (const out of [row({}, 'pinduoduo', true), row({ state: 'bot' }), row({ state: 'excused' })]) {
      expect(isCounted(out)).toBe(false);
    }
  });

  it('sorts unknown last both ways and does not touch what it was given', () => {
    const rows = [row({ uncertain: true }), row({ repliedAt: NOON + 5 }), row({ repliedAt: NOON + 9 })];
    const latencies = (descending: boolean) =>
      sortTurns(rows, { column: 'response', descending }).map(({ latencyMs }) => latencyMs);
    expect(latencies(false)).toEqual([5, 9, null]);
    expect(latencies(true)).toEqual([9, 5, null]);
    expect(rows[0]?.latencyMs).toBeNull();
  });
});

describe('quick replies on a phone', () => {
  it('counts lines of Chinese, Latin and broken text', () => {
    expect(bubbleLines('')).toBe(0);
    expect(bubbleLines('亲'.repeat(17))).toBe(1);
    expect(bubbleLines('亲'.repeat(18))).toBe(2);
    expect(bubbleLines('a'.repeat(30))).toBe(1);
    expect(bubbleLines('一\n\n三')).toBe(3);
    expect(bubbleLines('😀'.repeat(18))).toBe(2);
  });

  it('takes an empty code twice, a spaced one never', () => {
    const other = { id: 'a', code: '', title: '', text: '亲,在的', group: '', order: 0, uses: 0, lastUsedAt: null };
    expect(draftProblems({ ...newDraft('问好'), text: '好' }, [other])).toEqual([]);
    expect(draftProblems({ ...newDraft(''), code: 'f h', text: '好' }, [])).toEqual([
      { field: 'code', problem: 'spaces' },
    ]);
    expect(replyTitle(other)).toBe('亲,在的');
  });
});
