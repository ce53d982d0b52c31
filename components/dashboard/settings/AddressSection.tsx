import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { SettingRow } from '../controls/SettingRow';
import { AddressField } from './AddressField';
import type { SettingsSectionProps } from './settingsChange';

/** {称呼}: how customers are spoken to, and at each shop seen so far. */
export function AddressSection({ settings, onChange, shops }: SettingsSectionProps & { shops: readonly string[] }) {
  const t = useT();
  const { address, shopAddresses } = settings;
  const all = [...new Set([...shops, ...Object.keys(shopAddresses)])];
  return (
    <Card title={t('settings:section.address')}>
      <SettingRow label={t('settings:address.usual')} hint={t('settings:address.usualHint')}>
        <AddressField
          label={t('settings:address.usual')}
          value={address}
          onChange={(value) => onChange({ address: value === '' ? '亲' : value })}
        />
      </SettingRow>
      {all.map((shop) => (
        <SettingRow key={shop} label={shop}>
          <AddressField
            label={t('settings:address.of', { shop })}
            placeholder={address}
            value={shopAddresses[shop] ?? ''}
            onChange={(value) => {
              const { [shop]: _, ...others } = shopAddresses;
              onChange({ shopAddresses: value === '' ? others : { ...others, [shop]: value } });
            }}
          />
        </SettingRow>
      ))}
    </Card>
  );
}
