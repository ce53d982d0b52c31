import { Button } from '@/components/design/Button';
import { Icon } from '@/components/design/Icon';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import { maskName } from '@/lib/domain/conversation';
import { TextField } from '../controls/TextField';
import { isFiltered, NO_FILTER, type TurnFilter } from './turnFilter';
import type { TurnRow } from './turnRow';

interface TurnFiltersProps {
  filter: TurnFilter;
  onFilter: (filter: TurnFilter) => void;
  rows: readonly TurnRow[];
  shown: number;
}

const STATES = ['pending', 'answered', 'unanswered', 'excused', 'bot'] as const;
// A value of its own for turns of nobody: '' cannot be told from a person without a name.
const ANY = '*';

/** What is listed below: search, state, person, and the mark set by clicking a customer. */
export function TurnFilters({ filter, onFilter, rows, shown }: TurnFiltersProps) {
  const t = useT();
  const change = (part: Partial<TurnFilter>) => onFilter({ ...filter, ...part });
  const persons = [...new Set(rows.map(({ turn }) => turn.person ?? ''))].sort();
  const customer = rows.find(({ turn }) => turn.conversationId === filter.conversationId)?.customerName ?? null;
  return (
    <div className="mh-filters">
      <span className="mh-search">
        <Icon name="search" size={14} />
        <TextField
          type="search"
          label={t('dashboard:today.search')}
          placeholder={t('dashboard:today.search')}
          value={filter.query}
          onChange={(query) => change({ query })}
        />
      </span>
      <Select
        label={t('dashboard:today.state')}
        value={filter.state ?? ANY}
        options={[
          { value: ANY, label: t('dashboard:today.everyState') },
          ...STATES.map((state) => ({ value: state, label: t(`dashboard:turnState.${state}`) })),
        ]}
        onChange={(value) => change({ state: STATES.find((state) => state === value) ?? null })}
      />
      <Select
        label={t('dashboard:today.person')}
        value={filter.person ?? ANY}
        options={[
          { value: ANY, label: t('dashboard:today.everyone') },
          ...persons.map((person) => ({ value: person, label: person === '' ? t('common:noPerson') : person })),
        ]}
        onChange={(value) => change({ person: value === ANY ? null : value })}
      />
      <Button aria-pressed={filter.slow} onClick={() => change({ slow: !filter.slow })}>
        {t('dashboard:today.onlySlow')}
      </Button>
      <Button aria-pressed={filter.uncertain} onClick={() => change({ uncertain: !filter.uncertain })}>
        {t('dashboard:today.onlyUncertain')}
      </Button>
      {filter.review || rows.some(({ review }) => review) ? (
        <Button aria-pressed={filter.review} onClick={() => change({ review: !filter.review })}>
          {t('dashboard:today.onlyReview')}
        </Button>
      ) : null}
      {filter.conversationId === null ? null : (
        <Button icon="close" aria-pressed onClick={() => change({ conversationId: null })}>
          {t('dashboard:today.onlyConversation', { name: maskName(customer) })}
        </Button>
      )}
      {isFiltered(filter) ? (
        <Button kind="quiet" onClick={() => onFilter(NO_FILTER)}>
          {t('dashboard:today.clear')}
        </Button>
      ) : null}
      <output className="mh-filters__count">
        {shown === rows.length
          ? t('dashboard:today.shown', { count: rows.length })
          : t('dashboard:today.shownOf', { shown, count: rows.length })}
      </output>
    </div>
  );
}
