import type { QuickReply } from '@/lib/domain/quickReply';
import { ATTACHMENT_TYPES } from '@/lib/domain/quickReply';
import { fromBase64, toBase64 } from '@/lib/messaging/base64';
import type { EncodedPicture } from '@/lib/messaging/protocol';
import { settleAnswers } from '@/lib/storage/answerSuccess';
import { forgetAnswers } from '@/lib/storage/answers';
import { dismissPhrase } from '@/lib/storage/dismissedPhrases';
import { readPictureBlob } from '@/lib/storage/liveQueries/pictures';
import { savePicture } from '@/lib/storage/pictures';
import { changeQuickReplies, deleteQuickReply, saveQuickReply } from '@/lib/storage/quickReplies';
import { importQuickReplies, undoImport } from '@/lib/storage/replyImport';
import { noteShown, settleShown } from '@/lib/storage/shownSuggestions';
import { forgetUsualReplies } from '@/lib/storage/usualReplies';
import type { HandlerParts } from './handlers';

/** The handlers of the library and of what suggestions learn. */
export function createReplyHandlers({ database, live, now }: Pick<HandlerParts, 'database' | 'live' | 'now'>) {
  const libraryChanged = async () => {
    await forgetUsualReplies(database);
    live.forget();
  };

  return {
    async saveQuickReply({ reply }: { reply: QuickReply }): Promise<void> {
      await saveQuickReply(database, reply);
      await libraryChanged();
    },

    async deleteQuickReply({ id }: { id: string }): Promise<void> {
      await deleteQuickReply(database, id);
      await libraryChanged();
    },

    async changeQuickReplies(change: {
      put: QuickReply[];
      remove: string[];
      groups?: string[] | undefined;
    }): Promise<void> {
      await changeQuickReplies(database, change);
      await libraryChanged();
    },

    async importQuickReplies(data: { file: string; put: QuickReply[]; groups: string[] }): Promise<void> {
      await importQuickReplies(database, { ...data, at: now() });
      await libraryChanged();
    },

    async undoImport(_data: object): Promise<{ undone: number; kept: number }> {
      const result = await undoImport(database);
      await libraryChanged();
      return result;
    },

    async savePicture({ id, type, data }: EncodedPicture & { id: string }): Promise<void> {
      await savePicture(database, { id, blob: new Blob([fromBase64(data)], { type }), at: now() });
    },

    async readPicture({ id }: { id: string }): Promise<EncodedPicture | null> {
      const blob = await readPictureBlob(database, id);
      const type = ATTACHMENT_TYPES.find((one) => one === blob?.type);
      if (blob === null || type === undefined) return null;
      return { type, data: toBase64(new Uint8Array(await blob.arrayBuffer())) };
    },

    async dismissPhrase(data: { text: string; dismissed: boolean }): Promise<void> {
      await dismissPhrase(database, { ...data, at: now() });
    },

    async forgetAnswers({ what }: { what: { question: string; replyId: string } | null }) {
      const forgotten = await forgetAnswers(database, what);
      live.forget();
      return forgotten;
    },

    async suggestionsShown({
      conversationId,
      replyIds,
    }: {
      conversationId: string;
      replyIds: string[];
    }): Promise<void> {
      if ((await live.settings()).retentionDays === 0) return;
      await noteShown(database, { conversationId, replyIds, at: now() });
    },

    /** After readings were stored: what was sent is compared with what had been suggested. */
    async settleSuggestions(conversationIds: readonly string[]): Promise<void> {
      if ((await database.shownSuggestions.where('conversationId').anyOf(conversationIds).count()) === 0) return;
      const { recognise } = await live.library();
      const held = live.heldSuggester();
      const settled = await settleShown(database, { conversationIds, recognise, now: now() });
      const suggester = await held;
      if (suggester === null) return;
      for (const one of settled) {
        if (one.kind === 'answered') suggester.learn(one.answer);
        else suggester.ignore(one.question, one.replyIds);
      }
    },

    /** From time to time: how answers went is known once the customer had the time to ask on. */
    async settleAnswers(): Promise<void> {
      const held = live.heldSuggester();
      const outcomes = await settleAnswers(database, now());
      const suggester = await held;
      for (const outcome of outcomes) suggester?.settle(outcome);
    },
  };
}
