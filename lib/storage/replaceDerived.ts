import type { Database } from './database';
import { changed } from './difference';
import type { FoldedConversation } from './foldStored';
import type { OldMaterial } from './oldMaterial';
import type { ConversationHead, PartKind, StoredPart, StoredTurn } from './records.types';

/** Stores what came out now, and deletes what stood there and did not come out again. */
export async function replaceDerived(
  database: Database,
  {
    generation,
    conversationId,
    folded,
    turns,
    old,
    partsBefore,
    head,
  }: {
    generation: number;
    conversationId: string;
    folded: FoldedConversation;
    turns: StoredTurn[];
    old: OldMaterial;
    partsBefore: Record<PartKind, number>;
    /** null = it has none. */
    head: ConversationHead | null;
  },
): Promise<void> {
  const place = { generation, conversationId };
  const parts = finalParts(place, folded, partsBefore);
  const partKey = ({ kind, n }: StoredPart): [number, string, PartKind, number] => [
    generation,
    conversationId,
    kind,
    n,
  ];
  const kept = new Set([
    ...turns.map(({ id }) => id),
    ...parts.map((part) => partKey(part).join('|')),
    ...folded.starts.map(({ fromSeq }) => [generation, conversationId, fromSeq].join('|')),
  ]);
  const goneTurns = old.turns.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  const goneParts = old.parts.map(partKey).filter((key) => !kept.has(key.join('|')));
  const goneStarts = old.starts.filter((key) => !kept.has(key.join('|')));
  const newTurns = changed(turns, old.turns, ({ id }) => id);
  const newParts = changed(parts, old.parts, (part) => partKey(part).join('|'));
  await Promise.all([
    newTurns.length > 0 && database.turns.bulkPut(newTurns),
    newParts.length > 0 && database.parts.bulkPut(newParts),
    folded.starts.length > 0 && database.sessions.bulkPut(folded.starts.map((start) => ({ ...place, ...start }))),
    head === null ? database.heads.delete([generation, conversationId]) : database.heads.put(head),
    goneTurns.length > 0 && database.turns.bulkDelete(goneTurns),
    goneParts.length > 0 && database.parts.bulkDelete(goneParts),
    goneStarts.length > 0 && database.sessions.bulkDelete(goneStarts),
  ]);
}

/** The parts that nothing will change any more, under their keys. The running session and its hour are not among them. */
export function finalParts(
  place: { generation: number; conversationId: string },
  { sessions, proactive, activity, end }: FoldedConversation,
  before: Record<PartKind, number>,
): StoredPart[] {
  const parts: StoredPart[] = [
    ...sessions.map((value, i): StoredPart => ({ ...place, kind: 'session', n: before.session + i, value })),
    ...proactive.map((value, i): StoredPart => ({ ...place, kind: 'proactive', n: before.proactive + i, value })),
    ...activity.map((value, i): StoredPart => ({ ...place, kind: 'activity', n: before.activity + i, value })),
  ];
  return parts.filter(({ kind, n }) => n < end.partsBefore[kind]);
}
