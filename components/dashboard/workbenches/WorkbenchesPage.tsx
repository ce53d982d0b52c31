import { EmptyState } from '@/components/design/EmptyState';
import { useT } from '@/components/i18n/TranslatorContext';
import type { WorkbenchTab } from '@/lib/domain/live';
import type { OriginNames } from '@/lib/domain/settings';
import { Card } from '../controls/Card';
import { AddCard, type AddResult, type OpenPage } from './AddCard';
import { NamingCard } from './NamingCard';
import { OpenTabsTable } from './OpenTabsTable';
import { type ImportProblem, OwnAdaptersCard, type TaughtPage } from './OwnAdaptersCard';
import { RolesCard } from './RolesCard';
import { type SupportedWorkbench, SupportTable } from './SupportTable';

export interface WorkbenchesPageProps {
  tabs: readonly WorkbenchTab[];
  supported: readonly SupportedWorkbench[];
  /** Account and shop by origin, as the agent named them. */
  origins: Record<string, OriginNames>;
  timeZone: string;
  /** What stands open and could be recorded; null until it is asked for. */
  openPages: readonly OpenPage[] | null;
  added: AddResult | null;
  taught: readonly TaughtPage[];
  importing: ImportProblem | null;
  roles: Record<string, 'seller' | 'buyer'>;
  /** Brings an open tab to the front; opens nothing. */
  onGoTo: (tab: WorkbenchTab) => void;
  /** Asks the browser for the permission to read a workbench's page. */
  onAllow: (workbenchId: string) => void;
  onOrigins: (origins: Record<string, OriginNames>) => void;
  /** The shop of an origin whose pages do not show one; null = it needs no name. */
  onNameShop: (origin: string, shop: string | null) => void;
  /** Asks the browser which tabs are open. */
  onListPages: () => void;
  onAddPage: (page: OpenPage) => void;
  /** Brings a tab to the front, and starts teaching or the repair there. */
  onTeach: (tabId: number) => void;
  onExport: (page: TaughtPage) => void;
  onDelete: (page: TaughtPage) => void;
  onImport: (file: File) => void;
  onSeller: (origin: string, role: 'seller' | 'buyer' | null) => void;
}

/** Which workbenches are open and read, what was taught, and what works where. */
export function WorkbenchesPage(props: WorkbenchesPageProps) {
  const t = useT();
  const { timeZone, onTeach } = props;
  return (
    <div className="mh-column mh-column--wide">
      <Card title={t('dashboard:workbenches.open')} hint={t('dashboard:workbenches.openHint')}>
        {props.tabs.length === 0 ? (
          <EmptyState title={t('dashboard:workbenches.none')}>{t('dashboard:workbenches.noneHint')}</EmptyState>
        ) : (
          <OpenTabsTable
            tabs={props.tabs}
            timeZone={timeZone}
            onGoTo={props.onGoTo}
            onTeach={onTeach}
            onSeller={props.onSeller}
          />
        )}
      </Card>
      <AddCard pages={props.openPages} result={props.added} onList={props.onListPages} onAdd={props.onAddPage} />
      <OwnAdaptersCard
        taught={props.taught}
        timeZone={timeZone}
        importing={props.importing}
        onExport={props.onExport}
        onDelete={props.onDelete}
        onTeach={onTeach}
        onImport={props.onImport}
      />
      {Object.keys(props.roles).length === 0 ? null : <RolesCard roles={props.roles} onAnswer={props.onSeller} />}
      {Object.keys(props.origins).length === 0 ? null : (
        <NamingCard origins={props.origins} onOrigins={props.onOrigins} onNameShop={props.onNameShop} />
      )}
      <Card title={t('dashboard:workbenches.table')} hint={t('dashboard:workbenches.tableHint')}>
        <SupportTable supported={props.supported} onAllow={props.onAllow} />
      </Card>
    </div>
  );
}
