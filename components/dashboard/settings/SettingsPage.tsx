import type { Targets } from '@/lib/domain/target';
import type { ProfileInfo } from '@/lib/metrics/profiles/types';
import { AccountsSection, type SeenAccount } from './AccountsSection';
import { AddressSection } from './AddressSection';
import { DataSection, type DataSectionProps } from './DataSection';
import { DutySection, type DutySectionProps } from './DutySection';
import { LooksSection } from './LooksSection';
import { MeasuringSection } from './MeasuringSection';
import { RecordingSection } from './RecordingSection';
import { RemindersSection } from './RemindersSection';
import type { SettingsSectionProps } from './settingsChange';

export interface SettingsPageProps extends SettingsSectionProps, DataSectionProps, DutySectionProps {
  accounts: readonly SeenAccount[];
  profiles: readonly ProfileInfo[];
  current: ProfileInfo;
  /** The platform's targets of the current profile, without the agent's own. */
  targets: Targets;
  timeZone: string;
  /** See LooksSection. */
  workbenches: readonly { id: string; name: string }[];
  /** Shops seen so far. */
  shops: readonly string[];
  onConsent: (consented: boolean) => void;
}

/** All settings on one page, in the order in which they are needed. */
export function SettingsPage(props: SettingsPageProps) {
  const { settings, onChange } = props;
  const section = { settings, onChange };
  return (
    <div className="mh-columns">
      <div className="mh-column">
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
        <DataSection
          storage={props.storage}
          today={props.today}
          deleting={props.deleting}
          onDeleteHistory={props.onDeleteHistory}
        />
      </div>
      <div className="mh-column">
        <MeasuringSection {...section} profiles={props.profiles} current={props.current} targets={props.targets} />
        <RemindersSection {...section} />
        <AddressSection {...section} shops={props.shops} />
      </div>
    </div>
  );
}
