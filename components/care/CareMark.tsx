import { useT } from '@/components/i18n/TranslatorContext';
import { type CareLine, careWords } from './careLine';
import type { CarePlace } from './placeCareMark';

export interface CareMarkProps {
  lines: readonly CareLine[];
  /** An Enter was held back: the next one sends. */
  held: boolean;
  /** Another text of the same quick reply that can stand there instead; null = none. */
  variant: string | null;
  place: CarePlace;
  onVariant: () => void;
  onDismiss: () => void;
}

/** More are counted only. */
const MOST = 2;

/** What is odd about the text in the composer. Takes no focus: the composer keeps caret and keys. */
export function CareMark({ lines, held, variant, place, onVariant, onDismiss }: CareMarkProps) {
  const t = useT();
  const { top, bottom, ...box } = place;
  const rest = lines.length - MOST;
  return (
    <div
      className={`mh mh-care${held ? ' mh-care--held' : ''}`}
      data-overlay=""
      role="status"
      aria-label={t('overlay:care.name')}
      style={{ ...box, ...(top === null ? { bottom: bottom ?? 0 } : { top }) }}
    >
      <ul className="mh-care__lines">
        {lines.slice(0, MOST).map((line) => {
          const { what, why } = careWords(line, t);
          return (
            <li key={`${line.line}${what}`} className="mh-care__line">
              <span className="mh-care__what">{what}</span>
              {why === '' ? null : <span className="mh-care__why">{why}</span>}
            </li>
          );
        })}
        {rest > 0 ? <li className="mh-care__line mh-care__why">{t('overlay:care.more', { number: rest })}</li> : null}
        {held ? <li className="mh-care__line mh-care__what">{t('overlay:care.held')}</li> : null}
      </ul>
      {variant === null ? null : <Tool label={t('overlay:care.variant')} title={variant} onClick={onVariant} />}
      <Tool label={t('overlay:care.dismiss')} onClick={onDismiss} />
    </div>
  );
}

function Tool({ label, title, onClick }: { label: string; title?: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className="mh-button mh-button--quiet mh-button--small"
      title={title}
      // The composer keeps the caret: pressing must not take the focus away from it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
