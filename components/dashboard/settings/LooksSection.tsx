import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { Checkbox } from '../controls/Checkbox';
import { Segments } from '../controls/Segments';
import { SettingRow } from '../controls/SettingRow';
import type { SettingsSectionProps } from './settingsChange';

/** Language, theme, overlay. */
export function LooksSection({ settings, onChange }: SettingsSectionProps) {
  const t = useT();
  const { overlay } = settings;
  return (
    <Card title={t('settings:section.looks')}>
      <SettingRow label={t('settings:looks.language')}>
        <Segments
          label={t('settings:looks.language')}
          value={settings.language}
          options={[
            { value: 'auto', label: t('settings:looks.languageAuto') },
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => onChange({ language })}
        />
      </SettingRow>
      <SettingRow label={t('settings:looks.theme')}>
        <Segments
          label={t('settings:looks.theme')}
          value={settings.theme}
          options={[
            { value: 'auto', label: t('settings:looks.themeAuto') },
            { value: 'light', label: t('settings:looks.light') },
            { value: 'dark', label: t('settings:looks.dark') },
          ]}
          onChange={(theme) => onChange({ theme })}
        />
      </SettingRow>
      <SettingRow label={t('settings:looks.overlay')}>
        <Checkbox
          label={t('settings:looks.overlayShown')}
          checked={overlay.shown}
          onChange={(shown) => onChange({ overlay: { ...overlay, shown } })}
        />
        <Segments
          label={t('settings:looks.size')}
          value={overlay.size}
          options={(['small', 'medium', 'large'] as const).map((value) => ({
            value,
            label: t(`settings:looks.${value}`),
          }))}
          onChange={(size) => onChange({ overlay: { ...overlay, size } })}
        />
      </SettingRow>
    </Card>
  );
}
