import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import type { WorkbenchTab } from '@/lib/domain/live';

/** A red line for each workbench tab that is not recording, a yellow one for each that is paused. */
export function TabProblems({ tabs, onFix }: { tabs: readonly WorkbenchTab[]; onFix: (tab: WorkbenchTab) => void }) {
  const t = useT();
  return tabs.map((tab) => {
    const { status } = tab;
    if (status.state === 'recording') return null;
    const workbench = tab.shop === null ? tab.workbenchName : `${tab.workbenchName} ${tab.shop}`;
    const action = { label: t('popup:howToFix'), onAction: () => onFix(tab) };
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
        : t('popup:tabProblem', { workbench, problem: t(`common:problem.${status.problem}`) });
    return (
      <Notice key={tab.tabId} tone="error" action={action}>
        {text}
      </Notice>
    );
  });
}
