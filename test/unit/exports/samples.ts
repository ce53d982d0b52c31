import type { Figures } from '@/lib/domain/figures';
import type { ExportInput, ExportTurn } from '@/lib/exports/types';

/** 2026-11-11 20:05:03.000 in Shanghai. */
export const EVENING = Date.parse('2026-11-11T12:05:03Z');

/** A plain answered turn of 14.6 s. */
export function sampleTurn(over: Partial<ExportTurn> = {}): ExportTurn {
  return {
    conversationId: 'playground|http://localhost|a1|王小萍',
    startedAt: EVENING,
    lastMessageAt: EVENING,
    clockAt: EVENING,
    repliedAt: EVENING + 14_600,
    endedAt: EVENING + 14_600,
    state: 'answered',
    first: true,
    sessionStartedAt: EVENING,
    incoming: 1,
    outgoing: 1,
    closingOnly: false,
    offDuty: false,
    uncertain: false,
    person: '小雨',
    workbenchId: 'playground',
    account: '客服1',
    shop: '旗舰店',
    customerName: '王小萍',
    split: { noticeMs: 3200, thinkMs: 4000, typeMs: 7400 },
    messages: [
      { at: EVENING, author: 'customer', text: '什么时候发货' },
      { at: EVENING + 14_600, author: 'agent', text: '今天16点前付款当天发' },
    ],
    ...over,
  };
}

/** The day of the design's sample line. */
export function sampleFigures(over: Partial<Figures> = {}): Figures {
  return {
    turns: 190,
    answered: 189,
    unanswered: 1,
    pending: 0,
    excused: 4,
    incoming: 250,
    outgoing: 330,
    firstResponseMs: 7_900,
    averageResponseMs: 14_600,
    medianResponseMs: 9_000,
    p90ResponseMs: 30_400,
    longestResponseMs: 130_000,
    answerQuestionRatio: 1.32,
    replyRate: 1,
    turnReplyRate: 189 / 190,
    robotOnly: 0,
    offDuty: 0,
    offDutyReplyRate: null,
    within: { 30: { rate: 0.9, decided: 190 }, 180: { rate: 159 / 160, decided: 160 } },
    peakWaiting: 6,
    ...over,
  };
}

/** An export of some turns, nothing ticked. */
export function sampleInput(over: Partial<ExportInput> = {}): ExportInput {
  return {
    turns: [sampleTurn()],
    days: [{ date: '2026-11-11', figures: sampleFigures(), customers: 186, coverage: 0.983, pauses: [] }],
    span: { from: Date.parse('2026-11-10T16:00:00Z'), to: Date.parse('2026-11-11T16:00:00Z') },
    profileId: 'pinduoduo',
    timeZone: 'Asia/Shanghai',
    coverage: 0.983,
    includes: { names: false, texts: false },
    exportedAt: EVENING,
    ...over,
  };
}
