import type { StoredEntry } from '@/lib/domain/entry';
import type { Author } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';

/** A stretch in which a robot held the conversation. */
export interface RobotHold {
  /** seq of the first entry that belongs to it: of an undone turn, its first message. */
  fromSeq: number;
  /** null while it lasts, ms. */
  endedAt: number | null;
}

const ENDS = ['robotReleases', 'accepted', 'transferredIn', 'transferredOut', 'closed'] as const;

/**
 * When a robot held a conversation, by its entries in order, and which customer's messages belong to no turn for it:
 * those that came meanwhile, and those that stood unanswered when it took over. The rules are those of
 * lib/metrics/turns.ts.
 */
export function robotHolds(
  entries: readonly StoredEntry[],
  {
    authorOf,
    profile,
  }: {
    authorOf: (entry: StoredEntry) => Author | null;
    profile: Pick<Profile, 'answeredBy' | 'perfunctorySinceMs'>;
  },
): { holds: RobotHold[]; held: Set<string> } {
  const holds: RobotHold[] = [];
  const held = new Set<string>();
  let running: RobotHold | null = null;
  let unanswered: StoredEntry[] = [];
  const end = (at: number) => {
    if (running !== null) running.endedAt = at;
    running = null;
    unanswered = [];
  };
  for (const entry of entries) {
    const { event, at, seq, key } = entry;
    if (event === 'robotHolds') {
      if (running !== null) continue;
      for (const one of unanswered) held.add(one.key);
      running = { fromSeq: unanswered[0]?.seq ?? seq, endedAt: null };
      holds.push(running);
      continue;
    }
    if (event !== null) {
      // An accept leaves what is unanswered open; what a hold kept was given to a turn of its own.
      if (running !== null ? ENDS.some((one) => one === event) : event === 'closed' || event === 'transferredOut')
        end(at);
      continue;
    }
    const author = authorOf(entry);
    if (author === 'customer') {
      if (running === null) unanswered.push(entry);
      else held.add(key);
    } else if (author === 'colleague' || isReply(entry, author, profile)) {
      end(at);
    }
  }
  return { holds, held };
}

function isReply(
  { perfunctory, at }: StoredEntry,
  author: Author | null,
  { answeredBy, perfunctorySinceMs }: Pick<Profile, 'answeredBy' | 'perfunctorySinceMs'>,
): boolean {
  if (author !== 'agent' && !(author === 'assist' && answeredBy.includes('assist'))) return false;
  return !(perfunctory && perfunctorySinceMs !== null && at >= perfunctorySinceMs);
}
