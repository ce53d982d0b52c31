import type { ActivityReading, Recorder } from '@/lib/domain/reading';
import type { ApplyContext } from './apply.types';
import { findConversation } from './conversations';

/** Notes which conversation is in front in a tab, since when, when its composer was first touched, and what was sent there. */
export async function applyActivity({ database }: ApplyContext, recorder: Recorder, reading: ActivityReading) {
  const { conversation } = await findConversation(database, recorder, reading.conversation, reading.readAt);
  if (reading.action === 'opened') {
    const state = await database.recorders.get(recorder.id);
    const previous = state?.openConversationId ?? null;
    if (previous !== null && previous !== conversation.id) {
      await database.conversations.update(previous, { openedAt: null, firstKeyAt: null });
    }
    await database.recorders.update(recorder.id, { openConversationId: conversation.id });
    await database.conversations.put({ ...conversation, openedAt: reading.readAt, firstKeyAt: null });
  }
  if (reading.action === 'send') await database.conversations.put({ ...conversation, unspentSendAt: reading.readAt });
  if (reading.action === 'firstKey' && conversation.firstKeyAt === null) {
    await database.conversations.put({ ...conversation, firstKeyAt: reading.readAt });
  }
}
