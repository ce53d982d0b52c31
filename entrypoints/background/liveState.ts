import { browser } from 'wxt/browser';
import type { LiveView } from '@/lib/domain/live';
import type { QuickReply } from '@/lib/domain/quickReply';
import type { Settings } from '@/lib/domain/settings';
import { type Language, resolveLanguage } from '@/lib/i18n/translator';
import type { OpenConversation } from '@/lib/messaging/protocol';
import { detectStage } from '@/lib/quickReplies/detectStage';
import { fillVariables } from '@/lib/quickReplies/fillVariables';
import { createReplyRecogniser } from '@/lib/quickReplies/recogniseReply';
import { createReplySearch, type ReplySearch } from '@/lib/quickReplies/search';
import { createSuggester, type Suggester } from '@/lib/quickReplies/suggest';
import { readSettings } from '@/lib/settings/settingsStore';
import { readIgnored, readPastAnswers } from '@/lib/storage/answers';
import type { Database } from '@/lib/storage/database';
import { readLiveView } from '@/lib/storage/liveQueries/liveView';
import { readOpenConversation } from '@/lib/storage/liveQueries/openConversation';
import type { RecorderState } from '@/lib/storage/records.types';
import { keepUsualReplies, readUsualReplies } from '@/lib/storage/usualReplies';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import { customerOf } from './customerOf';

/** The library with what is built over it. */
export interface Library {
  replies: readonly QuickReply[];
  /** Built at the first use. */
  readonly search: ReplySearch;
  /** Id of the reply that a sent text is; null = none. Built at the first use. */
  recognise: (text: string) => string | null;
}

/** What the worker knows while it lives; all of it can be read again after it was stopped. */
export interface LiveState {
  settings(): Promise<Settings>;
  language(settings: Settings): Language;
  view(): Promise<LiveView>;
  /** What is shown of the conversation in front in a tab; null when none is. */
  open(recorder: RecorderState): Promise<OpenConversation | null>;
  suggester(): Promise<Suggester>;
  /**
   * The suggester as it is held now; null when it is to be read anew: it then knows by itself what is stored by that
   * time. Asked for before something is written that it is to learn.
   */
  heldSuggester(): Promise<Suggester> | null;
  /** The library and the search over it: the only place where they are held. */
  library(): Promise<Library>;
  /** What an empty query can show; the whole library where nothing is kept of it. */
  usual(): Promise<{ replies: readonly QuickReply[]; isWhole: boolean }>;
  /** Settings or library changed: read again at the next use. */
  forget(): void;
}

const DAY_MS = 86_400_000;
/** An order is checked on the day on which it was made. */
const ORDER_FRESH_MS = DAY_MS;

/** See LiveState. */
export function createLiveState({ database, now = Date.now }: { database: Database; now?: () => number }): LiveState {
  let settings: Promise<Settings> | null = null;
  let suggester: Promise<Suggester> | null = null;
  let library: Promise<Library> | null = null;

  const state: LiveState = {
    settings() {
      settings ??= readSettings().then((reading) => reading.settings);
      return settings;
    },
    language: (current) => resolveLanguage(current.language, browser.i18n.getUILanguage()),
    async view() {
      const current = await state.settings();
      const language = state.language(current);
      return readLiveView(database, {
        settings: current,
        now: now(),
        workbenchName: (id) => workbenchName(id, language),
        workbenchProfile,
      });
    },
    suggester() {
      suggester ??= (async () => {
        const since = now() - (await state.settings()).retentionDays * DAY_MS;
        const [replies, history, ignored] = await Promise.all([
          database.quickReplies.toArray(),
          readPastAnswers(database, since),
          readIgnored(database, since),
        ]);
        const made = createSuggester({ replies, history });
        for (const { question, replyIds } of ignored) made.ignore(question, replyIds);
        return made;
      })();
      return suggester;
    },
    heldSuggester: () => suggester,
    library() {
      library ??= database.quickReplies.toArray().then((replies) => {
        // Without it the next empty query reads the library, which is all that it spares.
        keepUsualReplies(database, replies).catch(() => undefined);
        let recogniser: ((text: string) => string | null) | null = null;
        const recognise = (text: string) => {
          recogniser ??= createReplyRecogniser(replies);
          return recogniser(text);
        };
        let search: ReplySearch | null = null;
        return {
          replies,
          recognise,
          // Needs its time: not before something is looked for.
          get search() {
            search ??= createReplySearch(replies);
            return search;
          },
        };
      });
      return library;
    },
    async usual() {
      const kept = await readUsualReplies(database);
      return kept ?? { replies: (await state.library()).replies, isWhole: true };
    },
    async open(recorder) {
      const open = await readOpenConversation(database, recorder.openConversationId);
      if (open === null) return null;
      const { messages, sentToCustomer, orderedAt, ...rest } = open;
      const at = now();
      const ordered = orderedAt !== null && at - orderedAt < ORDER_FRESH_MS;
      if (messages.length === 0 && !ordered) return { ...rest, suggestions: [] };
      const { shop, values } = await customerOf(database, { recorder, settings: await state.settings(), now: at });
      const ranked = (await state.suggester()).suggest({
        messages,
        stage: ordered ? '核对订单' : detectStage(messages),
        ordered,
        sentToCustomer,
        shop,
        now: at,
      });
      const suggestions = ranked.map((one) => ({ ...one, text: fillVariables(one.text, values).text }));
      return { ...rest, suggestions };
    },
    forget() {
      settings = null;
      suggester = null;
      library = null;
    },
  };
  return state;
}
