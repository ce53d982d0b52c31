import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { LiveView, Waiting } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import { createTranslator } from '@/lib/i18n/translator';
import { sendMessage } from '@/lib/messaging/protocol';
import { dueReminder, reminderKey } from '@/lib/metrics/dueReminder';
import { formatLongDuration } from '@/lib/metrics/format/duration';

/** What was reminded of already; outlives the worker, not the browser. */
const memory = storage.defineItem<{ reminded: string[]; lastAt: number | null }>('session:reminders', {
  fallback: { reminded: [], lastAt: null },
});
const REMEMBERED = 500;

/** A soft tone and a desktop notification for a wait that is about to be late; each only where switched on. */
export async function remind(view: LiveView, settings: Settings): Promise<void> {
  const { tone, notification, quietHours } = settings.reminders;
  if (settings.pausedAt !== null || (!tone && !notification)) return;
  const { reminded, lastAt } = await memory.getValue();
  const date = new Date(view.at);
  const wait = dueReminder({
    waiting: view.waiting,
    now: view.at,
    minuteOfDay: date.getHours() * 60 + date.getMinutes(),
    quietHours,
    reminded: new Set(reminded),
    lastAt,
  });
  if (wait === null) return;
  await memory.setValue({ reminded: [...reminded, reminderKey(wait)].slice(-REMEMBERED), lastAt: view.at });
  if (notification) await notify(wait, view, settings);
  const tab = view.tabs.find(({ workbenchId }) => workbenchId === wait.workbenchId);
  if (tone && tab !== undefined) sendMessage('playTone', {}, tab.tabId).catch(() => undefined);
}

async function notify(wait: Waiting, view: LiveView, settings: Settings): Promise<void> {
  const { t } = createTranslator(settings.language, browser.i18n.getUILanguage());
  await browser.notifications.create(`wait|${wait.conversationId}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: t('common:reminder.title', { name: wait.name }),
    message: t('common:reminder.text', {
      wait: formatLongDuration(view.at - wait.startedAt, t),
      text: wait.preview ?? '',
    }),
    silent: true,
  });
}

/** A click on the notification goes to its customer. */
export function listenToNotifications(show: (conversationId: string) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id.startsWith('wait|')) show(id.slice('wait|'.length));
  });
}
