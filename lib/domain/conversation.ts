/** One customer at one shop on one workbench. */
export interface Conversation {
  /** `${workbenchId}|${origin}|${account ?? ''}|${key}` */
  id: string;
  workbenchId: string;
  origin: string;
  account: string | null;
  shop: string | null;
  /** The workbench's own key for it. */
  key: string;
  keyedBy: 'id' | 'name';
  /** The customer's name as shown; null when never shown. Shortened wherever it is displayed (maskName). */
  name: string | null;
  /** Marked by the agent: out of all figures. */
  advertiser: boolean;
  /** The agent's mark on how it ended; null when unmarked. */
  outcome: 'ordered' | 'lost' | 'followUp' | null;
  /** Time of its last entry; for lists and retention. */
  lastAt: number;
}

/** `王小萍` → `王*萍`, `李四` → `李*`; latin names keep first and last letter. Never the full name, never a number. */
export function maskName(name: string | null): string {
  if (name === null || name.trim() === '') return '–';
  const characters = [...name.trim()];
  const first = characters[0] ?? '';
  const last = characters[characters.length - 1] ?? '';
  if (characters.length === 1) return first;
  if (characters.length === 2) return `${first}*`;
  return `${first}*${last}`;
}
