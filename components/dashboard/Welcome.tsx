import { Button } from '@/components/design/Button';
import { Icon, type IconName } from '@/components/design/Icon';
import { useT } from '@/components/i18n/TranslatorContext';
import { StoredLines } from './StoredLines';

const LINES = [
  ['waiting', 'play'],
  ['figures', 'check'],
  ['replies', 'edit'],
  ['why', 'search'],
  ['take', 'copy'],
] as const satisfies readonly (readonly [string, IconName])[];

/** What stands after the installation: what it does in five lines, what is stored in three, one button. */
export function Welcome({ onStart }: { onStart: () => void }) {
  const t = useT();
  return (
    <main className="mh mh-welcome">
      <div className="mh-welcome__sheet">
        <p className="mh-welcome__brand">{t('common:product')}</p>
        <h1 className="mh-welcome__title">{t('dashboard:welcome.title')}</h1>
        <ul className="mh-welcome__lines">
          {LINES.map(([line, icon]) => (
            <li key={line}>
              <span className="mh-welcome__icon">
                <Icon name={icon} size={14} />
              </span>
              {t(`dashboard:welcome.lines.${line}`)}
            </li>
          ))}
        </ul>
        <StoredLines title={t('dashboard:welcome.stored')} />
        <div className="mh-welcome__start">
          <Button kind="primary" onClick={onStart}>
            {t('dashboard:welcome.start')}
          </Button>
          <p className="mh-muted mh-small">{t('dashboard:welcome.localOnly')}</p>
        </div>
      </div>
    </main>
  );
}
