import { browser } from 'wxt/browser';
import { WorkbenchesPage } from '@/components/dashboard/workbenches/WorkbenchesPage';
import type { WorkbenchTab } from '@/lib/domain/live';
import { sendMessage } from '@/lib/messaging/protocol';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { updateSettings } from '@/lib/settings/settingsStore';
import { adapters } from '@/lib/workbenches/registry';
import type { PageProps } from './pageProps';
import { useOpenPages } from './useOpenPages';
import { usePermissions } from './usePermissions';
import { useTaught } from './useTaught';

/** Several adapters read forms of one workbench: the table has it once. */
const named = adapters.filter(({ name }, index) => adapters.findIndex((one) => one.name.zh === name.zh) === index);

/** 工作台: what is open and read, and what works where. */
export function WorkbenchesRoute({ settings, view, translator, attempt }: PageProps) {
  const allowed = usePermissions(adapters);
  const open = useOpenPages(attempt);
  const own = useTaught(view.tabs, translator.language);
  const supported = named.map(({ id, name, matches, status, asksForSeller = false }) => ({
    id,
    name,
    matches,
    status,
    asksForSeller,
    allowed: allowed[id] ?? null,
  }));
  const allow = (workbenchId: string) => {
    const matches = adapters.find(({ id }) => id === workbenchId)?.matches ?? [];
    // Asked for within the click: a browser gives no permission otherwise.
    attempt(browser.permissions.request({ origins: [...matches] }));
  };
  return (
    <WorkbenchesPage
      tabs={view.tabs}
      supported={supported}
      origins={settings.origins}
      timeZone={profileOf(view.profileId, settings.customProfiles).timeZone}
      openPages={open.pages}
      added={open.added}
      taught={own.taught}
      importing={own.importing}
      roles={settings.roles}
      onListPages={open.list}
      onAddPage={open.add}
      onTeach={(tabId) => attempt(sendMessage('teachTab', { tabId }))}
      onExport={own.save}
      onDelete={(page) => attempt(own.remove(page))}
      onImport={(file) => attempt(own.take(file))}
      onSeller={(origin, role) => attempt(sendMessage('answerSeller', { origin, role }))}
      onGoTo={(tab) => attempt(goTo(tab))}
      onAllow={allow}
      onNameShop={(origin, shop) => attempt(sendMessage('nameShop', { origin, shop }))}
      onOrigins={(origins) => attempt(updateSettings(() => ({ origins })))}
    />
  );
}

/** Focuses the tab that is open; nothing is opened or loaded. */
async function goTo({ tabId, windowId }: WorkbenchTab): Promise<void> {
  await browser.windows.update(windowId, { focused: true });
  await browser.tabs.update(tabId, { active: true });
}
