import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { SettingRow } from '../controls/SettingRow';

/** What the user said to be on pages that buyers see too; each answer can be taken back. */
export function RolesCard({
  roles,
  onAnswer,
}: {
  roles: Record<string, 'seller' | 'buyer'>;
  onAnswer: (origin: string, role: 'seller' | 'buyer' | null) => void;
}) {
  const t = useT();
  return (
    <Card title={t('common:seller.title')} hint={t('common:seller.hint')}>
      {Object.entries(roles).map(([origin, role]) => {
        const host = origin.replace(/^https?:\/\//, '');
        return (
          <SettingRow key={origin} label={host}>
            <span>{t(`common:seller.${role}`)}</span>
            <Button small aria-label={t('common:seller.revokeOf', { host })} onClick={() => onAnswer(origin, null)}>
              {t('common:seller.revoke')}
            </Button>
          </SettingRow>
        );
      })}
    </Card>
  );
}
