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
  patterns: readonly string[];
  /** Host of a frame that was asked about; absent = none was. */
  frameHost?: string;
}

/** What became of the page that was chosen. */
export interface AddResult {
  host: string;
  /** `frame`: the chat may live in a frame of another host, which is asked for too. */
  outcome: 'recording' | 'asks' | 'teaching' | 'unreachable' | 'refused' | 'frame';
  /** The page with its frame, where that is asked for; else null. */
  frame: OpenPage | null;
}

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
      {result === null ? null : <Outcome result={result} onAdd={onAdd} />}
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

function Outcome({ result, onAdd }: { result: AddResult; onAdd: AddCardProps['onAdd'] }) {
  const t = useT();
  const { host, outcome, frame } = result;
  const frameHost = frame?.frameHost ?? '';
  return (
    <Notice
      tone={outcome === 'unreachable' || outcome === 'refused' ? 'error' : 'info'}
      {...(frame === null
        ? {}
        : { action: { label: t('dashboard:add.allowFrame', { frame: frameHost }), onAction: () => onAdd(frame) } })}
    >
      {t(`dashboard:add.outcome.${outcome}`, { host, frame: frameHost })}
    </Notice>
  );
}
