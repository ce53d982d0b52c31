import { browser } from 'wxt/browser';
import { WorkbenchesPage } from '@/components/dashboard/workbenches/WorkbenchesPage';
import type { WorkbenchTab } from '@/lib/domain/live';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { updateSettings } from '@/lib/settings/settingsStore';
import { adaptersForSellers as adapters } from '@/lib/workbenches/registry';
import type { PageProps } from './pageProps';
import { usePermissions } from './usePermissions';

/** Several adapters read forms of one workbench: the table has it once. */
const named = adapters.filter(({ name }, index) => adapters.findIndex((one) => one.name.zh === name.zh) === index);

/** 工作台: what is open and read, and what works where. */
export function WorkbenchesRoute({ settings, view, attempt }: PageProps) {
  const allowed = usePermissions(adapters);
  const supported = named.map(({ id, name, matches, status }) => ({
    id,
    name,
    matches,
    status,
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
      onGoTo={(tab) => attempt(goTo(tab))}
      onAllow={allow}
      onOrigins={(origins) => attempt(updateSettings(() => ({ origins })))}
    />
  );
}

/** Focuses the tab that is open; nothing is opened or loaded. */
async function goTo({ tabId, windowId }: WorkbenchTab): Promise<void> {
  await browser.windows.update(windowId, { focused: true });
  await browser.tabs.update(tabId, { active: true });
}
