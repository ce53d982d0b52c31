import { defineExtensionMessaging } from '@webext-core/messaging';
import type { CareCheck } from '@/lib/domain/care';
import type { KnownPage } from '@/lib/domain/knownPage';
import type { LiveView, Mark } from '@/lib/domain/live';
import type { EntryChange } from '@/lib/domain/openedMessage';
import type { PaletteResult } from '@/lib/domain/palette';
import type { PlatformReport, ReportSubject } from '@/lib/domain/platformReport';
import type { ATTACHMENT_TYPES, QuickReply, Suggestion } from '@/lib/domain/quickReply';
import type { NotReadingReason, Reading, Recorder } from '@/lib/domain/reading';
import type { OverlayPlace, Settings } from '@/lib/domain/settings';
import type { OwnAdapter } from '@/lib/workbenches/ownAdapter';
import type { Adapter } from '@/lib/workbenches/types';

/** See `pageAdapters`. */
export interface PageAdapters {
  own: Adapter[];
  /** null = not answered. */
  role: 'seller' | 'buyer' | null;
}

/** See `beginTeaching`. */
export interface TeachingStart {
  language: 'zh-CN' | 'en';
  theme: Settings['theme'];
  known: KnownPage;
}

/** What became of a page that was to be recorded. */
export type PageStart =
  /** An adapter fits: it is recorded, or asks first whether its user sells there. */
  | 'recording'
  | 'asks'
  | 'teaching'
  /** The browser does not let us into that page, whatever was granted. */
  | 'unreachable';

/** What a content script needs to know before it observes anything. */
export interface Welcome {
  /** Nothing is observed unless this is `on`. */
  recording: 'on' | 'paused' | 'noConsent';
  tabId: number;
  language: 'zh-CN' | 'en';
  overlay: Settings['overlay'];
  peakSort: Settings['peakSort'];
  palette: Settings['palette'];
  pastePictures: Settings['pastePictures'];
  care: Settings['care'];
  theme: Settings['theme'];
  view: LiveView;
}

/** What a frame that is read tells of itself, so that the overlay can stand in the page around it. */
export interface FrameState {
  recorderId: string;
  workbenchId: string;
  /** Why it is not being read, and since when; null while it is. */
  problem: { reason: NotReadingReason; since: number } | null;
  /** Readings that wait for the worker, since when; null while all are stored. */
  undeliveredSince: number | null;
  /** Teaching has its own overlay in it. */
  aside: boolean;
}

/** A frame's state on its way out to the page, one frame at a time. */
export interface SharedFrame {
  /** Of this frame's life. */
  id: string;
  /** The browser's number of the frame that is read; null = of the sender. */
  frameId: number | null;
  /** Place of the frame in whose window the boxes are (see framePathOf). */
  path: number[];
  /** What has to stay free, CSS px. */
  boxes: { left: number; top: number; width: number; height: number }[];
  /** null = it is not read any more. */
  state: FrameState | null;
}

/** What the page's overlay asks of the frame that it stands for. */
export type FrameRequest =
  | { do: 'insert'; suggestion: Suggestion }
  /** The overlay was pressed last: the next Esc is its own. */
  | { do: 'listenForEscape' };

/** What the overlay shows of the conversation that is open in its tab. */
export interface OpenConversation {
  /** null while nothing is stored of it. */
  conversationId: string | null;
  suggestions: Suggestion[];
  advertiser: boolean;
  outcome: 'ordered' | 'lost' | 'followUp' | null;
}

/** A picture as text. */
export interface EncodedPicture {
  type: (typeof ATTACHMENT_TYPES)[number];
  /** Base64, see base64.ts. */
  data: string;
}

/** What the worker finds odd about a text in the composer. */
export interface CareAnswer {
  checks: CareCheck[];
  /** Another text of the same quick reply, ready to insert; null = there is none, or nothing speaks against this one. */
  variant: string | null;
}

/** What has to be known of a quick reply that was just inserted, whichever way it was picked. */
export interface ReplyExtras {
  /** Since when it is past its span, ms; null = it is valid. */
  expiredAt: number | null;
  links: { url: string; title: string }[];
  /** Ids of its pictures, for readPicture. */
  pictures: { id: string; name: string }[];
}

/** The answer to readings: it exists only when they are committed. */
export interface RecordAck {
  committed: true;
  view: LiveView;
  /** null when no conversation is open in the tab. */
  open: OpenConversation | null;
}

/**
 * Every message between the contexts, by direction. Data is JSON-safe (Firefox clones, Chromium serialises) and is
 * validated where it arrives (lib/messaging/schemas.ts).
 */
interface Protocol {
  // content script → background
  /** The first word of an observer; answers whether it may record. */
  hello(data: { recorder: Recorder }): Welcome;
  /** Readings in the order in which they were made. Answered after the transaction; anything else is retried. */
  recordReadings(data: { recorder: Recorder; readings: Reading[] }): RecordAck;
  /** The observer lives, and whether it can read; its silence becomes a gap. */
  heartbeat(data: { recorderId: string; problem: NotReadingReason | null; hidden: boolean }): { known: boolean };
  /** A deadline of a waiting customer passed while the page was visible: badge and reminders are brought up to date. */
  deadlineCrossed(data: { conversationId: string }): void;
  /** A page whose origin was granted, and that no adapter fits. */
  noAdapter(data: { origin: string }): void;
  /** What can read the pages of an origin beside the built-in adapters, and what the user said to be there. */
  pageAdapters(data: { origin: string }): PageAdapters;
  /** A page that buyers see too, and whose user has not said yet that they sell there. */
  asksForSeller(data: { origin: string; workbenchId: string }): void;
  /** 点这里重新识别, on the page itself: starts teaching, or the repair, in a frame; null = the sender's. */
  teachHere(data: { frameId: number | null }): void;
  /** A frame that is read tells the frames around it; each hands it on in its own coordinates, up to the page. */
  shareFrame(data: SharedFrame): void;
  /** The page shows the overlay of a frame: it says so to the frame, and learns what it needs to show it. */
  hostFrame(data: { id: string; frameId: number }): Omit<Welcome, 'tabId'>;
  /** The page's overlay asks something of a frame. */
  askFrame(data: { frameId: number; request: FrameRequest }): void;
  /** Esc, pressed in a frame, was meant for the overlay of its page. */
  escapeOverlay(data: Record<string, never>): void;
  /**
   * Opens a page of the dashboard, or brings it to the front; with a figure (see figureText), opened into its turns;
   * with `only`, its list shows those alone.
   */
  openDashboard(data: {
    page: 'today' | 'replies' | 'export' | 'workbenches' | 'settings' | 'diagnostics';
    figure?: string;
    only?: 'review';
  }): void;
  /** The agent moved, folded or unfolded the overlay. */
  overlayPlaced(data: { key: string; place: OverlayPlace }): void;
  /** The agent picked a suggestion or a quick reply, and it stands in the composer. */
  replyInserted(data: { recorderId: string; conversationKey: string; replyId: string }): void;
  /** Suggestions stand on the screen for a customer: what is sent instead of them, the ranking learns as passed over. */
  suggestionsShown(data: { conversationId: string; replyIds: string[] }): void;
  /** An attached picture, to be pasted into a composer; null when it is gone. */
  readPicture(data: { id: string }): EncodedPicture | null;
  /** What is odd about a text that stands in the composer, for the customer in front. */
  checkCare(data: { recorderId: string; text: string }): CareAnswer;
  /** What goes with a quick reply that was inserted; null when it is gone. */
  replyExtras(data: { replyId: string }): ReplyExtras | null;
  /** The workbench turned out to have a picker of its own on `/`: it is remembered. */
  paletteMarks(data: { workbenchId: string; marks: boolean }): void;
  /** What the palette shows for a query, ready to insert; for an empty one, what is used most. */
  searchReplies(data: { recorderId: string; query: string; limit: number }): { results: PaletteResult[] };

  // teaching → background
  /** How teaching has to look, and what the store knows of this page, by which a repair finds lost parts again. */
  beginTeaching(data: { origin: string; workbenchId: string | null }): TeachingStart;

  // teaching, dashboard → background
  /** Keeps an adapter that the user confirmed; its pages are read by it at once. */
  saveOwnAdapter(data: { own: OwnAdapter }): void;

  // popup, dashboard → background
  deleteOwnAdapter(data: { origin: string; id: string }): void;
  /** Addresses of the frames that fill at least half of a tab's page; none where the browser does not let us look. */
  largeFrames(data: { tabId: number }): string[];
  /** Records the page in a tab whose origin was just granted; where nothing fits it, teaching starts there. */
  recordPage(data: { tabId: number }): PageStart;
  /** Starts teaching, or the repair, in a tab, and brings it to the front. */
  teachTab(data: { tabId: number }): PageStart;
  /** 我在这里是卖家 / 我是买家; null takes the answer back. */
  answerSeller(data: { origin: string; role: 'seller' | 'buyer' | null }): void;

  // popup, dashboard, overlay → background
  /** The shop of an origin whose pages do not show one, also for what was recorded before; null = it needs no name. */
  nameShop(data: { origin: string; shop: string | null }): void;
  /** 开始记录, with the origin that was granted; null when the dashboard gives consent without a workbench. */
  startRecording(data: { origin: string | null }): void;
  /** 停止记录: the consent is withdrawn, nothing is recorded until it is given again. What is stored stays. */
  stopRecording(data: Record<string, never>): void;
  /** Pauses or resumes recording everywhere. */
  setPaused(data: { paused: boolean }): void;
  /** The person on duty from now on; null = 未指定. */
  setPerson(data: { person: string | null }): void;
  /** 下班 or 上班, pressed by the agent. Recording goes on either way. */
  setDuty(data: { on: boolean }): void;
  /** Whose work a stretch of time was, [from, to), ms; null = 未指定. Gives how many messages changed hands. */
  correctPerson(data: { from: number; to: number; person: string | null }): { entries: number };
  /** A person has another name from now on, also for what they did before. */
  renamePerson(data: { from: string; to: string }): void;
  /** Marks a conversation; the same mark again takes it back. */
  markConversation(data: { conversationId: string; kind: Mark; on: boolean }): void;
  /** Brings the tab of a waiting customer to the front and outlines its item; clicks nothing. */
  showConversation(data: { conversationId: string }): { shown: boolean };
  /** Corrects what one message was taken for. False = there was nothing to change. */
  correctEntry(data: { key: string; change: EntryChange }): { corrected: boolean };
  /** All messages with the text of this one are automatic, on its account. False = there was nothing to mark. */
  markAutomaticText(data: { key: string }): { marked: boolean };
  /** Takes a correction of a message, of a text, or of who was on duty, back. False = there was nothing to undo. */
  undoCorrection(data: { id: number }): { undone: boolean };
  /** Adds or changes a quick reply. */
  saveQuickReply(data: { reply: QuickReply }): void;
  deleteQuickReply(data: { id: string }): void;
  /** Changes many quick replies at once (groups, order, merging); `groups` are all groups in their order. */
  changeQuickReplies(data: { put: QuickReply[]; remove: string[]; groups?: string[] }): void;
  /** Puts in what a file has, and keeps how to take it back; `groups` come after those that are there. */
  importQuickReplies(data: { file: string; put: QuickReply[]; groups: string[] }): void;
  /** Takes the last import back; `kept` were edited since, and stay as they are. */
  undoImport(data: Record<string, never>): { undone: number; kept: number };
  /** Keeps a picture to be attached to a quick reply. */
  savePicture(data: EncodedPicture & { id: string }): void;
  /** What is typed again and again is not to be offered for saving, or is again. */
  dismissPhrase(data: { text: string; dismissed: boolean }): void;
  /** Forgets that a question was answered with a reply; null = everything that suggestions learned. */
  forgetAnswers(data: { what: { question: string; replyId: string } | null }): { forgotten: number };
  /** Deletes what was recorded before a moment (ms); the figures of those days stay. */
  deleteHistory(data: { before: number }): { entries: number };

  /** Stores a platform's report, or one typed figure, as the agent saw it in the preview. */
  savePlatformReport(data: { report: PlatformReport }): { importId: number };
  /** Takes the last report back; false = another one came after it. */
  undoPlatformReport(data: { importId: number }): { undone: boolean };
  /** Whose recorded turns a report's agent stands for. */
  setReportAgent(data: { agent: string; subject: ReportSubject }): void;

  /** What is shown of the conversation in front in a tab, with its suggestions; null when none is. */
  openConversation(data: { tabId: number }): OpenConversation | null;

  // background → content script
  /** Something changed in what the overlay shows. */
  viewChanged(data: { recorderId: string; view: LiveView; open: OpenConversation | null }): void;
  /** See shareFrame. */
  frameShared(data: SharedFrame & { frameId: number }): void;
  /** See hostFrame. */
  frameHosted(data: { id: string }): void;
  /** See askFrame. */
  frameAsked(data: { request: FrameRequest }): void;
  /** What reads the page may be another adapter now: it is to be asked for again. */
  adaptersChanged(data: Record<string, never>): void;
  /** Whether the content script is there, and what it takes the page for. */
  pageState(data: Record<string, never>): { adapterId: string | null; asks: boolean };
  /** Consent, pause or language changed. */
  recordingChanged(data: Omit<Welcome, 'tabId' | 'view'>): void;
  /** Outline the list's item of a conversation for a few seconds. */
  outlineConversation(data: { conversationKey: string }): void;
  /** The key for unfolding and folding was pressed. */
  toggleOverlay(data: Record<string, never>): void;
  /** See escapeOverlay. */
  foldOverlay(data: Record<string, never>): void;
  /** One soft tone: somebody is about to be late. */
  playTone(data: Record<string, never>): void;

  // popup → content script
  /** Puts a suggestion into the composer of the tab in front; never sends. */
  insertReply(data: { replyId: string; text: string }): { inserted: boolean; copied: boolean };
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
