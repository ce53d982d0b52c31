import { useT } from '@/components/i18n/TranslatorContext';
import type { CareKind, CareLevel } from '@/lib/domain/care';

interface CareWordsProps {
  kind: CareKind;
  level: CareLevel;
  words: readonly string[];
  isOn: (word: string) => boolean;
  onToggle: (word: string, on: boolean) => void;
}

/** The shipped words of one kind: each a switch. */
export function CareWords({ kind, level, words, isOn, onToggle }: CareWordsProps) {
  const t = useT();
  return (
    <fieldset className="mh-care-list" aria-label={t(`dashboard:replies.care.kind.${kind}`)}>
      <div className="mh-care-list__head">
        <span className="mh-care-list__kind">{t(`dashboard:replies.care.kind.${kind}`)}</span>
        <span className="mh-muted">{t(`dashboard:replies.care.level.${level}`)}</span>
      </div>
      <div className="mh-care-list__words">
        {words.map((word) => {
          const on = isOn(word);
          return (
            <button
              key={word}
              type="button"
              className="mh-care-list__word"
              aria-pressed={on}
              title={t(on ? 'dashboard:replies.care.switchOff' : 'dashboard:replies.care.switchOn', { word })}
              onClick={() => onToggle(word, !on)}
            >
              {word}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
