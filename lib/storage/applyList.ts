import { badgeGrowth, badgeMoved } from '@/lib/alignment/badge';
import type { ListItem, ListReading, Recorder } from '@/lib/domain/reading';
import type { ApplyContext, Changes } from './apply.types';
import { conversationId, findConversation } from './conversations';
import type { StoredBadge } from './records.types';
import { readTail } from './tail';

/**
 * Takes a reading of the conversation list over: a badge that grew records customers' messages that nobody has opened
 * yet, observed now. Runs inside the writer's transaction.
 */
export async function applyList(context: ApplyContext, recorder: Recorder, reading: ListReading, changes: Changes) {
  const { badges } = context.database;
  const keys = reading.items.map((item): [string, string] => [
    recorder.id,
    conversationId(recorder, item.conversation.key),
  ]);
  const previous = await badges.bulkGet(keys);
  const listReadAt = (await context.database.recorders.get(recorder.id))?.listReadAt ?? null;
  for (const [index, item] of reading.items.entries()) {
    // A thousand quiet items cost one bulkGet: only those whose badge moved are looked at.
    const badge = previous[index] ?? null;
    if (badgeMoved({ item, readAt: reading.readAt, previous: badge })) {
      await applyItem(context, recorder, { item, reading, badge, listReadAt }, changes);
    }
  }
  await context.database.recorders.update(recorder.id, { listReadAt: reading.readAt });
}

async function applyItem(
  context: ApplyContext,
  recorder: Recorder,
  {
    item,
    reading: { readAt, baseline },
    badge,
    listReadAt,
  }: { item: ListItem; reading: ListReading; badge: StoredBadge | null; listReadAt: number | null },
  changes: Changes,
) {
  const { database, newKey, person } = context;
  const { conversation } = await findConversation(database, recorder, item.conversation, readAt);
  const { tail } = await readTail(database, conversation.id);
  const { inserted, earlier, state, changedFrom } = badgeGrowth({
    item,
    readAt,
    baseline,
    previous: badge,
    incomingTotal: conversation.incomingTotal,
    tail,
    listReadAt,
  });
  await database.badges.put({ recorderId: recorder.id, conversationId: conversation.id, ...state });
  for (const { key, at } of earlier) await database.entries.update(key, { at, observedAt: at });
  if (changedFrom !== null) changes.note(conversation.id, changedFrom);
  if (inserted.length === 0) return;
  const entries = inserted.map((entry) => ({
    ...entry,
    key: newKey(),
    conversationId: conversation.id,
    person,
    closing: false,
    perfunctory: false,
  }));
  await database.entries.bulkAdd(entries);
  // The list shows the last text of a conversation that nobody has opened yet.
  const last = entries.at(-1);
  if (last !== undefined && item.preview !== null && context.storeText) {
    await database.texts.put({ key: last.key, conversationId: last.conversationId, at: last.at, text: item.preview });
  }
  conversation.incomingTotal += inserted.length;
  conversation.waitingSince = item.waitingSince;
  conversation.lastAt = Math.max(conversation.lastAt, readAt);
  await database.conversations.put(conversation);
}
