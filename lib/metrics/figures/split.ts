/** A reply's time in its three parts, ms; all null when this browser did not see the opening, or typing. */
export interface Split {
  /** 看到: until the agent brought the conversation to the front. */
  noticeMs: number | null;
  /** 想: from there to the first input in the composer. */
  thinkMs: number | null;
  /** 打字: from there to the reply. */
  typeMs: number | null;
}

/**
 * Notice, think, type (看到/想/打字): `opened` is when the agent brought the conversation to the front, not before the
 * turn's start; `firstKey` is the first input in the composer (a quick reply's insertion is input), not before
 * `opened`. Notice = opened − start, think = firstKey − opened, type = reply − firstKey, each time held within
 * [start, reply]. They add up to reply − start exactly.
 */
export function splitOf(turn: {
  startedAt: number;
  openedAt: number | null;
  firstKeyAt: number | null;
  repliedAt: number;
}): Split {
  const { startedAt, repliedAt } = turn;
  if (turn.openedAt === null || turn.firstKeyAt === null) return { noticeMs: null, thinkMs: null, typeMs: null };
  const opened = Math.min(Math.max(turn.openedAt, startedAt), repliedAt);
  const firstKey = Math.min(Math.max(turn.firstKeyAt, opened), repliedAt);
  return { noticeMs: opened - startedAt, thinkMs: firstKey - opened, typeMs: repliedAt - firstKey };
}
