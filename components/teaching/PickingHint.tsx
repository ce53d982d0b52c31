import { useEffect, useRef } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { TeachingPart } from './teachingProps';

/** While something is being pointed at: what to point at, which keys there are, and what is under the pointer. */
export function PickingHint({ part, text, onLeave }: { part: TeachingPart; text: string | null; onLeave: () => void }) {
  const t = useT();
  const ref = useRef<HTMLDivElement>(null);
  // The keys are ours while the focus is here, and not the page's.
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={ref} tabIndex={-1} role="status" className="mh-teach__picking">
      <p className="mh-teach__ask">
        <span className={`mh-teach__dot mh-teach__dot--${part}`} aria-hidden="true" />
        {t(`teaching:ask.${part}`)}
      </p>
      <p className="mh-teach__under mh-ellipsis">{text === null || text === '' ? t('teaching:underNothing') : text}</p>
      <dl className="mh-teach__keys">
        {(['wider', 'narrower', 'beside', 'choose', 'leave'] as const).map((key) => (
          <div key={key}>
            <dt>
              <kbd>{KEYS[key]}</kbd>
            </dt>
            <dd>{t(`teaching:key.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <Button small onClick={onLeave}>
        {t('teaching:leave')}
      </Button>
    </div>
  );
}

const KEYS = { wider: '↑', narrower: '↓', beside: '← →', choose: 'Enter', leave: 'Esc' };
