import { EmptyState } from '@/components/design/EmptyState';
import { useT } from '@/components/i18n/TranslatorContext';
import type { WorkbenchTab } from '@/lib/domain/live';
import type { OriginNames } from '@/lib/domain/settings';
import { Card } from '../controls/Card';
import { NamingCard } from './NamingCard';
import { OpenTabsTable } from './OpenTabsTable';
import { type SupportedWorkbench, SupportTable } from './SupportTable';

export interface WorkbenchesPageProps {
  tabs: readonly WorkbenchTab[];
  supported: readonly SupportedWorkbench[];
  /** Account and shop by origin, as the agent named them. */
  origins: Record<string, OriginNames>;
  timeZone: string;
  /** Brings an open tab to the front; opens nothing. */
  onGoTo: (tab: WorkbenchTab) => void;
  /** Asks the browser for the permission to read a workbench's page. */
  onAllow: (workbenchId: string) => void;
  onOrigins: (origins: Record<string, OriginNames>) => void;
}

/** Which workbenches are open and read, and what works where. */
export function WorkbenchesPage(props: WorkbenchesPageProps) {
  const t = useT();
  return (
    <div className="mh-column mh-column--wide">
      <Card title={t('dashboard:workbenches.open')} hint={t('dashboard:workbenches.openHint')}>
        {props.tabs.length === 0 ? (
          <EmptyState title={t('dashboard:workbenches.none')}>{t('dashboard:workbenches.noneHint')}</EmptyState>
        ) : (
          <OpenTabsTable tabs={props.tabs} timeZone={props.timeZone} onGoTo={props.onGoTo} />
        )}
      </Card>
      {Object.keys(props.origins).length === 0 ? null : (
        <NamingCard origins={props.origins} onOrigins={props.onOrigins} />
      )}
      <Card title={t('dashboard:workbenches.table')} hint={t('dashboard:workbenches.tableHint')}>
        <SupportTable supported={props.supported} onAllow={props.onAllow} />
      </Card>
    </div>
  );
}
