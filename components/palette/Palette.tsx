import { useEffect, useRef } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';
import type { PaletteResult } from '@/lib/domain/palette';
import { Marked } from './Marked';
import type { PalettePlace } from './placePalette';

/** A free field that is being asked for. */
export interface PaletteForm {
  /** What is going to be inserted. */
  title: string;
  field: string;
  number: number;
  count: number;
  /** What was typed for it so far. */
  answer: string;
  /** The text with the answers so far. */
  preview: string;
}

export interface PaletteProps {
  query: string;
  results: readonly PaletteResult[];
  /** Index of the result that Enter inserts. */
  chosen: number;
  /** null while results are chosen from. */
  form: PaletteForm | null;
  place: PalettePlace;
  onPick: (result: PaletteResult) => void;
}

/** The quick replies found for what is typed behind the mark. The focus stays in the composer; keys come from there. */
export function Palette({ query, results, chosen, form, place, onPick }: PaletteProps) {
  const t = useT();
  const row = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row in front is another one when these change.
  useEffect(() => {
    // It returns a promise in newer browsers, which is no clean-up.
    void row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, results]);
  const { top, bottom, ...box } = place;
  return (
    <section
      className="mh mh-palette"
      data-overlay=""
      aria-label={t('overlay:palette')}
      style={{ ...box, ...(top === null ? { bottom: bottom ?? 0 } : { top }) }}
    >
      {form !== null ? (
        <FreeField form={form} />
      ) : results.length === 0 ? (
        <p className="mh-palette__empty" role="status">
          {query === '' ? t('overlay:paletteHint') : t('overlay:paletteNothing', { query })}
        </p>
      ) : (
        <div className="mh-palette__list" role="listbox" aria-label={t('overlay:palette')}>
          {results.map((result, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the composer, whose keys move the choice.
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is taken in the composer.
            <div
              key={result.replyId}
              ref={index === chosen ? row : null}
              role="option"
              aria-selected={index === chosen}
              className="mh-palette__row"
              title={result.text}
              // The composer keeps the caret: pressing must not take the focus away from it.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(result)}
            >
              {result.code === '' ? null : (
                <span className="mh-palette__code">
                  <Marked text={result.code} spans={result.highlights.code} />
                </span>
              )}
              {result.title === '' ? null : (
                <span className="mh-palette__title mh-ellipsis">
                  <Marked text={result.title} spans={result.highlights.title} />
                </span>
              )}
              <span className="mh-palette__text mh-ellipsis">
                <Marked text={result.text} spans={result.highlights.text} />
              </span>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

/** What is typed goes into the composer, as the query did: the focus stays there. */
function FreeField({ form }: { form: PaletteForm }) {
  const t = useT();
  const { title, field, number, count, answer, preview } = form;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame, and no control of ours stands in it.
    <div role="group" aria-label={title} className="mh-palette__form">
      <div className="mh-palette__field">
        <span className="mh-palette__label">{field}</span>
        <span className="mh-palette__answer" role="status">
          {answer === '' ? <span className="mh-palette__hint">{t('overlay:paletteAnswer')}</span> : answer}
        </span>
        {count > 1 ? (
          <span className="mh-palette__count">
            {number}/{count}
          </span>
        ) : null}
      </div>
      <p className="mh-palette__preview">{preview}</p>
      <p className="mh-palette__hint">
        {number < count ? t('overlay:paletteNext') : t('overlay:paletteInsert')} · {t('overlay:paletteBack')}
      </p>
    </div>
  );
}
