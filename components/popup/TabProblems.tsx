import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import { SellerQuestion } from '@/components/seller/SellerQuestion';
import type { WorkbenchTab } from '@/lib/domain/live';
import { isRepairable } from '@/lib/domain/reading';
import { formatTimeOfDay } from '@/lib/metrics/format/timeOfDay';

interface TabProblemsProps {
  tabs: readonly WorkbenchTab[];
  onFix: (tab: WorkbenchTab) => void;
  onSeller: (tab: WorkbenchTab, role: 'seller' | 'buyer') => void;
}

/** A red line for each workbench tab that is not recording, a yellow one for each that is paused. */
export function TabProblems({ tabs, onFix, onSeller }: TabProblemsProps) {
  const t = useT();
  return tabs.map((tab) => {
    const { status } = tab;
    if (status.state === 'recording') return null;
    const workbench = tab.shop === null ? tab.workbenchName : `${tab.workbenchName} ${tab.shop}`;
    if (status.state === 'notReading' && status.problem === 'asksForSeller') {
      return <SellerQuestion key={tab.tabId} workbench={workbench} onAnswer={(role) => onSeller(tab, role)} />;
    }
    const action = { label: t(`popup:${fixOf(tab)}`), onAction: () => onFix(tab) };
    if (status.state === 'paused') {
      return (
        <Notice key={tab.tabId} tone="warning">
          {t('popup:tabPaused', { workbench })}
        </Notice>
      );
    }
    const text =
      status.state === 'noConsent'
        ? t('popup:tabNoConsent', { workbench })
        : t(fixOf(tab) === 'recognise' ? 'popup:tabProblemSince' : 'popup:tabProblem', {
            workbench,
            problem: t(`common:problem.${status.problem}`),
            since: formatTimeOfDay(status.since),
          });
    return (
      <Notice key={tab.tabId} tone="error" action={action}>
        {text}
      </Notice>
    );
  });
}

/** What can be done about it: teaching helps where the page is not understood. */
function fixOf({ status }: WorkbenchTab): 'howToFix' | 'teach' | 'recognise' {
  if (status.state !== 'notReading' || !isRepairable(status.problem)) return 'howToFix';
  return status.problem === 'noAdapter' ? 'teach' : 'recognise';
}
