import { useState } from 'react';
import { Button, IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Profile } from '@/lib/domain/profile';
import { exemptSpans, isExemptSpan, withExempt, withoutExempt } from '@/lib/metrics/profiles/exemptDays';
import { SettingRow } from '../../controls/SettingRow';
import { TextField } from '../../controls/TextField';

/** The days that a platform does not count, each with its reason. */
export function ExemptDays({ profile, onProfile }: { profile: Profile; onProfile: (profile: Profile) => void }) {
  const t = useT();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const span = { from, to: to === '' ? from : to, reason: reason.trim() };
  const usable = from !== '' && isExemptSpan(span);
  const wordsOf = (one: { from: string; to: string }) =>
    one.from === one.to ? one.from : t('settings:profileEditor.exemptSpan', one);
  return (
    <SettingRow label={t('settings:profileEditor.exempt')} hint={t('settings:profileEditor.exemptHint')}>
      <ul className="mh-exempt" aria-label={t('settings:profileEditor.exempt')}>
        {exemptSpans(profile).map((one) => (
          <li key={one.from}>
            {wordsOf(one)} <span className="mh-muted">{one.reason}</span>
            <IconButton
              icon="close"
              label={t('settings:profileEditor.exemptRemove', { span: wordsOf(one) })}
              onClick={() => onProfile(withoutExempt(profile, one))}
            />
          </li>
        ))}
      </ul>
      <div className="mh-exempt__new">
        <TextField
          type="date"
          label={t('settings:profileEditor.exemptFrom')}
          shown
          value={from}
          onChange={setFrom}
          error={from === '' || isExemptSpan(span) ? null : t('settings:profileEditor.exemptBad')}
        />
        <TextField type="date" label={t('settings:profileEditor.exemptTo')} shown value={to} onChange={setTo} />
        <TextField
          label={t('settings:profileEditor.exemptReason')}
          shown
          value={reason}
          maxLength={40}
          autoComplete="off"
          onChange={setReason}
        />
        <Button
          disabled={!usable}
          onClick={() => {
            onProfile(withExempt(profile, span));
            setFrom('');
            setTo('');
            setReason('');
          }}
        >
          {t('settings:profileEditor.exemptAdd')}
        </Button>
      </div>
    </SettingRow>
  );
}
