import { useT } from '@/components/i18n/TranslatorContext';
import type { Suggestion } from '@/lib/domain/quickReply';
import { SuggestionRow } from './SuggestionRow';

interface SuggestionListProps {
  suggestions: readonly Suggestion[];
  /** `rows` one under the other; `strip` all three in one line. */
  shape?: 'rows' | 'strip';
  onInsert: (suggestion: Suggestion) => void;
}

/** The three quick replies that fit best, on Alt+1 to Alt+3; nothing when there are none. */
export function SuggestionList({ suggestions, shape = 'rows', onInsert }: SuggestionListProps) {
  const t = useT();
  if (suggestions.length === 0) return null;
  return (
    <ol className={`mh-suggestions mh-suggestions--${shape}`} aria-label={t('common:suggestion.title')}>
      {suggestions.slice(0, 3).map((suggestion, index) => (
        <li key={suggestion.replyId}>
          <SuggestionRow suggestion={suggestion} place={index + 1} short={shape === 'strip'} onInsert={onInsert} />
        </li>
      ))}
    </ol>
  );
}
