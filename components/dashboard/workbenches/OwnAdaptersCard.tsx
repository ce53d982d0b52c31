import { Button } from '@/components/design/Button';
import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { FileButton } from '../controls/FileButton';

/** A page that the user taught, or a built-in workbench that they repaired. */
export interface TaughtPage {
  id: string;
  origin: string;
  name: string;
  /** ms. */
  savedAt: number;
  /** 0 to 1. */
  confidence: number;
  /** Of a repaired built-in workbench: deleting goes back to what ships. */
  repairs: boolean;
  /** A tab in which it can be taught again; null = none is open. */
  tabId: number | null;
}

/** Why a file was not taken in. */
export type ImportProblem =
  | { kind: 'tooLarge' }
  | { kind: 'notJson' }
  | { kind: 'notAdapter'; where: string }
  | { kind: 'taken'; host: string };

interface OwnAdaptersCardProps {
  taught: readonly TaughtPage[];
  timeZone: string;
  importing: ImportProblem | null;
  onExport: (page: TaughtPage) => void;
  onDelete: (page: TaughtPage) => void;
  onTeach: (tabId: number) => void;
  onImport: (file: File) => void;
}

/** The user's own adapters: what they taught and repaired, as files to take along. */
export function OwnAdaptersCard(props: OwnAdaptersCardProps) {
  const { taught, timeZone, importing } = props;
  const t = useT();
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (
    <Card title={t('dashboard:own.title')} hint={t('dashboard:own.hint')}>
      {taught.length === 0 ? null : (
        <table className="mh-table" aria-label={t('dashboard:own.title')}>
          <thead>
            <tr>
              <th scope="col">{t('dashboard:workbenches.workbench')}</th>
              <th scope="col">{t('dashboard:workbenches.where')}</th>
              <th scope="col">{t('dashboard:own.saved')}</th>
              <th scope="col">{t('dashboard:own.sure')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {taught.map((page) => {
              const { tabId, name, origin } = page;
              return (
                <tr key={`${page.id} ${origin}`}>
                  <th scope="row">
                    {name}
                    <span className="mh-muted">
                      {' · '}
                      {t(page.repairs ? 'dashboard:own.repaired' : 'dashboard:own.taught')}
                    </span>
                  </th>
                  <td className="mh-muted">{origin.replace(/^https?:\/\//, '')}</td>
                  <td>{date.format(page.savedAt)}</td>
                  <td>{Math.round(page.confidence * 100)}%</td>
                  <td className="mh-table__action">
                    <div className="mh-own__actions">
                      {tabId === null ? null : (
                        <Button small onClick={() => props.onTeach(tabId)}>
                          {t('dashboard:own.again')}
                        </Button>
                      )}
                      <Button
                        small
                        aria-label={t('dashboard:own.exportOf', { name })}
                        onClick={() => props.onExport(page)}
                      >
                        {t('dashboard:own.export')}
                      </Button>
                      <Button
                        small
                        kind="danger"
                        aria-label={t('dashboard:own.deleteOf', { name })}
                        onClick={() => props.onDelete(page)}
                      >
                        {t(page.repairs ? 'dashboard:own.back' : 'dashboard:own.delete')}
                      </Button>
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {importing === null ? null : (
        <Notice tone="error">
          {importing.kind === 'notAdapter'
            ? t('dashboard:own.import.notAdapter', { where: importing.where })
            : importing.kind === 'taken'
              ? t('dashboard:own.import.taken', { host: importing.host })
              : t(`dashboard:own.import.${importing.kind}`)}
        </Notice>
      )}
      <div className="mh-own__foot">
        <FileButton label={t('dashboard:own.importFile')} accept=".json,application/json" onFile={props.onImport} />
      </div>
    </Card>
  );
}
