/** A pause of a day: how long, and who was waiting. */
export interface PauseNote {
  /** ms. */
  from: number;
  to: number;
  minutes: number;
  /** Shortened names (王*萍) of the customers with a turn open in it, each conversation once. */
  waiting: string[];
}

/** What a day's headline figures do not say. */
export interface DayNotes {
  pauses: PauseNote[];
  /** Turns of conversations that are left out of every figure, by reason. */
  excluded: { advertiser: number; internal: number };
  /** Turns that came by an accept or a transfer, timed in both views, ms; see lib/metrics/figures/transferredIn.ts. */
  transferredIn: { turns: number; customerMs: number | null; agentMs: number | null };
}
