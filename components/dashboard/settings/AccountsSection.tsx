import { useState } from 'react';
import { IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { Segments } from '../controls/Segments';
import { SettingRow } from '../controls/SettingRow';
import { TextField } from '../controls/TextField';
import type { SettingsSectionProps } from './settingsChange';

/** An account that was seen on a workbench. */
export interface SeenAccount {
  /** See accountKey. */
  key: string;
  workbenchName: string;
  /** As the page shows it; null when it does not. */
  account: string | null;
  /** Host of the workbench's page. */
  host: string;
}

/** 账号: whose messages the own side's are, and whose conversations do not count. */
export function AccountsSection(props: SettingsSectionProps & { accounts: readonly SeenAccount[] }) {
  const { settings, onChange, accounts } = props;
  const t = useT();
  const [name, setName] = useState('');
  const { sharedAccounts, internalCustomers } = settings;
  const wanted = name.trim();
  const exists = internalCustomers.includes(wanted);
  return (
    <Card title={t('settings:section.accounts')}>
      {accounts.length === 0 ? (
        <p className="mh-card__part mh-muted">{t('settings:accounts.none')}</p>
      ) : (
        accounts.map(({ key, workbenchName, account, host }, index) => (
          <SettingRow
            key={key}
            label={account === null ? workbenchName : `${workbenchName} · ${account}`}
            {...(index === accounts.length - 1 ? { hint: t('settings:accounts.sharedHint') } : {})}
          >
            <Segments
              label={t('settings:accounts.whose', { account: account ?? host })}
              value={sharedAccounts.includes(key) ? 'shared' : 'mine'}
              options={[
                { value: 'mine', label: t('settings:accounts.mine') },
                { value: 'shared', label: t('settings:accounts.shared') },
              ]}
              onChange={(whose) => {
                const others = sharedAccounts.filter((other) => other !== key);
                onChange({ sharedAccounts: whose === 'shared' ? [...others, key] : others });
              }}
            />
          </SettingRow>
        ))
      )}
      <SettingRow label={t('settings:accounts.internal')} hint={t('settings:accounts.internalHint')}>
        {internalCustomers.length === 0 ? null : (
          <ul className="mh-chips" aria-label={t('settings:accounts.internal')}>
            {internalCustomers.map((each) => (
              <li key={each} className="mh-chips__item">
                {each}
                <IconButton
                  icon="close"
                  label={t('settings:accounts.remove', { name: each })}
                  onClick={() => onChange({ internalCustomers: internalCustomers.filter((other) => other !== each) })}
                />
              </li>
            ))}
          </ul>
        )}
        <form
          className="mh-inline"
          onSubmit={(event) => {
            event.preventDefault();
            if (wanted === '' || exists) return;
            onChange({ internalCustomers: [...internalCustomers, wanted] });
            setName('');
          }}
        >
          <TextField
            label={t('settings:accounts.newInternal')}
            placeholder={t('settings:accounts.newInternal')}
            value={name}
            onChange={setName}
            maxLength={200}
            autoComplete="off"
            error={exists ? t('settings:accounts.exists', { name: wanted }) : null}
          />
          <button type="submit" className="mh-button" disabled={wanted === '' || exists}>
            {t('settings:accounts.add')}
          </button>
        </form>
      </SettingRow>
    </Card>
  );
}
