import { useT } from '@/components/i18n/TranslatorContext';
import type { TeachingView } from './teachingProps';

/** Coloured outlines over what was found, each kind with its word, and one over what is being pointed at. */
export function TeachingOutlines({ boxes, picking, candidate }: Pick<TeachingView, 'boxes' | 'picking' | 'candidate'>) {
  const t = useT();
  return (
    <div className="mh mh-teach-outlines" aria-hidden="true">
      {picking === null ? null : <div className="mh-teach-shield" data-overlay="" />}
      {boxes.map(({ part, labelled, ...place }) => (
        <div
          key={`${part} ${place.left} ${place.top}`}
          className={`mh-teach-box mh-teach-box--${part}${picking === null || picking === part ? '' : ' mh-teach-box--quiet'}`}
          style={place}
        >
          {labelled ? <span className="mh-teach-box__word">{t(`teaching:part.${part}`)}</span> : null}
        </div>
      ))}
      {picking === null || candidate === null ? null : (
        <div
          className={`mh-teach-candidate mh-teach-candidate--${picking}`}
          style={{ left: candidate.left, top: candidate.top, width: candidate.width, height: candidate.height }}
        />
      )}
    </div>
  );
}
