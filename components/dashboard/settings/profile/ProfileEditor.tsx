import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { Notice } from '@/components/design/Notice';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Profile } from '@/lib/domain/profile';
import { profileProblem } from '@/lib/metrics/profiles/parseProfile';
import { Card } from '../../controls/Card';
import { SettingRow } from '../../controls/SettingRow';
import { TextField } from '../../controls/TextField';
import { nameOfProfile, profileName } from '../../profileName';
import { ExemptDays } from './ExemptDays';
import { ChoiceField, DurationField, FlagField } from './ProfileFields';
import { DayStartField, PerfunctoryField, WindowField, ZoneField } from './ProfileTimeFields';
import { profileProblemWords } from './profileProblemWords';

export interface ProfileEditorProps {
  /** As it is stored. */
  profile: Profile;
  /** IANA name of this computer's zone. */
  browserZone: string;
  onSave: (profile: Profile) => void;
  onDelete: (id: string) => void;
  onExport: (profile: Profile) => void;
}

/** Every parameter of an edited copy, with what it means; nothing counts before it is saved. */
export function ProfileEditor({ profile: stored, browserZone, onSave, onDelete, onExport }: ProfileEditorProps) {
  const t = useT();
  const [profile, setProfile] = useState(stored);
  const [asking, setAsking] = useState(false);
  const base = profileName(stored.basedOn ?? 'selfcoach', t);
  const { window } = profile;
  const wrong = profileProblem(profile);
  const problem =
    window !== null && window.fromMs >= window.toMs
      ? t('settings:profileEditor.badWindow')
      : wrong === null
        ? null
        : profileProblemWords(wrong, t);
  const changed = JSON.stringify(profile) !== JSON.stringify(stored);
  const field = { profile, onChange: (change: Partial<Profile>) => setProfile({ ...profile, ...change }) };
  const label = t('settings:rule.answeredBy');
  return (
    <Card
      title={`${t('settings:profileEditor.title')} · ${nameOfProfile(stored, t)}`}
      hint={t('settings:profileEditor.basedOn', { profile: base })}
    >
      <SettingRow label={t('settings:profileEditor.name')}>
        <TextField
          label={t('settings:profileEditor.name')}
          value={profile.name ?? ''}
          maxLength={40}
          autoComplete="off"
          onChange={(typed) => {
            const { name: _, ...rest } = profile;
            setProfile(typed.trim() === '' ? rest : { ...rest, name: typed });
          }}
        />
      </SettingRow>
      <h3 className="mh-editor__group">{t('settings:profileEditor.group.turn')}</h3>
      <ChoiceField {...field} name="clock" options={['firstMessage', 'lastMessage', 'accepted']} />
      <SettingRow label={label} hint={t('settings:profileEditor.hint.answeredBy')}>
        <Select
          label={label}
          value={profile.answeredBy.includes('assist') ? 'agentAndAssist' : 'agent'}
          options={(['agent', 'agentAndAssist'] as const).map((value) => ({
            value,
            label: t(`settings:ruleValue.${value}`),
          }))}
          onChange={(value) => field.onChange({ answeredBy: value === 'agent' ? ['agent'] : ['agent', 'assist'] })}
        />
      </SettingRow>
      <FlagField {...field} name="splitByDay" />
      <DurationField {...field} name="sessionIdleMs" unit="minutes" mayBeEmpty />
      <DurationField {...field} name="reopenWithinMs" unit="minutes" />
      <DurationField {...field} name="longestOpenMs" unit="hours" />
      <FlagField {...field} name="autoReplyEndsTurn" />
      <ChoiceField {...field} name="clockAfterRobot" options={['release', 'firstMessage']} />
      <DayStartField {...field} />
      <ZoneField {...field} browserZone={browserZone} />
      <h3 className="mh-editor__group">{t('settings:profileEditor.group.average')}</h3>
      <ChoiceField {...field} name="average" options={['pooled', 'meanOfSessionMeans', 'median']} />
      <FlagField {...field} name="averageIncludesFirst" />
      <DurationField {...field} name="capMs" unit="seconds" mayBeEmpty />
      <DurationField {...field} name="unansweredCountsAsMs" unit="seconds" mayBeEmpty />
      <ChoiceField {...field} name="rateUnit" options={['turn', 'firstTurnOfSession', 'customerDay']} />
      <h3 className="mh-editor__group">{t('settings:profileEditor.group.leftOut')}</h3>
      <WindowField {...field} />
      <ChoiceField {...field} name="closing" options={['count', 'excuse', 'drop']} />
      <DurationField {...field} name="closingGraceMs" unit="minutes" />
      <PerfunctoryField {...field} />
      <ChoiceField {...field} name="transferredOut" options={['unanswered', 'excuse']} />
      <ChoiceField {...field} name="offDutyTurns" options={['count', 'leaveOut']} />
      <ExemptDays profile={profile} onProfile={setProfile} />
      {problem === null ? null : (
        <Notice tone="error" shape="block">
          {t('settings:profileEditor.problem', { reason: problem })}
        </Notice>
      )}
      <div className="mh-card__foot mh-editor__foot">
        <Button kind="primary" disabled={!changed || problem !== null} onClick={() => onSave(profile)}>
          {t('settings:profileEditor.save')}
        </Button>
        <Button disabled={!changed} onClick={() => setProfile(stored)}>
          {t('settings:profileEditor.revert')}
        </Button>
        <Button icon="download" title={t('settings:profileEditor.exportHint')} onClick={() => onExport(stored)}>
          {t('settings:profileEditor.export')}
        </Button>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('settings:profileEditor.delete')}
        </Button>
        {asking ? (
          <div className="mh-confirm" role="alertdialog" aria-label={t('settings:profileEditor.delete')}>
            <p>{t('settings:profileEditor.deleteAsk', { name: nameOfProfile(stored, t), profile: base })}</p>
            <Button kind="danger" onClick={() => onDelete(stored.id)}>
              {t('settings:data.confirm')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
          </div>
        ) : null}
      </div>
      <p className="mh-card__note mh-muted">{t('settings:profileEditor.saveHint')}</p>
    </Card>
  );
}
