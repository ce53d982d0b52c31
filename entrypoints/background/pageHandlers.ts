import { type Browser, browser } from 'wxt/browser';
import type { NotReadingReason } from '@/lib/domain/reading';
import type { PageAdapters, PageStart, TeachingStart } from '@/lib/messaging/protocol';
import { withShopName } from '@/lib/settings/originNames';
import { updateSettings } from '@/lib/settings/settingsStore';
import { readKnownPage } from '@/lib/storage/knownPage';
import { nameShop } from '@/lib/storage/nameShop';
import { beat, endRecorder, livingRecorders, startRecorder } from '@/lib/storage/recorders';
import type { OwnAdapter } from '@/lib/workbenches/ownAdapter';
import { deleteOwnAdapter, readOwnAdapters, saveOwnAdapter } from '@/lib/workbenches/ownAdapterStore';
import type { HandlerParts } from './handlers';
import { readLargeFrames, startPage, startTeaching, tellAdaptersChanged } from './teaching';

type Sender = Browser.runtime.MessageSender;

/** Reasons of tabs in which nothing observes. */
const isUnread = (problem: NotReadingReason | null) => problem === 'noAdapter' || problem === 'asksForSeller';

/** The handlers of what reads a page: the user's own adapters, teaching and repair, and whether they sell there. */
export function createPageHandlers({ database, live, broadcaster, now }: Omit<HandlerParts, 'hasher' | 'rederiver'>) {
  /** A granted page that cannot be read yet: shown as a tab that is not recorded, until it is closed or loaded anew. */
  const showUnread = async (
    { origin, workbenchId, problem }: { origin: string; workbenchId: string; problem: 'noAdapter' | 'asksForSeller' },
    sender: Sender,
  ) => {
    const tabId = sender.tab?.id ?? -1;
    const inTab = (await livingRecorders(database)).filter((one) => one.tabId === tabId);
    // The workbench may live in a frame of this page, and be recorded there.
    if (inTab.some((one) => !isUnread(one.problem))) return;
    const known = inTab.find((one) => one.problem === problem);
    if (known === undefined && problem === 'noAdapter' && inTab.length > 0) return;
    const id = known?.id ?? `unknown-${tabId}-${now()}`;
    const place = { tabId, windowId: sender.tab?.windowId ?? -1, frameId: sender.frameId ?? 0 };
    await startRecorder(database, {
      recorder: { id, workbenchId, origin, account: null, shop: null },
      place,
      now: now(),
    });
    await beat(database, { recorderId: id, problem, hidden: false, now: now() });
    broadcaster.refresh();
  };

  /** What was only shown as not read may be read now, or never; with `all`, what was read as well. */
  const endUnread = async (origin: string, { all = false } = {}) => {
    for (const one of await livingRecorders(database)) {
      if (one.origin === origin && (all || isUnread(one.problem))) await endRecorder(database, one, now());
    }
  };

  let naming: Promise<void> = Promise.resolve();
  const giveShopName = async ({ origin, shop }: { origin: string; shop: string | null }) => {
    live.forget();
    const before = (await live.settings()).origins[origin]?.shop ?? null;
    await updateSettings((settings) => ({ origins: withShopName(settings, { origin, shop }) }));
    live.forget();
    await nameShop(database, { origin, before, shop });
    broadcaster.refresh();
  };

  return {
    async noAdapter({ origin }: { origin: string }, sender: Sender): Promise<void> {
      await showUnread({ origin, workbenchId: origin, problem: 'noAdapter' }, sender);
    },

    async pageAdapters({ origin }: { origin: string }): Promise<PageAdapters> {
      const own = (await readOwnAdapters()).filter((one) => one.origin === origin).map(({ adapter }) => adapter);
      return { own, role: (await live.settings()).roles[origin] ?? null };
    },

    async asksForSeller(data: { origin: string; workbenchId: string }, sender: Sender): Promise<void> {
      await showUnread({ ...data, problem: 'asksForSeller' }, sender);
    },

    async answerSeller({ origin, role }: { origin: string; role: 'seller' | 'buyer' | null }): Promise<void> {
      await updateSettings(({ roles: { [origin]: _, ...others } }) => ({
        roles: role === null ? others : { ...others, [origin]: role },
      }));
      live.forget();
      // Who does not sell here is not recorded from now on; whatever else reads the page says hello anew.
      await endUnread(origin, { all: role !== 'seller' });
      await tellAdaptersChanged();
      broadcaster.refresh();
    },

    async nameShop(named: { origin: string; shop: string | null }): Promise<void> {
      const last = naming;
      // While it is typed the names come faster than what was recorded is renamed.
      naming = last.catch(() => undefined).then(() => giveShopName(named));
      await naming;
    },

    async beginTeaching({
      origin,
      workbenchId,
    }: {
      origin: string;
      workbenchId: string | null;
    }): Promise<TeachingStart> {
      const settings = await live.settings();
      const known = await readKnownPage(database, { origin, workbenchId });
      return { language: live.language(settings), theme: settings.theme, known };
    },

    async saveOwnAdapter({ own }: { own: OwnAdapter }): Promise<void> {
      await saveOwnAdapter(own);
      await endUnread(own.origin);
      await tellAdaptersChanged();
      broadcaster.refresh();
    },

    async deleteOwnAdapter(which: { origin: string; id: string }): Promise<void> {
      await deleteOwnAdapter(which);
      await tellAdaptersChanged();
    },

    largeFrames: ({ tabId }: { tabId: number }) => readLargeFrames(tabId),

    recordPage: ({ tabId }: { tabId: number }) => startPage(tabId),

    async teachTab({ tabId }: { tabId: number }): Promise<PageStart> {
      const tab = await browser.tabs.update(tabId, { active: true });
      if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
      const [recorder] = (await livingRecorders(database)).filter((one) => one.tabId === tabId);
      return startTeaching({ tabId, frameId: recorder?.frameId ?? 0 });
    },

    async teachHere({ frameId }: { frameId: number | null }, sender: Sender): Promise<void> {
      if (sender.tab?.id === undefined) return;
      await startTeaching({ tabId: sender.tab.id, frameId: frameId ?? sender.frameId ?? 0 });
    },
  };
}
