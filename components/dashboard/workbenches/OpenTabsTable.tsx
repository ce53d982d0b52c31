import { Button } from '@/components/design/Button';
import { StatusDot } from '@/components/design/StatusDot';
import { useT } from '@/components/i18n/TranslatorContext';
import { SellerQuestion } from '@/components/seller/SellerQuestion';
import type { WorkbenchTab } from '@/lib/domain/live';
import { isRepairable } from '@/lib/domain/reading';
import { timeToMinute } from '../timeOfDay';

interface OpenTabsTableProps {
  tabs: readonly WorkbenchTab[];
  timeZone: string;
  onGoTo: (tab: WorkbenchTab) => void;
  onTeach: (tabId: number) => void;
  onSeller: (origin: string, role: 'seller' | 'buyer') => void;
}

/** One row per open workbench: account, shop, whether it is read, and what to do when not. */
export function OpenTabsTable({ tabs, timeZone, onGoTo, onTeach, onSeller }: OpenTabsTableProps) {
  const t = useT();
  return (
    <table className="mh-table" aria-label={t('dashboard:workbenches.open')}>
      <thead>
        <tr>
          <th scope="col">{t('dashboard:workbenches.workbench')}</th>
          <th scope="col">{t('dashboard:workbenches.account')}</th>
          <th scope="col">{t('dashboard:workbenches.shop')}</th>
          <th scope="col">{t('dashboard:workbenches.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {tabs.map((tab) => {
          const { status } = tab;
          return (
            <tr key={tab.tabId}>
              <th scope="row">{tab.workbenchName}</th>
              <td>{tab.account ?? t('format:unknown')}</td>
              <td>{tab.shop ?? t('format:unknown')}</td>
              <td>
                <span className={`mh-status mh-status--${status.state}`}>
                  <StatusDot state={status.state} />
                  {t(`common:state.${status.state}`)}
                  {status.state === 'notReading' ? ` · ${t(`common:problem.${status.problem}`)}` : ''}
                  {'since' in status
                    ? ` · ${t('dashboard:workbenches.since', { time: timeToMinute(status.since, timeZone) })}`
                    : ''}
                </span>
                {status.state !== 'notReading' ? null : status.problem === 'asksForSeller' ? (
                  <SellerQuestion workbench={tab.workbenchName} onAnswer={(role) => onSeller(tab.origin, role)} />
                ) : (
                  <p className="mh-setting__hint">{t(`dashboard:advice.${status.problem}`)}</p>
                )}
              </td>
              <td className="mh-table__action">
                <div className="mh-own__actions">
                  {status.state === 'notReading' && isRepairable(status.problem) ? (
                    <Button small kind="primary" onClick={() => onTeach(tab.tabId)}>
                      {t(`dashboard:workbenches.${status.problem === 'noAdapter' ? 'teach' : 'recognise'}`)}
                    </Button>
                  ) : null}
                  <Button
                    small
                    aria-label={t('dashboard:workbenches.goToOf', { workbench: tab.workbenchName })}
                    onClick={() => onGoTo(tab)}
                  >
                    {t('dashboard:workbenches.goTo')}
                  </Button>
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
