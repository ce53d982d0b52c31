import type { ReactNode } from 'react';
import { Button } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import type { WorkbenchTab } from '@/lib/domain/live';
import { DASHBOARD_PAGES, type DashboardPage } from './dashboardPage';
import { StatusBanner } from './StatusBanner';
import { StatusLine } from './StatusLine';

export interface DashboardFrameProps {
  page: DashboardPage;
  onPage: (page: DashboardPage) => void;
  /** 开始记录 was pressed. */
  consented: boolean;
  /** ms; null = not paused. */
  pausedAt: number | null;
  tabs: readonly WorkbenchTab[];
  /** Why nothing can be stored; null = all is well. */
  storageProblem: string | null;
  persons: readonly string[];
  person: string | null;
  timeZone: string;
  onPerson: (person: string | null) => void;
  onPause: (paused: boolean) => void;
  children: ReactNode;
}

/** The dashboard around its page: navigation, whether recording runs, who is on duty. */
export function DashboardFrame(props: DashboardFrameProps) {
  const { page, consented, pausedAt, persons, person } = props;
  const t = useT();
  return (
    <div className="mh mh-dashboard">
      <aside className="mh-side">
        <div className="mh-side__brand">{t('common:product')}</div>
        <nav className="mh-side__nav" aria-label={t('dashboard:title')}>
          {DASHBOARD_PAGES.map((each) => (
            <button
              key={each}
              type="button"
              className="mh-side__item"
              aria-current={each === page ? 'page' : undefined}
              onClick={() => props.onPage(each)}
            >
              {t(`dashboard:page.${each}`)}
            </button>
          ))}
        </nav>
        <div className="mh-side__foot">
          <StatusLine
            consented={consented}
            paused={pausedAt !== null}
            tabs={props.tabs}
            broken={props.storageProblem !== null}
          />
          {persons.length === 0 ? null : (
            <Select
              label={t('settings:duty.person')}
              value={person ?? ''}
              options={[
                { value: '', label: t('common:noPerson') },
                ...persons.map((each) => ({ value: each, label: each })),
              ]}
              onChange={(value) => props.onPerson(value === '' ? null : value)}
            />
          )}
          {consented ? (
            <Button icon={pausedAt === null ? 'pause' : 'play'} onClick={() => props.onPause(pausedAt === null)}>
              {pausedAt === null ? t('common:pause') : t('common:resume')}
            </Button>
          ) : null}
        </div>
      </aside>
      <main className="mh-main">
        <StatusBanner {...props} />
        <h1 className={page === 'today' ? 'mh-hidden' : 'mh-main__title'}>{t(`dashboard:page.${page}`)}</h1>
        <div className={`mh-main__page mh-main__page--${page}`}>{props.children}</div>
      </main>
    </div>
  );
}
