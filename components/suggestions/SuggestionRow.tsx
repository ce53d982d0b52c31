import { useT } from '@/components/i18n/TranslatorContext';
import type { Suggestion } from '@/lib/domain/quickReply';

interface SuggestionRowProps {
  suggestion: Suggestion;
  /** 1, 2 or 3: its key is Alt+1 … Alt+3. null = it has no key here. */
  place: number | null;
  /** In a strip there is room for the number of its key only. */
  short?: boolean;
  onInsert: (suggestion: Suggestion) => void;
}

/** A quick reply of one line: key, code, text. Pressing it puts the text into the composer and sends nothing. */
export function SuggestionRow({ suggestion, place, short = false, onInsert }: SuggestionRowProps) {
  const t = useT();
  const name = t('common:suggestion.insert', { text: suggestion.text });
  return (
    <button
      type="button"
      className="mh-suggestion"
      title={suggestion.text}
      aria-label={place === null ? name : `Alt+${place} ${name}`}
      // The composer keeps the caret: pressing must not take the focus away from it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onInsert(suggestion)}
    >
      {place === null ? null : <kbd className="mh-suggestion__key">{short ? place : `Alt+${place}`}</kbd>}
      {suggestion.code === '' || short ? null : <span className="mh-suggestion__code">{suggestion.code}</span>}
      <span className="mh-suggestion__text mh-ellipsis">{suggestion.text}</span>
    </button>
  );
}
