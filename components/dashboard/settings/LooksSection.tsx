import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { Checkbox } from '../controls/Checkbox';
import { Segments } from '../controls/Segments';
import { SettingRow } from '../controls/SettingRow';
import type { SettingsSectionProps } from './settingsChange';

export interface LooksSectionProps extends SettingsSectionProps {
  /** Workbenches that are open, and those of which something is remembered. */
  workbenches: readonly { id: string; name: string }[];
}

/** Language, theme, overlay, what opens the palette, where pictures are pasted. */
export function LooksSection({ settings, workbenches, onChange }: LooksSectionProps) {
  const t = useT();
  const { overlay, palette, pastePictures } = settings;
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
      <SettingRow label={t('settings:looks.palette')} hint={t('settings:looks.paletteHint')}>
        <div className="mh-checks">
          {workbenches.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={t('settings:looks.paletteMarks', { workbench: name })}
              checked={palette.byWorkbench[id]?.marks ?? true}
              onChange={(marks) => onChange({ palette: { byWorkbench: { ...palette.byWorkbench, [id]: { marks } } } })}
            />
          ))}
        </div>
      </SettingRow>
      <SettingRow label={t('settings:looks.pastePictures')} hint={t('settings:looks.pastePicturesHint')}>
        <div className="mh-checks">
          {workbenches.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={t('settings:looks.pasteIn', { workbench: name })}
              checked={pastePictures.includes(id)}
              onChange={(on) =>
                onChange({ pastePictures: on ? [...pastePictures, id] : pastePictures.filter((other) => other !== id) })
              }
            />
          ))}
        </div>
      </SettingRow>
    </Card>
  );
}
