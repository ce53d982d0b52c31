import { StatusDot } from '@/components/design/StatusDot';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Place } from './overlayProps';

interface StoppedPillProps {
  place: Place;
  /** Opens the page that says what to do. */
  onRecognise: () => void;
}

/** The red pill of a tab that never heard from the store: nothing is recorded, and there is nothing else to show. */
export function StoppedPill({ place, onRecognise }: StoppedPillProps) {
  const t = useT();
  return (
    <section
      data-overlay=""
      aria-label={t('overlay:name')}
      style={{ position: 'fixed', left: place.left, top: place.top }}
    >
      <div className="mh mh-overlay mh-overlay--pill">
        <button
          type="button"
          className="mh-pill mh-pill--notReading"
          title={t('common:problem.notStored')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onRecognise}
        >
          <StatusDot state="notReading" />
          <span className="mh-pill__state">{t('common:state.notReading')}</span>
          <span className="mh-pill__separator">·</span>
          <span className="mh-ellipsis">{t('common:problem.notStored')}</span>
        </button>
      </div>
    </section>
  );
}
