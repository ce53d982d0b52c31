import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import { maskName } from '@/lib/domain/conversation';
import type { DayCorrection } from '@/lib/domain/dayCorrection';
import { timeToMinute, timeToSecond } from '../timeOfDay';
import { correctionName, figuresChange, togetherWord } from './correctionWords';

interface CorrectionListProps {
  /** Newest first. */
  corrections: readonly DayCorrection[];
  timeZone: string;
  onUndo: (correction: DayCorrection) => void;
}

/** What was corrected by hand on the day: how many, what and when, the figures before and after, each to be undone. */
export function CorrectionList({ corrections, timeZone, onUndo }: CorrectionListProps) {
  const t = useT();
  if (corrections.length === 0) return null;
  return (
    <details className="mh-corrections">
      <summary>
        {t('dashboard:figures.correction.title', { count: corrections.filter(({ holds }) => holds).length })}
      </summary>
      <ol className="mh-corrections__list" aria-label={t('dashboard:figures.correction.list')}>
        {corrections.map((one) => (
          <li key={one.id} className="mh-corrections__item">
            <time className="mh-muted">{timeToMinute(one.at, timeZone)}</time>
            <span>{one.conversationId === '' ? null : maskName(one.name)}</span>
            <span>
              {one.undoes === null ? null : `${t('dashboard:figures.correction.undoing')} · `}
              {correctionName(one, t)}
              {one.messageAt === null ? null : (
                <span className="mh-muted"> · {timeToSecond(one.messageAt, timeZone)}</span>
              )}
            </span>
            <span className="mh-muted">{changeText(one)}</span>
            {one.canUndo ? (
              <button
                type="button"
                className="mh-link"
                aria-label={t('dashboard:figures.correction.undoOf', { time: timeToMinute(one.at, timeZone) })}
                onClick={() => onUndo(one)}
              >
                {t('dashboard:figures.correction.undo')}
              </button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ol>
    </details>
  );

  function changeText(one: DayCorrection): string {
    if (one.figures === null) return '';
    const changes = figuresChange(one, t);
    const together = togetherWord(one, t);
    if (together !== null) changes.push(together);
    return changes.length === 0 ? t('dashboard:figures.correction.sameFigures') : changes.join(' · ');
  }
}

/** The correction that was just made, with the figures before and after. */
export function LatestCorrection(props: { correction: DayCorrection; onUndo: (correction: DayCorrection) => void }) {
  const { correction, onUndo } = props;
  const t = useT();
  const changes = figuresChange(correction, t);
  const together = togetherWord(correction, t);
  if (together !== null) changes.push(together);
  const action = { label: t('dashboard:figures.correction.undo'), onAction: () => onUndo(correction) };
  const undone = correction.undoes === null ? '' : `${t('dashboard:figures.correction.undoing')} · `;
  return (
    <Notice tone="info" {...(correction.canUndo ? { action } : {})}>
      {undone}
      {correctionName(correction, t)}
      {' · '}
      {changes.length === 0 ? t('dashboard:figures.correction.sameFigures') : changes.join(' · ')}
    </Notice>
  );
}
