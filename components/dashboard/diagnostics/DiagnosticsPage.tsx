import { Button } from '@/components/design/Button';
import { Notice } from '@/components/design/Notice';
import { StatusDot } from '@/components/design/StatusDot';
import { useT } from '@/components/i18n/TranslatorContext';
import { formatBytes } from '../bytes';
import { Card } from '../controls/Card';
import { SettingRow } from '../controls/SettingRow';
import { dateAndMinute } from '../timeOfDay';

/** Something that went wrong, joined with its repetitions. */
export interface DiagnosticError {
  key: string;
  /** Of the last time, ms. */
  at: number;
  times: number;
  /** Which part: observer, store, … */
  where: string;
  /** What happened, what it means, what to do. */
  what: string;
}

export interface DiagnosticsPageProps {
  version: string;
  /** null = all is well. */
  storageProblem: string | null;
  storage: { used: number; available: number | null } | null;
  /** Numbers of what is stored; null = not known. */
  counts: { entries: number; turns: number; gaps: number } | null;
  /** Settings that could not be read, by path. */
  settingsProblems: readonly { path: string; reason: string }[];
  errors: readonly DiagnosticError[];
  timeZone: string;
  onCopy: () => void;
  copied: boolean;
}

/** Whether everything works inside, and what went wrong. */
export function DiagnosticsPage(props: DiagnosticsPageProps) {
  const t = useT();
  const { counts, storage, storageProblem, settingsProblems, errors } = props;
  const number = (value: number | undefined) =>
    value === undefined ? t('format:unknown') : value.toLocaleString('en');
  return (
    <div className="mh-column mh-column--wide">
      <Card title={t('dashboard:diagnostics.storage')}>
        {storageProblem === null ? null : (
          <Notice tone="error" shape="block">
            <strong>{t('dashboard:diagnostics.broken', { reason: storageProblem })}</strong>
            <p>{t('dashboard:diagnostics.brokenAdvice')}</p>
          </Notice>
        )}
        <dl className="mh-numbers">
          <div>
            <dt>{t('dashboard:diagnostics.storage')}</dt>
            <dd className="mh-status">
              <StatusDot state={storageProblem === null ? 'recording' : 'notReading'} />
              {storageProblem === null ? t('dashboard:diagnostics.ok') : t('common:state.notReading')}
            </dd>
          </div>
          <div>
            <dt>{t('dashboard:diagnostics.used')}</dt>
            <dd>{storage === null ? t('format:unknown') : formatBytes(storage.used)}</dd>
          </div>
          {(['entries', 'turns', 'gaps'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`dashboard:diagnostics.${name}`)}</dt>
              <dd>{number(counts?.[name])}</dd>
            </div>
          ))}
          <div>
            <dt>{t('dashboard:diagnostics.version')}</dt>
            <dd>{props.version}</dd>
          </div>
        </dl>
        <SettingRow label={t('dashboard:diagnostics.settings')}>
          {settingsProblems.length === 0
            ? t('dashboard:diagnostics.settingsOk')
            : t('dashboard:diagnostics.settingsProblems', { count: settingsProblems.length })}
        </SettingRow>
        {settingsProblems.length === 0 ? null : (
          <ul className="mh-paths">
            {settingsProblems.map(({ path, reason }) => (
              <li key={path}>
                <code>{path}</code> {reason}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={t('dashboard:diagnostics.errors')}
        hint={t('dashboard:diagnostics.copyHint')}
        action={
          <Button small icon={props.copied ? 'check' : 'copy'} onClick={props.onCopy}>
            {props.copied ? t('dashboard:diagnostics.copied') : t('dashboard:diagnostics.copy')}
          </Button>
        }
      >
        {errors.length === 0 ? (
          <p className="mh-card__part mh-muted">{t('dashboard:diagnostics.noErrors')}</p>
        ) : (
          <table className="mh-table" aria-label={t('dashboard:diagnostics.errors')}>
            <thead>
              <tr>
                <th scope="col">{t('dashboard:diagnostics.at')}</th>
                <th scope="col">{t('dashboard:diagnostics.where')}</th>
                <th scope="col">{t('dashboard:diagnostics.what')}</th>
              </tr>
            </thead>
            <tbody>
              {errors.map((error) => (
                <tr key={error.key}>
                  <td className="mh-table__time">{dateAndMinute(error.at, props.timeZone)}</td>
                  <td>{error.where}</td>
                  <td>
                    {error.what}
                    {error.times > 1 ? (
                      <span className="mh-muted">
                        {' '}
                        · {t('dashboard:diagnostics.errorTimes', { count: error.times })}
                      </span>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
    </div>
  );
}
