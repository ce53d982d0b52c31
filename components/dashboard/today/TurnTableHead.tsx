import { useT } from '@/components/i18n/TranslatorContext';
import { TURN_COLUMNS, type TurnColumn, type TurnSort } from './turnSort';

/** The first click on these shows the largest, newest or worst first. */
const DESCENDING_FIRST: readonly TurnColumn[] = ['time', 'messages', 'response', 'split'];

/** Column heads; each sorts, a second click turns the order. */
export function TurnTableHead({ sort, onSort }: { sort: TurnSort | null; onSort: (sort: TurnSort) => void }) {
  const t = useT();
  return (
    <thead className="mh-turns__head">
      <tr className="mh-turns__row" aria-rowindex={1}>
        {TURN_COLUMNS.map((column) => {
          const sorted = sort?.column === column ? sort : null;
          const name = t(`dashboard:columns.${column}`);
          return (
            <th
              key={column}
              scope="col"
              className={`mh-turns__cell mh-turns__cell--${column}`}
              aria-sort={sorted !== null ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                className="mh-turns__sort"
                aria-label={t('dashboard:today.sortBy', { column: name })}
                onClick={() =>
                  onSort({
                    column,
                    descending: sorted !== null ? !sorted.descending : DESCENDING_FIRST.includes(column),
                  })
                }
              >
                {name}
                <span className="mh-turns__arrow" aria-hidden="true">
                  {sorted !== null ? (sorted.descending ? '↓' : '↑') : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
