import { Button } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { Separated } from '@/components/design/Separated';
import { StatusDot } from '@/components/design/StatusDot';
import { DutySwitch } from '@/components/duty/DutySwitch';
import { PersonButton } from '@/components/duty/PersonButton';
import { useT } from '@/components/i18n/TranslatorContext';
import type { LiveView, TabState, WorkbenchTab } from '@/lib/domain/live';
import type { PopupProps } from './popupProps';

/** Stands for the closed menu of pauses. */
const none = '';

/** The state that the head speaks of: the active tab's, else the worst of all tabs. */
export function headState(activeTab: WorkbenchTab | null, tabs: readonly WorkbenchTab[]): TabState['state'] {
  if (activeTab !== null) return activeTab.status.state;
  const states = tabs.map((tab) => tab.status.state);
  const worst = (['notReading', 'noConsent', 'paused'] as const).find((state) => states.includes(state));
  return worst ?? 'recording';
}

/** State, workbench, shop and person on duty; pause. */
export function PopupHead({
  view,
  ...props
}: PopupProps & { view: LiveView; handing: boolean; onHandOver: () => void }) {
  const t = useT();
  const tab = props.activeTab ?? view.tabs[0] ?? null;
  const state = headState(props.activeTab, view.tabs);
  const place = [tab?.workbenchName, tab?.shop].filter((part): part is string => part != null);
  return (
    <header className="mh-popup__head">
      <StatusDot state={state} />
      <span className="mh-popup__state">
        {state === 'recording' && !view.duty.on ? t('common:duty.off') : t(`common:state.${state}`)}
      </span>
      <span className="mh-popup__place mh-ellipsis mh-muted" title={place.join(' · ')}>
        <Separated parts={place} />
      </span>
      {view.persons.length === 0 ? null : (
        <PersonButton person={view.person} expanded={props.handing} onToggle={props.onHandOver} />
      )}
      {state === 'recording' ? <DutySwitch duty={view.duty} onDuty={props.onDuty} /> : null}
      <PauseControl state={state} choices={props.pauseChoices} onPause={props.onPause} onResume={props.onResume} />
    </header>
  );
}

interface PauseControlProps extends Pick<PopupProps, 'onPause' | 'onResume'> {
  state: TabState['state'];
  choices: PopupProps['pauseChoices'];
}

/** 暂停, as a button or a menu of spans; 继续记录 while paused. */
function PauseControl({ state, choices, onPause, onResume }: PauseControlProps) {
  const t = useT();
  if (state === 'noConsent') return null;
  if (state === 'paused') {
    return (
      <Button small icon="play" onClick={onResume}>
        {t('common:resume')}
      </Button>
    );
  }
  if (choices.length < 2) {
    return (
      <Button small icon="pause" onClick={() => onPause(choices[0] ?? null)}>
        {t('common:pause')}
      </Button>
    );
  }
  const spans = choices.map((minutes) => ({
    value: String(minutes),
    minutes,
    label: minutes === null ? t('popup:pauseOpen') : t('popup:pauseMinutes', { count: minutes }),
  }));
  return (
    <Select
      quiet
      label={t('common:pause')}
      value={none}
      options={[{ value: none, label: t('common:pause') }, ...spans]}
      onChange={(value) => {
        const span = spans.find((each) => each.value === value);
        if (span !== undefined) onPause(span.minutes);
      }}
    />
  );
}
