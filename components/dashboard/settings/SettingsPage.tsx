import type { Profile } from '@/lib/domain/profile';
import type { Targets } from '@/lib/domain/target';
import type { ProfileInfo } from '@/lib/metrics/profiles/types';
import { RederivationNotice } from '../RederivationNotice';
import { AccountsSection, type SeenAccount } from './AccountsSection';
import { AddressSection } from './AddressSection';
import { AutomaticTextsCard, type AutomaticTextsProps } from './AutomaticTextsCard';
import { DataSection, type DataSectionProps } from './DataSection';
import { DutySection, type DutySectionProps } from './DutySection';
import { LooksSection } from './LooksSection';
import { MeasuringSection } from './MeasuringSection';
import { ProfileEditor, type ProfileEditorProps } from './profile/ProfileEditor';
import { RecordingSection } from './RecordingSection';
import { RemindersSection } from './RemindersSection';
import type { SettingsSectionProps } from './settingsChange';
import { WordListsSection } from './WordListsSection';

export interface SettingsPageProps
  extends SettingsSectionProps,
    DataSectionProps,
    DutySectionProps,
    AutomaticTextsProps {
  accounts: readonly SeenAccount[];
  profiles: readonly ProfileInfo[];
  current: ProfileInfo;
  /** The platform's targets of the current profile, without the agent's own. */
  targets: Targets;
  /** See LooksSection. */
  workbenches: readonly { id: string; name: string }[];
  /** Shops seen so far. */
  shops: readonly string[];
  onConsent: (consented: boolean) => void;
  onCopyProfile: () => void;
  onImportProfile: (profile: Profile) => void;
  /** The editor of the current profile, where it is the agent's own; null = it is built in. */
  editor: ProfileEditorProps | null;
  /** Figures that are being worked out by other rules; null = none. */
  rederivation: { done: number; total: number } | null;
}

/** All settings on one page, in the order in which they are needed. */
export function SettingsPage(props: SettingsPageProps) {
  const { settings, onChange } = props;
  const section = { settings, onChange };
  return (
    <div className="mh-columns">
      <div className="mh-column">
        <RederivationNotice progress={props.rederivation} />
        <RecordingSection {...section} timeZone={props.timeZone} onConsent={props.onConsent} />
        <DutySection
          {...section}
          today={props.today}
          corrected={props.corrected}
          onRenamePerson={props.onRenamePerson}
          onCorrectPerson={props.onCorrectPerson}
        />
        <AccountsSection {...section} accounts={props.accounts} />
        <LooksSection {...section} workbenches={props.workbenches} />
        <WordListsSection {...section} />
        <AutomaticTextsCard
          automaticTexts={props.automaticTexts}
          onUnmarkText={props.onUnmarkText}
          timeZone={props.timeZone}
        />
        <DataSection
          storage={props.storage}
          today={props.today}
          deleting={props.deleting}
          onDeleteHistory={props.onDeleteHistory}
        />
      </div>
      <div className="mh-column">
        <MeasuringSection
          {...section}
          profiles={props.profiles}
          current={props.current}
          targets={props.targets}
          onCopyProfile={props.onCopyProfile}
          onImportProfile={props.onImportProfile}
        />
        {props.editor === null ? null : <ProfileEditor key={JSON.stringify(props.editor.profile)} {...props.editor} />}
        <RemindersSection {...section} />
        <AddressSection {...section} shops={props.shops} />
      </div>
    </div>
  );
}
