import { type Browser, browser } from 'wxt/browser';
import type { Mark } from '@/lib/domain/live';
import type { EntryChange } from '@/lib/domain/openedMessage';
import type { PlatformReport, ReportSubject } from '@/lib/domain/platformReport';
import type { NotReadingReason, Recorder } from '@/lib/domain/reading';
import { renamed } from '@/lib/domain/renamed';
import type { OverlayPlace } from '@/lib/domain/settings';
import { acceptReadings } from '@/lib/messaging/acceptReadings';
import { type OpenConversation, type RecordAck, sendMessage, type Welcome } from '@/lib/messaging/protocol';
import { missingOriginNames, withOriginNames } from '@/lib/settings/originNames';
import { updateSettings } from '@/lib/settings/settingsStore';
import { recordPick } from '@/lib/storage/answers';
import { markAutomaticText } from '@/lib/storage/automaticTexts';
import { appendChecks } from '@/lib/storage/checks';
import { conversationId } from '@/lib/storage/conversations';
import { correctEntry, undoCorrection } from '@/lib/storage/correctEntry';
import { correctPerson, type PersonSpan } from '@/lib/storage/correctPerson';
import type { Database } from '@/lib/storage/database';
import { noteDuty, switchDuty } from '@/lib/storage/duties';
import { closeGap, openGap } from '@/lib/storage/gaps';
import { liveGeneration, pendingTurns } from '@/lib/storage/generation';
import { markConversation } from '@/lib/storage/marks';
import { purgePictures } from '@/lib/storage/pictures';
import { savePlatformReport, setReportAgent, undoPlatformReport } from '@/lib/storage/platformFigures';
import { purgeQuestions } from '@/lib/storage/purgeQuestions';
import { beat, endGoneRecorders, livingRecorders, startRecorder } from '@/lib/storage/recorders';
import { recordReadings } from '@/lib/storage/recordReadings';
import { deleteHistory, purgeRecorders, purgeTexts } from '@/lib/storage/retention';
import { advanceRetiming, isRetimingDue } from '@/lib/storage/retimeEntries';
import { ensureRules, profileByRules } from '@/lib/storage/rules';
import type { TextHasher } from '@/lib/storage/textHash';
import { workbenchProfile } from '@/lib/workbenches/registry';
import type { Broadcaster } from './broadcaster';
import { createComposerHandlers } from './composerHandlers';
import { registerContentScripts } from './contentScripts';
import { showDashboard } from './dashboardTab';
import { createFrameHandlers } from './frameHandlers';
import { isBackAfterHours } from './idle';
import type { LiveState } from './liveState';
import { createPageHandlers } from './pageHandlers';
import { recordingState, welcomeOf } from './recordingState';
import type { Rederiver } from './rederiver';
import { createReplyHandlers } from './replyHandlers';

const DAY_MS = 86_400_000;
const newKey = () => crypto.randomUUID();

type Sender = Browser.runtime.MessageSender;

/** What the handlers work with; built once by the composition root. */
export interface HandlerParts {
  database: Database;
  hasher: () => Promise<TextHasher>;
  live: LiveState;
  broadcaster: Broadcaster;
  rederiver: Rederiver;
  now: () => number;
}

/** One function per message of the protocol, and per browser event that needs the store. */
export type Handlers = ReturnType<typeof createHandlers>;

/** See Handlers. */
export function createHandlers({ database, hasher, live, broadcaster, rederiver, now }: HandlerParts) {
  const deriveContext = async () => {
    const rules = await ensureRules(database, await live.settings());
    return {
      database,
      generation: await liveGeneration(database),
      profileFor: (workbenchId: string) => profileByRules(rules, workbenchProfile(workbenchId)),
      workbenchProfile,
    };
  };

  const closePause = () => closeGap(database, { kind: 'paused', recorderId: null, at: now() });

  const replies = createReplyHandlers({ database, live, now });
  const composer = createComposerHandlers({ database, live, now });
  const pages = createPageHandlers({ database, live, broadcaster, now });
  const frames = createFrameHandlers({ live, broadcaster });

  return {
    ...replies,
    ...composer,
    ...pages,
    ...frames,

    async hello({ recorder }: { recorder: Recorder }, sender: Sender): Promise<Welcome> {
      const tabId = sender.tab?.id ?? -1;
      const settings = await live.settings();
      const recording = recordingState(settings);
      if (recording !== 'noConsent') {
        const place = { tabId, windowId: sender.tab?.windowId ?? -1, frameId: sender.frameId ?? 0 };
        await startRecorder(database, { recorder: withOriginNames(recorder, settings), place, now: now() });
        const asked = missingOriginNames(recorder, settings);
        if (asked !== null) await updateSettings(() => ({ origins: asked }));
        // A discarded tab would record nothing, and say nothing.
        await browser.tabs.update(tabId, { autoDiscardable: false }).catch(() => undefined);
        broadcaster.refresh();
      }
      return { ...welcomeOf(settings, live), tabId, view: await live.view() };
    },

    async recordReadings(data: unknown, sender: Sender): Promise<RecordAck> {
      const { recorder, readings, refused } = acceptReadings(data);
      const settings = await live.settings();
      if (recordingState(settings) !== 'on') return { committed: true, view: await live.view(), open: null };
      if (await isBackAfterHours(readings)) await this.askPerson();
      const { person } = await live.settings();
      if (refused.length > 0) console.error(`Refused from ${sender.url ?? 'a tab'}: ${refused.join(' | ')}`);
      const { changedConversations } = await recordReadings(
        {
          ...(await deriveContext()),
          newKey,
          person,
          storeText: settings.retentionDays > 0,
          wordLists: settings.wordLists,
        },
        { recorder: withOriginNames(recorder, settings), readings, hash: await hasher() },
      );
      // What is learned must not keep readings from being acknowledged.
      await replies.settleSuggestions(changedConversations).catch((error) => console.error('Nothing learned:', error));
      void this.retimeEntries();
      broadcaster.refresh();
      const state = await database.recorders.get(recorder.id);
      return { committed: true, view: await live.view(), open: state === undefined ? null : await live.open(state) };
    },

    /** Times what was only shown, once the clocks are compared; a stopped worker goes on at its next start. */
    async retimeEntries(): Promise<void> {
      try {
        while (await isRetimingDue(database)) {
          await advanceRetiming(await deriveContext());
          // Readings that wait for the database come first.
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
      } catch (error) {
        console.error('Times that were only shown stay uncertain until the next try:', error);
      }
    },

    async heartbeat(data: { recorderId: string; problem: NotReadingReason | null; hidden: boolean }) {
      const before = await database.recorders.get(data.recorderId);
      const known = await beat(database, { ...data, now: now() });
      if (before?.problem !== data.problem) broadcaster.refresh();
      return { known };
    },

    deadlineCrossed(_data: { conversationId: string }): void {
      broadcaster.refresh();
    },

    async replyInserted({
      recorderId,
      conversationKey,
      replyId,
    }: {
      recorderId: string;
      conversationKey: string;
      replyId: string;
    }) {
      const recorder = await database.recorders.get(recorderId);
      if (recorder === undefined) return;
      const id = conversationId(recorder, conversationKey);
      const turn = (await pendingTurns(database)).find((pending) => pending.conversationId === id);
      const { retentionDays } = await live.settings();
      const messages = retentionDays > 0 ? (turn?.unansweredTexts ?? []) : [];
      const held = live.heldSuggester();
      await recordPick(database, { replyId, conversationId: id, messages, at: now() });
      if (messages.length > 0) (await held)?.learn({ question: messages.join('\n'), replyId, at: now() });
    },

    async openDashboard({ page, ...query }: { page: string; figure?: string; only?: 'review' }): Promise<void> {
      const asked = new URLSearchParams(query).toString();
      await showDashboard(asked === '' ? page : `${page}?${asked}`);
    },

    async overlayPlaced({ key, place }: { key: string; place: OverlayPlace }): Promise<void> {
      await updateSettings(({ overlay }) => ({ overlay: { ...overlay, places: { ...overlay.places, [key]: place } } }));
    },

    async openConversation({ tabId }: { tabId: number }): Promise<OpenConversation | null> {
      const recorders = (await livingRecorders(database)).filter((recorder) => recorder.tabId === tabId);
      const recorder = recorders.find((one) => one.openConversationId !== null);
      return recorder === undefined ? null : live.open(recorder);
    },

    async startRecording(_data: { origin: string | null }): Promise<void> {
      await updateSettings((settings) => ({ consentedAt: settings.consentedAt ?? now(), pausedAt: null }));
      live.forget();
      await closePause();
      await registerContentScripts();
    },

    /** The observers stop when they hear of the changed settings; whatever still arrives is not stored. */
    async stopRecording(_data: object): Promise<void> {
      await updateSettings(() => ({ consentedAt: null, pausedAt: null }));
      live.forget();
      await closePause();
      await endGoneRecorders(database, { all: true, now: now() });
      broadcaster.refresh();
    },

    async setPaused({ paused }: { paused: boolean }): Promise<void> {
      const at = now();
      const settings = await live.settings();
      if ((settings.pausedAt !== null) === paused) return;
      await updateSettings(() => ({ pausedAt: paused ? at : null }));
      live.forget();
      await database.transaction('rw', database.tables, () =>
        paused
          ? openGap(database, { kind: 'paused', recorder: null, from: at, to: null })
          : closeGap(database, { kind: 'paused', recorderId: null, at }),
      );
    },

    async setPerson({ person }: { person: string | null }): Promise<void> {
      await updateSettings((settings) => ({
        person,
        askPerson: false,
        persons:
          person === null || settings.persons.includes(person) ? settings.persons : [...settings.persons, person],
      }));
      live.forget();
      await noteDuty(database, { at: now(), person });
      broadcaster.refresh();
    },

    async setDuty({ on }: { on: boolean }): Promise<void> {
      await switchDuty(database, { on, at: now() });
      broadcaster.refresh();
    },

    async correctPerson(span: PersonSpan): Promise<{ entries: number }> {
      const corrected = await correctPerson({ ...(await deriveContext()), now: now() }, span);
      broadcaster.refresh();
      return corrected;
    },

    /** What is recorded keeps the old name; the rules of the next generation of figures translate it. */
    async renamePerson({ from, to }: { from: string; to: string }): Promise<void> {
      await updateSettings((settings) => renamed(settings, { from, to }));
      live.forget();
    },

    /** The browser was started, or somebody is back after hours: who it is has to be said again. */
    async askPerson(): Promise<void> {
      const { persons, person } = await live.settings();
      if (persons.length < 2) return;
      await updateSettings(() => ({ person: null, askPerson: true }));
      live.forget();
      if (person !== null) await noteDuty(database, { at: now(), person: null });
      broadcaster.refresh();
    },

    async markConversation(data: { conversationId: string; kind: Mark; on: boolean }): Promise<void> {
      await markConversation({ ...(await deriveContext()), now: now() }, data);
      // An order speaks for the answers before it.
      live.forget();
      broadcaster.refresh();
    },

    async correctEntry(data: { key: string; change: EntryChange }): Promise<{ corrected: boolean }> {
      const corrected = await correctEntry({ ...(await deriveContext()), now: now() }, data);
      broadcaster.refresh();
      return { corrected };
    },

    async markAutomaticText(data: { key: string }): Promise<{ marked: boolean }> {
      const marked = await markAutomaticText({ database, now: now() }, data);
      rederiver.check();
      return { marked };
    },

    async undoCorrection(data: { id: number }): Promise<{ undone: boolean }> {
      const undone = await undoCorrection({ ...(await deriveContext()), now: now() }, data);
      broadcaster.refresh();
      rederiver.check();
      return { undone };
    },

    /** Brings the tab to the front and lets it outline the item: opening it is the agent's own click. */
    async showConversation({ conversationId: id }: { conversationId: string }): Promise<{ shown: boolean }> {
      const conversation = await database.conversations.get(id);
      if (conversation === undefined) return { shown: false };
      const recorder = (await livingRecorders(database)).find(
        (one) =>
          one.workbenchId === conversation.workbenchId &&
          one.origin === conversation.origin &&
          one.account === conversation.account,
      );
      if (recorder === undefined) return { shown: false };
      await browser.windows.update(recorder.windowId, { focused: true });
      await browser.tabs.update(recorder.tabId, { active: true });
      const place = { tabId: recorder.tabId, frameId: recorder.frameId };
      await sendMessage('outlineConversation', { conversationKey: conversation.key }, place);
      return { shown: true };
    },

    async savePlatformReport({ report }: { report: PlatformReport }): Promise<{ importId: number }> {
      return { importId: await savePlatformReport(database, report, now()) };
    },

    async undoPlatformReport({ importId }: { importId: number }): Promise<{ undone: boolean }> {
      return { undone: await undoPlatformReport(database, importId) };
    },

    async setReportAgent({ agent, subject }: { agent: string; subject: ReportSubject }): Promise<void> {
      await setReportAgent(database, agent, subject);
    },

    async deleteHistory({ before }: { before: number }): Promise<{ entries: number }> {
      const deleted = await deleteHistory(database, before);
      broadcaster.refresh();
      return deleted;
    },

    async showLongestWaiting(): Promise<void> {
      const [longest] = (await live.view()).waiting.filter((waiting) => !waiting.closingOnly);
      if (longest !== undefined) await this.showConversation({ conversationId: longest.conversationId });
    },

    /** Every half minute, whatever else happens: ends what fell silent, applies limits, empties old texts. */
    async tick(): Promise<void> {
      const { retentionDays } = await live.settings();
      await endGoneRecorders(database, { now: now() });
      await purgeRecorders(database, now());
      await appendChecks(await deriveContext(), { now: now(), newKey });
      await purgeTexts(database, now() - retentionDays * DAY_MS);
      await purgeQuestions(database, now() - retentionDays * DAY_MS);
      await replies.settleAnswers();
      await purgePictures(database, now());
      broadcaster.refresh();
    },

    async tabClosed(tabId: number): Promise<void> {
      await endGoneRecorders(database, { closedTabId: tabId, now: now() });
      broadcaster.refresh();
    },
  };
}
