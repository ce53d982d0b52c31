import { useDeferredValue, useMemo, useState } from 'react';
import { EmptyState } from '@/components/design/EmptyState';
import { useT } from '@/components/i18n/TranslatorContext';
import type { DayCorrection } from '@/lib/domain/dayCorrection';
import type { DayNotes } from '@/lib/domain/dayNotes';
import type { FigureRef } from '@/lib/domain/figureRef';
import type { LiveView } from '@/lib/domain/live';
import type { OpenedLine } from '@/lib/domain/openedMessage';
import type { Profile } from '@/lib/domain/profile';
import type { Targets } from '@/lib/domain/target';
import { Segments } from '../controls/Segments';
import { CorrectionList, LatestCorrection } from '../figures/CorrectionList';
import { MoreFigures, type MoreFiguresProps } from '../figures/MoreFigures';
import { RederivationNotice } from '../RederivationNotice';
import type { Correcting } from './correcting';
import { DayNotesLine } from './DayNotesLine';
import { FigureCards } from './FigureCards';
import { TurnFilters } from './TurnFilters';
import { TurnTable } from './TurnTable';
import { filterTurns, NO_FILTER, type TurnFilter } from './turnFilter';
import { itemsOf } from './turnItems';
import type { TurnRow } from './turnRow';
import { sortTurns, type TurnSort } from './turnSort';

/** What stands under the headline figures. */
export type TodayView = 'turns' | 'all';

export interface TodayPageProps {
  today: LiveView['today'];
  targets: Targets;
  profile: Profile;
  rows: readonly TurnRow[];
  /** 慢响应 from here, ms. */
  slowTurnMs: number;
  openKey: string | null;
  /** Messages of the open row; null while they are being read. */
  messages: readonly OpenedLine[] | null;
  onOpen: (key: string | null) => void;
  /** What is filtered at first, when the page is opened from elsewhere. */
  startFilter?: Partial<TurnFilter>;
  hrefOf: (ref: FigureRef, profileId?: string) => string;
  shown: TodayView;
  onShown: (shown: TodayView) => void;
  /** Of `all`; null while they are being read. */
  all: Omit<MoreFiguresProps, 'hrefOf'> | null;
  correcting: Correcting;
  corrections: readonly DayCorrection[];
  /** The one that was just made; null = none. */
  latest: DayCorrection | null;
  onUndo: (correction: DayCorrection) => void;
  /** Figures by newly chosen rules are being made, these are the old ones; null = they are not. */
  rederiving: { done: number; total: number } | null;
  /** null or absent while they are being read. */
  notes?: DayNotes | null;
}

/** Today: the figures, and the turns that they are made of, or all other figures. */
export function TodayPage({ startFilter, profile, targets, rows, slowTurnMs, ...props }: TodayPageProps) {
  const { hrefOf, shown, all } = props;
  const t = useT();
  const [filter, setFilter] = useState<TurnFilter>({ ...NO_FILTER, ...startFilter });
  const [sort, setSort] = useState<TurnSort>({ column: 'time', descending: true });
  // Typing stays fluent with thousands of rows: the list follows when there is time.
  const wanted = useDeferredValue(filter);
  const found = useMemo(
    () => sortTurns(filterTurns(rows, wanted, { slowTurnMs }), sort),
    [rows, wanted, slowTurnMs, sort],
  );
  const items = useMemo(() => itemsOf(found), [found]);
  return (
    <div className="mh-day">
      {props.rederiving === null ? null : <RederivationNotice progress={props.rederiving} />}
      <FigureCards today={props.today} targets={targets} profile={profile} hrefOf={hrefOf} />
      {props.notes == null ? null : (
        <DayNotesLine notes={props.notes} figures={props.today.figures} timeZone={profile.timeZone} />
      )}
      {props.latest === null ? null : <LatestCorrection correction={props.latest} onUndo={props.onUndo} />}
      <div className="mh-day__bar">
        <Segments<TodayView>
          label={t('dashboard:figures.view')}
          value={shown}
          options={[
            { value: 'turns', label: t('dashboard:figures.turnsView') },
            { value: 'all', label: t('dashboard:figures.all') },
          ]}
          onChange={props.onShown}
        />
        {shown === 'turns' && rows.length > 0 ? (
          <TurnFilters filter={filter} onFilter={setFilter} rows={rows} shown={found.length} />
        ) : null}
      </div>
      {content()}
      <CorrectionList corrections={props.corrections} timeZone={profile.timeZone} onUndo={props.onUndo} />
    </div>
  );

  function content() {
    if (shown === 'all') return all === null ? null : <MoreFigures {...all} hrefOf={hrefOf} />;
    if (rows.length === 0) {
      return (
        <div className="mh-day__empty">
          <EmptyState title={t('dashboard:today.empty')}>{t('dashboard:today.emptyHint')}</EmptyState>
        </div>
      );
    }
    if (found.length === 0) {
      return (
        <div className="mh-day__empty">
          <EmptyState title={t('dashboard:today.nothing')} />
        </div>
      );
    }
    return (
      <TurnTable
        items={items}
        sort={sort}
        onSort={setSort}
        openKey={props.openKey}
        messages={props.messages}
        correcting={props.correcting}
        onOpen={props.onOpen}
        onOnlyConversation={(conversationId) => setFilter({ ...NO_FILTER, conversationId })}
        timeZone={profile.timeZone}
        limitMs={targets.withinSeconds * 1000}
      />
    );
  }
}
