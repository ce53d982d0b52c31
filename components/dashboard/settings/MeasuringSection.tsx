import { Select } from '@/components/design/Select';
import { Tag } from '@/components/design/Tag';
import { useTranslator } from '@/components/i18n/TranslatorContext';
import type { Profile } from '@/lib/domain/profile';
import type { Targets } from '@/lib/domain/target';
import type { ProfileInfo } from '@/lib/metrics/profiles/types';
import { Card } from '../controls/Card';
import { SettingRow } from '../controls/SettingRow';
import { nameOfProfile } from '../profileName';
import { NumberField } from './NumberField';
import { ProfileActions } from './profile/ProfileActions';
import { profileRules } from './profileRules';
import type { SettingsSectionProps } from './settingsChange';
import { profileSourceWords, targetSourceWords } from './sourceWords';
import { TargetTable } from './TargetTable';

interface MeasuringSectionProps extends SettingsSectionProps {
  profiles: readonly ProfileInfo[];
  /** The one that is used now. */
  current: ProfileInfo;
  targets: Targets;
  /** Copies the current profile to change it. */
  onCopyProfile: () => void;
  onImportProfile: (profile: Profile) => void;
}

const BY_WORKBENCH = '*';

/** By whose rules it is counted, against which targets, and what is slow. */
export function MeasuringSection(props: MeasuringSectionProps) {
  const { settings, onChange, profiles, current, targets } = props;
  const { t, language } = useTranslator();
  const nameOf = ({ name, profile }: ProfileInfo) =>
    profile.basedOn === undefined ? (language === 'en' ? name.en : name.zh) : nameOfProfile(profile, t);
  const positive = (value: number) => Number.isInteger(value) && value >= 1;
  return (
    <Card title={t('settings:section.measuring')}>
      <SettingRow label={t('settings:measuring.profile')} hint={t('settings:measuring.byWorkbenchHint')}>
        <Select
          label={t('settings:measuring.profile')}
          value={settings.profileId ?? BY_WORKBENCH}
          options={[
            { value: BY_WORKBENCH, label: t('settings:measuring.byWorkbench') },
            ...profiles.map((info) => ({ value: info.profile.id, label: nameOf(info) })),
            ...settings.customProfiles.map((own) => ({ value: own.id, label: nameOfProfile(own, t) })),
          ]}
          onChange={(value) => onChange({ profileId: value === BY_WORKBENCH ? null : value })}
        />
        <ProfileActions onCopy={props.onCopyProfile} onImport={props.onImportProfile} />
      </SettingRow>
      <details className="mh-rules">
        <summary>{t('settings:measuring.rules', { profile: nameOf(current) })}</summary>
        <dl className="mh-rules__list">
          {profileRules(current.profile, current.assumed, t).map((rule) => (
            <div key={rule.name} className="mh-rules__pair">
              <dt>{rule.name}</dt>
              <dd>
                {rule.value}{' '}
                {rule.assumed ? (
                  <Tag text={t('settings:measuring.assumed')} title={t('settings:measuring.assumedHint')} />
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
        <p className="mh-setting__hint">
          {t('settings:measuring.source', {
            source: profileSourceWords(current.profile.basedOn ?? current.profile.id, current.source, t),
            date: current.checked,
          })}
        </p>
      </details>
      <div className="mh-card__part">
        <h3 className="mh-card__part-title">{t('settings:measuring.targets')}</h3>
        <TargetTable
          targets={targets}
          profileId={current.profile.basedOn ?? current.profile.id}
          overrides={settings.targetOverrides}
          onOverrides={(targetOverrides) => onChange({ targetOverrides })}
        />
        <p className="mh-setting__hint">
          {t('settings:measuring.source', {
            source: targetSourceWords(current.profile.basedOn ?? current.profile.id, t),
            date: targets.checked,
          })}
        </p>
      </div>
      <SettingRow label={t('settings:measuring.ownSeconds')} hint={t('settings:measuring.ownSecondsHint')}>
        <NumberField
          label={t('settings:measuring.ownSeconds')}
          value={settings.ownSeconds}
          mayBeEmpty
          isUsable={(value) => positive(value) && value <= 3600}
          error={t('settings:measuring.badTarget')}
          onChange={(ownSeconds) => onChange({ ownSeconds })}
        />
        <span className="mh-muted">{t('settings:measuring.seconds')}</span>
      </SettingRow>
      <SettingRow label={t('settings:measuring.slowTurn')}>
        <NumberField
          label={t('settings:measuring.slowTurn')}
          value={settings.slowTurnMs / 1000}
          isUsable={(value) => positive(value) && value <= 86_400}
          error={t('settings:measuring.badTarget')}
          onChange={(value) => value !== null && onChange({ slowTurnMs: value * 1000 })}
        />
        <span className="mh-muted">{t('settings:measuring.seconds')}</span>
      </SettingRow>
      <SettingRow label={t('settings:measuring.longSession')}>
        <NumberField
          label={t('settings:measuring.longSession')}
          value={settings.longSessionMs / 60_000}
          isUsable={(value) => positive(value) && value <= 1440}
          error={t('settings:measuring.badTarget')}
          onChange={(value) => value !== null && onChange({ longSessionMs: value * 60_000 })}
        />
        <span className="mh-muted">{t('settings:measuring.minutes')}</span>
      </SettingRow>
    </Card>
  );
}
