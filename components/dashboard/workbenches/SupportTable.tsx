import { Button } from '@/components/design/Button';
import { useTranslator } from '@/components/i18n/TranslatorContext';

/** One workbench that can be read. */
export interface SupportedWorkbench {
  id: string;
  name: { zh: string; en: string };
  /** Addresses; empty = every shop has its own. */
  matches: readonly string[];
  status: { state: 'confirmed' | 'documented'; date: string };
  /** Buyers use the same page: the user says first that they sell there. */
  asksForSeller?: boolean;
  /** The browser lets us read it; null = decided per address. */
  allowed: boolean | null;
}

interface SupportTableProps {
  supported: readonly SupportedWorkbench[];
  onAllow: (workbenchId: string) => void;
}

/** Hosts of match patterns, once each: `mms.pinduoduo.com`. */
function hostsOf(matches: readonly string[]): string[] {
  return [...new Set(matches.map((match) => match.replace(/^[^:]*:\/\//, '').split('/')[0] ?? match))];
}

const CLIENTS = '千牛 · 咚咚 · 飞鸽';

/** What works where, how sure that is, and since when. Desktop clients stand last: they cannot be read. */
export function SupportTable({ supported, onAllow }: SupportTableProps) {
  const { t, language } = useTranslator();
  return (
    <table className="mh-table" aria-label={t('dashboard:workbenches.table')}>
      <thead>
        <tr>
          <th scope="col">{t('dashboard:workbenches.workbench')}</th>
          <th scope="col">{t('dashboard:workbenches.where')}</th>
          <th scope="col">{t('dashboard:workbenches.support')}</th>
          <th scope="col">{t('dashboard:workbenches.permission')}</th>
        </tr>
      </thead>
      <tbody>
        {supported.map(({ id, name, matches, status, asksForSeller, allowed }) => {
          const workbench = language === 'en' ? name.en : name.zh;
          return (
            <tr key={id}>
              <th scope="row">{workbench}</th>
              <td className="mh-muted" title={matches.join('\n')}>
                {matches.length === 0
                  ? t('dashboard:workbenches.anyAddress')
                  : hostsOf(matches).map((host) => <div key={host}>{host}</div>)}
              </td>
              <td>
                {t(status.state === 'confirmed' ? 'dashboard:workbenches.yes' : 'dashboard:workbenches.likely')}
                <span className="mh-muted"> · {t(`dashboard:workbenches.${status.state}`, { date: status.date })}</span>
                {asksForSeller === true ? (
                  <span className="mh-muted" title={t('dashboard:workbenches.asksFirstHint')}>
                    {' · '}
                    {t('dashboard:workbenches.asksFirst')}
                  </span>
                ) : null}
              </td>
              <td>
                {allowed === false ? (
                  <Button
                    small
                    aria-label={t('dashboard:workbenches.allowOf', { workbench })}
                    onClick={() => onAllow(id)}
                  >
                    {t('dashboard:workbenches.allow')}
                  </Button>
                ) : (
                  <span className="mh-muted">
                    {allowed === null ? t('format:unknown') : t('dashboard:workbenches.allowed')}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
        <tr>
          <th scope="row">{t('dashboard:workbenches.client')}</th>
          <td className="mh-muted">{CLIENTS}</td>
          <td>{t('dashboard:workbenches.clientNo')}</td>
          <td className="mh-muted">{t('format:unknown')}</td>
        </tr>
      </tbody>
    </table>
  );
}
