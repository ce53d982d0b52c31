import { Button } from '@/components/design/Button';
import { EmptyState } from '@/components/design/EmptyState';
import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';

/** A page that stands open and is not recorded yet. */
export interface OpenPage {
  tabId: number;
  title: string;
  host: string;
  /** What the browser is asked for. */
  pattern: string;
}

/** What became of the page that was chosen. */
export type AddResult = { host: string; outcome: 'recording' | 'asks' | 'teaching' | 'unreachable' | 'refused' };

interface AddCardProps {
  /** null = not asked for yet: the browser tells titles and addresses only with the user's leave. */
  pages: readonly OpenPage[] | null;
  result: AddResult | null;
  onList: () => void;
  onAdd: (page: OpenPage) => void;
}

/** Adds a page that is open: nothing is opened or loaded for it. */
export function AddCard({ pages, result, onList, onAdd }: AddCardProps) {
  const t = useT();
  return (
    <Card title={t('dashboard:add.title')} hint={t('dashboard:add.hint')}>
      {result === null ? null : (
        <Notice tone={result.outcome === 'unreachable' || result.outcome === 'refused' ? 'error' : 'info'}>
          {t(`dashboard:add.outcome.${result.outcome}`, { host: result.host })}
        </Notice>
      )}
      {pages === null ? (
        <div className="mh-own__foot">
          <Button onClick={onList}>{t('dashboard:add.list')}</Button>
        </div>
      ) : pages.length === 0 ? (
        <EmptyState title={t('dashboard:add.none')}>{t('dashboard:add.noneHint')}</EmptyState>
      ) : (
        <table className="mh-table" aria-label={t('dashboard:add.title')}>
          <tbody>
            {pages.map((page) => (
              <tr key={page.tabId}>
                <th scope="row" className="mh-own__title">
                  {page.title}
                </th>
                <td className="mh-muted">{page.host}</td>
                <td className="mh-table__action">
                  <Button
                    small
                    aria-label={t('dashboard:add.recordOf', { title: page.title })}
                    onClick={() => onAdd(page)}
                  >
                    {t('dashboard:add.record')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
