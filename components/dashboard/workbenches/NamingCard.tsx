import { useT } from '@/components/i18n/TranslatorContext';
import type { OriginNames } from '@/lib/domain/settings';
import { Card } from '../controls/Card';
import { SettingRow } from '../controls/SettingRow';
import { TextField } from '../controls/TextField';

interface NamingCardProps {
  origins: Record<string, OriginNames>;
  onOrigins: (origins: Record<string, OriginNames>) => void;
  onNameShop: (origin: string, shop: string | null) => void;
}

/** Names for accounts and shops that the page does not show, one row per origin. */
export function NamingCard({ origins, onOrigins, onNameShop }: NamingCardProps) {
  const t = useT();
  const change = (origin: string, names: OriginNames) => onOrigins({ ...origins, [origin]: names });
  return (
    <Card title={t('dashboard:workbenches.naming')} hint={t('dashboard:workbenches.namingHint')}>
      {Object.entries(origins).map(([origin, names]) => (
        <SettingRow key={origin} label={origin.replace(/^https?:\/\//, '')}>
          {(['account', 'shop'] as const).map((part) => (
            <TextField
              key={part}
              label={t(part === 'account' ? 'dashboard:workbenches.accountOf' : 'dashboard:workbenches.shopOf', {
                origin,
              })}
              placeholder={t(`dashboard:workbenches.${part}`)}
              value={names[part] ?? ''}
              maxLength={80}
              onChange={(value) => {
                const name = value.trim() === '' ? null : value;
                if (part === 'shop') onNameShop(origin, name);
                else change(origin, { ...names, account: name });
              }}
            />
          ))}
        </SettingRow>
      ))}
    </Card>
  );
}
