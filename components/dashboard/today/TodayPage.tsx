import { useDeferredValue, useMemo, useState } from 'react';
import { EmptyState } from '@/components/design/EmptyState';
import { useT } from '@/components/i18n/TranslatorContext';
import type { LiveView } from '@/lib/domain/live';
import type { Profile } from '@/lib/domain/profile';
import type { Targets } from '@/lib/domain/target';
import { FigureCards } from './FigureCards';
import { TurnFilters } from './TurnFilters';
import { TurnTable } from './TurnTable';
import { filterTurns, NO_FILTER, type TurnFilter } from './turnFilter';
import type { TurnMessage } from './turnMessage';
import type { TurnRow } from './turnRow';
import { sortTurns, type TurnSort } from './turnSort';

export interface TodayPageProps {
  today: LiveView['today'];
  targets: Targets;
  profile: Profile;
  rows: readonly TurnRow[];
  /** 慢响应 from here, ms. */
  slowTurnMs: number;
  openKey: string | null;
  /** Messages of the open row; null while they are being read. */
  messages: readonly TurnMessage[] | null;
  onOpen: (key: string | null) => void;
  /** What is filtered at first, when the page is opened from a figure elsewhere. */
  startFilter?: Partial<TurnFilter>;
}

/** Today: the figures, and the turns that they are made of. */
export function TodayPage({ startFilter, profile, targets, rows, slowTurnMs, ...props }: TodayPageProps) {
  const t = useT();
  const [filter, setFilter] = useState<TurnFilter>({ ...NO_FILTER, ...startFilter });
  const [sort, setSort] = useState<TurnSort>({ column: 'time', descending: true });
  // Typing stays fluent with thousands of rows: the list follows when there is time.
  const wanted = useDeferredValue(filter);
  const shown = useMemo(
    () => sortTurns(filterTurns(rows, wanted, { rules: profile, slowTurnMs }), sort),
    [rows, wanted, profile, slowTurnMs, sort],
  );
  return (
    <div className="mh-day">
      <FigureCards
        today={props.today}
        targets={targets}
        profileId={profile.id}
        chosen={filter.figure}
        onChoose={(figure) => setFilter({ ...filter, figure })}
      />
      {rows.length === 0 ? (
        <div className="mh-day__empty">
          <EmptyState title={t('dashboard:today.empty')}>{t('dashboard:today.emptyHint')}</EmptyState>
        </div>
      ) : (
        <>
          <TurnFilters
            filter={filter}
            onFilter={setFilter}
            rows={rows}
            shown={shown.length}
            targets={targets}
            profileId={profile.id}
          />
          {shown.length === 0 ? (
            <div className="mh-day__empty">
              <EmptyState title={t('dashboard:today.nothing')} />
            </div>
          ) : (
            <TurnTable
              rows={shown}
              sort={sort}
              onSort={setSort}
              openKey={props.openKey}
              messages={props.messages}
              onOpen={props.onOpen}
              onOnlyConversation={(conversationId) => setFilter({ ...NO_FILTER, conversationId })}
              timeZone={profile.timeZone}
              limitMs={targets.withinSeconds * 1000}
            />
          )}
        </>
      )}
    </div>
  );
}
