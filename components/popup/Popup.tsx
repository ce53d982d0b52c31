import { useState } from 'react';
import { useNow } from '@/components/clock/ClockProvider';
import { DutyLine } from '@/components/duty/DutyLine';
import { useT } from '@/components/i18n/TranslatorContext';
import { askedShop } from '@/components/shop/askedShop';
import { ShopQuestion } from '@/components/shop/ShopQuestion';
import { SuggestionList } from '@/components/suggestions/SuggestionList';
import { usePeakMode } from '@/components/waiting/usePeakMode';
import type { LiveView } from '@/lib/domain/live';
import { AddPage } from './AddPage';
import { CountsBlock } from './CountsBlock';
import { FiguresBlock } from './FiguresBlock';
import { FirstRun } from './FirstRun';
import { NoWorkbench } from './NoWorkbench';
import { OffDutyLine } from './OffDutyLine';
import { PopupFoot } from './PopupFoot';
import { PopupHead } from './PopupHead';
import { ProfileLine } from './ProfileLine';
import type { PopupProps } from './popupProps';
import { RescueBlock } from './RescueBlock';
import { ReviewLine } from './ReviewLine';
import { StorageBroken } from './StorageBroken';
import { TabProblems } from './TabProblems';
import { WaitingBlock } from './WaitingBlock';

/** The popup, 340 px wide: the live blocks, or one of its three empty states. Language and clock come from above. */
export function Popup(props: PopupProps) {
  const t = useT();
  return (
    <main className={props.rederiving !== null ? 'mh mh-popup mh-stale' : 'mh mh-popup'} aria-label={t('popup:name')}>
      <PopupBody {...props} />
    </main>
  );
}

function PopupBody(props: PopupProps) {
  const { state, view } = props;
  if (state.kind === 'storageBroken') return <StorageBroken reason={state.reason} onRetry={props.onRetry} />;
  if (state.kind === 'notSetUp') return <FirstRun onStart={props.onStart} />;
  if (state.kind === 'noWorkbench') {
    return (
      <>
        <AddPage host={props.addable} unreachable={props.unreachable} onAdd={props.onAddPage} />
        <NoWorkbench yesterday={state.yesterday} onDetails={props.onDetails} />
        <PopupFoot {...props} />
      </>
    );
  }
  return view === null ? null : <LiveBlocks {...props} view={view} />;
}

/** The seven blocks; in a peak five rescue rows, figures without their grey lines, no counts. */
function LiveBlocks({ view, ...props }: PopupProps & { view: LiveView }) {
  const now = useNow();
  const peak = usePeakMode(view.waiting.length, now);
  const [handing, setHanding] = useState(false);
  const all = { ...props, view };
  const asked = askedShop(view.tabs, props.activeTab);
  return (
    <>
      <PopupHead {...all} handing={handing} onHandOver={() => setHanding(!handing)} />
      <DutyLine {...all} handing={handing} onHanded={() => setHanding(false)} />
      <AddPage host={props.addable} unreachable={props.unreachable} onAdd={props.onAddPage} />
      <TabProblems tabs={view.tabs} onFix={props.onFix} onSeller={props.onSeller} />
      {asked === null || peak ? null : <ShopQuestion key={asked.origin} tab={asked} onName={props.onNameShop} />}
      {peak ? <RescueBlock {...all} now={now} /> : <WaitingBlock {...all} />}
      <FiguresBlock day={view} brief={peak} onDetails={props.onDetails} />
      {peak ? null : <CountsBlock day={view} onDetails={props.onDetails} />}
      {peak ? null : <OffDutyLine day={view} />}
      {peak ? null : <ReviewLine day={view} onReview={props.onReview} />}
      {props.currentId === null ? null : <SuggestionList suggestions={props.suggestions} onInsert={props.onInsert} />}
      <ProfileLine
        day={view}
        hours={props.hours}
        rederiving={props.rederiving}
        onProfile={props.onProfile}
        onDetails={props.onDetails}
      />
      <PopupFoot {...props} />
    </>
  );
}
