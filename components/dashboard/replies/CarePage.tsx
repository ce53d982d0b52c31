import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import { CARE_KINDS, type CareKind, type CareLevel, type CareSettings, careWordId } from '@/lib/domain/care';
import { Card } from '../controls/Card';
import { Checkbox } from '../controls/Checkbox';
import { SettingRow } from '../controls/SettingRow';
import { CareWords } from './CareWords';
import { OwnCareWords } from './OwnCareWords';

export interface CarePageProps {
  care: CareSettings;
  onChange: (care: CareSettings) => void;
  /** Platforms (metric profiles' ids) with lists of their own, with their names; the agent's first. */
  platforms: readonly { id: string; name: string }[];
  /** Words as shipped on a platform. */
  shipped: (platform: string) => readonly { kind: CareKind; level: CareLevel; words: readonly string[] }[];
  /** Day on which the shipped lists were last gone through, YYYY-MM-DD. */
  date: string;
  /** Workbenches that are used here. */
  workbenches: readonly { id: string; name: string }[];
}

/** 违禁词: which words get a mark at the composer, by kind and platform; each can be switched off, own ones added. */
export function CarePage({ care, onChange, platforms, shipped, date, workbenches }: CarePageProps) {
  const t = useT();
  const [platform, setPlatform] = useState(platforms[0]?.id ?? '');
  const lists = shipped(platform);
  const change = (part: Partial<CareSettings>) => onChange({ ...care, ...part });
  const toggle = (id: string, on: boolean) =>
    change({ off: on ? care.off.filter((other) => other !== id) : [...care.off, id] });
  return (
    <div className="mh-columns mh-columns--care">
      <div className="mh-column">
        <Card
          title={t('dashboard:replies.care.lists')}
          hint={t('dashboard:replies.care.date', { date })}
          action={
            <Select
              label={t('dashboard:replies.care.platform')}
              value={platform}
              options={platforms.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setPlatform}
            />
          }
        >
          {CARE_KINDS.map((kind) => {
            const ofKind = lists.filter((list) => list.kind === kind && list.words.length > 0);
            return ofKind.length === 0 ? null : (
              <CareWords
                key={kind}
                kind={kind}
                level={ofKind[0]?.level ?? 'mark'}
                words={ofKind.flatMap(({ words }) => words)}
                isOn={(word) => !care.off.includes(careWordId({ kind, word }))}
                onToggle={(word, on) => toggle(careWordId({ kind, word }), on)}
              />
            );
          })}
          <p className="mh-card__note">{t('dashboard:replies.care.contacts')}</p>
        </Card>
      </div>
      <div className="mh-column">
        <Card title={t('dashboard:replies.care.how')}>
          <SettingRow label={t('dashboard:replies.care.look')} hint={t('dashboard:replies.care.lookHint')}>
            <Checkbox label={t('dashboard:replies.care.on')} checked={care.on} onChange={(on) => change({ on })} />
          </SettingRow>
          <SettingRow
            label={t('dashboard:replies.care.secondEnter')}
            hint={t('dashboard:replies.care.secondEnterHint')}
          >
            <div className="mh-checks">
              {workbenches.length === 0 ? (
                <span className="mh-muted">{t('dashboard:replies.care.noWorkbench')}</span>
              ) : null}
              {workbenches.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={care.secondEnter.includes(id)}
                  disabled={!care.on}
                  onChange={(on) =>
                    change({
                      secondEnter: on ? [...care.secondEnter, id] : care.secondEnter.filter((other) => other !== id),
                    })
                  }
                />
              ))}
            </div>
          </SettingRow>
          <SettingRow
            label={t('dashboard:replies.care.restore')}
            hint={t('dashboard:replies.care.restoreHint', { count: care.off.length })}
          >
            <Button icon="undo" disabled={care.off.length === 0} onClick={() => change({ off: [] })}>
              {t('dashboard:replies.care.restoreAll')}
            </Button>
          </SettingRow>
        </Card>
        <OwnCareWords
          added={care.added}
          platforms={platforms}
          platform={platform}
          onChange={(added) => change({ added })}
        />
      </div>
    </div>
  );
}
