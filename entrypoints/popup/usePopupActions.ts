import { useState } from 'react';
import { browser } from 'wxt/browser';
import type { PopupActions, PopupView } from '@/components/popup/popupProps';
import type { DayCorrection } from '@/lib/domain/dayCorrection';
import { type FigureRef, figureText } from '@/lib/domain/figureRef';
import type { LiveView } from '@/lib/domain/live';
import { isRepairable } from '@/lib/domain/reading';
import type { Settings } from '@/lib/domain/settings';
import { dailyReport } from '@/lib/exports/dailyReport';
import { dailyReportInput } from '@/lib/exports/dailyReportInput';
import type { Translator } from '@/lib/i18n/translator';
import { type OpenConversation, sendMessage } from '@/lib/messaging/protocol';
import type { ActiveTab } from './useActiveTab';

const COPIED_MS = 2_000;

/** The popup's callbacks: each is one message, or one call to the browser. */
export function usePopupActions({
  view,
  settings,
  active,
  open,
  translator,
  readCorrections,
}: {
  view: LiveView | null;
  settings: Settings | null;
  active: ActiveTab | null;
  open: OpenConversation | null;
  translator: Translator;
  readCorrections: (view: LiveView, settings: Settings) => Promise<DayCorrection[]>;
}): { actions: PopupActions; copied: PopupView['copied']; unreachable: string | null } {
  const [copied, setCopied] = useState<PopupView['copied']>(null);
  const [unreachable, setUnreachable] = useState<string | null>(null);
  const send = (message: Promise<unknown>) => void message.catch((error) => console.error('秒回:', error));
  const openDashboard = (page: 'today' | 'export' | 'workbenches' | 'settings') => {
    send(sendMessage('openDashboard', { page }).then(() => window.close()));
  };
  const openFigure = (figure: FigureRef) => {
    send(sendMessage('openDashboard', { page: 'today', figure: figureText(figure) }).then(() => window.close()));
  };

  const copyReport = async (of: LiveView, by: Settings) => {
    const input = dailyReportInput(of, by, await readCorrections(of, by));
    await navigator.clipboard.writeText(dailyReport(by.dailyReport, input, translator.t));
  };

  const actions: PopupActions = {
    onStart: () => send(startRecording(active).then(setUnreachable)),
    onAddPage: () => send(startRecording(active).then(setUnreachable)),
    onPause: () => send(sendMessage('setPaused', { paused: true })),
    onResume: () => send(sendMessage('setPaused', { paused: false })),
    onDuty: (on) => send(sendMessage('setDuty', { on })),
    onPerson: (person) => send(sendMessage('setPerson', { person })),
    onReply: ({ conversationId }) => send(sendMessage('showConversation', { conversationId })),
    onInsert: ({ replyId, text }) => {
      if (active === null || open === null) return;
      send(sendMessage('insertReply', { replyId, text }, active.tabId));
    },
    onFix: ({ tabId, status }) => {
      if (status.state !== 'notReading' || !isRepairable(status.problem)) openDashboard('workbenches');
      else send(sendMessage('teachTab', { tabId }).then(() => window.close()));
    },
    onSeller: ({ origin }, role) => send(sendMessage('answerSeller', { origin, role })),
    onNameShop: ({ origin }, shop) => send(sendMessage('nameShop', { origin, shop })),
    onCopyReport: () => {
      if (view === null || settings === null) return;
      copyReport(view, settings).then(
        () => setCopied('done'),
        () => setCopied('failed'),
      );
      setTimeout(() => setCopied(null), COPIED_MS);
    },
    onExport: () => openDashboard('export'),
    onDetails: (figure) => (figure === null ? openDashboard('today') : openFigure(figure)),
    onReview: () => send(sendMessage('openDashboard', { page: 'today', only: 'review' }).then(() => window.close())),
    onProfile: () => openDashboard('settings'),
    onSettings: () => openDashboard('settings'),
    onRetry: () => window.location.reload(),
  };
  return { actions, copied, unreachable };
}

/**
 * 开始记录 and 记录这个页面: asks for the page in front, inside the click that a permission needs, and records it from
 * then on; one that nothing fits is taught. On a page of the browser's own there is nothing to ask for: the consent alone
 * is kept. Gives the host that the browser does not let us into after all; null when all is well.
 */
async function startRecording(active: ActiveTab | null): Promise<string | null> {
  const origins = active?.patterns ?? [];
  if (origins.length > 0 && !(await browser.permissions.request({ origins }))) return null;
  await sendMessage('startRecording', { origin: active?.host ?? null });
  if (active === null || origins.length === 0) return null;
  const started = await sendMessage('recordPage', { tabId: active.tabId });
  if (started === 'teaching') window.close();
  return started === 'unreachable' ? active.host : null;
}
