import { useCallback, useMemo } from 'react';
import { browser } from 'wxt/browser';
import { ClockProvider } from '@/components/clock/ClockProvider';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { Popup } from '@/components/popup/Popup';
import type { PopupState, PopupView } from '@/components/popup/popupProps';
import { createTranslator } from '@/lib/i18n/translator';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { useDocumentLooks } from '@/lib/settings/useDocumentLooks';
import { useSettings } from '@/lib/settings/useSettings';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { useThrottledQuery } from '@/lib/storage/liveQueries/useThrottledQuery';
import { openPopupDatabase } from './popupDatabase';
import { useActiveTab } from './useActiveTab';
import { useOpenConversation } from './useOpenConversation';
import { usePopupActions } from './usePopupActions';

const eyes = openPopupDatabase();
/** The N-second rates and the day itself move on without a message. */
const AGAIN_MS = 20_000;

/** The popup: reads the database live, sends messages for whatever changes it. */
export function PopupRoot() {
  const settings = useSettings();
  const active = useActiveTab();
  const tabId = active?.tabId ?? null;
  const read = useCallback(
    async (database: ReadableDatabase) => (settings === null ? null : eyes.read(database, settings)),
    [settings],
  );
  const result = useThrottledQuery({ database: eyes.database, read, againMs: AGAIN_MS });
  const reading = result?.kind === 'broken' ? result : (result?.value ?? null);
  const view = reading?.kind === 'view' ? reading.view : null;
  const open = useOpenConversation(tabId, view);
  const translator = useMemo(
    () => createTranslator(settings?.language ?? 'auto', browser.i18n.getUILanguage()),
    [settings?.language],
  );
  const { actions, copied, unreachable } = usePopupActions({
    view,
    settings,
    active,
    open,
    translator,
    readCorrections: eyes.readCorrections,
  });
  useDocumentLooks(settings, translator.language);
  if (settings === null || reading === null) return null;

  const activeTab = view?.tabs.find((tab) => tab.tabId === tabId) ?? null;
  const window = reading.kind === 'view' ? profileOf(reading.view.profileId, reading.customProfiles).window : null;
  const props: PopupView = {
    state: stateOf(),
    view,
    activeTab,
    addable: addableHost(),
    currentId: open?.conversationId ?? null,
    suggestions: open?.suggestions ?? [],
    hours: window === null ? null : { from: window.fromMs / 3_600_000, to: window.toMs / 3_600_000 },
    peakSort: settings.peakSort,
    copied,
    unreachable,
    pauseChoices: [null],
    rederiving: reading.kind === 'view' ? reading.rederiving : null,
  };
  return (
    <TranslatorProvider translator={translator}>
      <ClockProvider>
        <Popup {...props} {...actions} />
      </ClockProvider>
    </TranslatorProvider>
  );

  /** A page that is recorded may show large frames of others: they are not asked for. */
  function addableHost(): string | null {
    if (active === null || active.granted) return null;
    return active.pageGranted && activeTab?.status.state === 'recording' ? null : active.host;
  }

  function stateOf(): PopupState {
    if (reading?.kind === 'broken') return { kind: 'storageBroken', reason: reading.reason };
    if (settings?.consentedAt == null) return { kind: 'notSetUp' };
    if (reading?.kind === 'view' && reading.view.tabs.length === 0) {
      return { kind: 'noWorkbench', yesterday: reading.yesterday };
    }
    return { kind: 'live' };
  }
}
