import { useId } from 'react';
import { Clock } from '@/components/clock/Clock';
import { useTick } from '@/components/clock/ClockProvider';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Waiting } from '@/lib/domain/live';
import { tagOf, WaitingTag } from './WaitingTag';
import { WaitingTime } from './WaitingTime';
import { waitLevel } from './waitLevel';

/** So much of the shop's name stands in a row that also has the customer's words. */
const shopCharacters = 3;

interface WaitingRowProps {
  wait: Waiting;
  /** The first-response target, ms: marks a new customer's first wait. */
  firstTargetMs: number;
  /** `quiet` has the customer's words; `peak` is lower, without them, and counts down. */
  variant: 'quiet' | 'peak';
  /** It is the conversation that is open. */
  current?: boolean;
  /** Answered while the list was in use: its place is kept, but there is nowhere to jump. */
  answered?: boolean;
  onJump: (wait: Waiting) => void;
}

/** One waiting customer: bar, clock, tag, name, last words, shop. Pressing it goes to the conversation. */
export function WaitingRow({
  wait,
  firstTargetMs,
  variant,
  current = false,
  answered = false,
  onJump,
}: WaitingRowProps) {
  const t = useT();
  const timeId = useId();
  const level = useTick((now) => (answered ? 'grey' : waitLevel(wait, now, firstTargetMs)));
  const tag = tagOf(wait);
  const preview = wait.closingOnly ? t('overlay:mayNotNeedReply') : (wait.preview ?? '');
  const spoken = [t('overlay:jump', { name: wait.name }), tag === null ? '' : t(`common:tag.${tag}Long`), preview];
  const classes = [
    'mh-wait',
    `mh-wait--${variant}`,
    `mh-wait--${level}`,
    current ? 'mh-wait--current' : '',
    wait.closingOnly || answered ? 'mh-wait--light' : '',
  ];
  return (
    <button
      type="button"
      className={classes.filter((name) => name !== '').join(' ')}
      aria-label={spoken.filter((part) => part !== '').join(',')}
      aria-describedby={timeId}
      aria-current={current ? 'true' : undefined}
      title={wait.preview ?? undefined}
      disabled={answered}
      onClick={() => onJump(wait)}
    >
      <span className="mh-wait__bar" />
      <span className="mh-wait__time" id={timeId}>
        {answered ? (
          t('overlay:answered')
        ) : variant === 'peak' ? (
          <WaitingTime wait={wait} level={level} />
        ) : (
          <>
            {level === 'over' ? <span className="mh-wait__over">{t('overlay:over')}</span> : null}
            <Clock startedAt={wait.startedAt} atLeast={wait.atLeast} />
          </>
        )}
      </span>
      <WaitingTag wait={wait} />
      <span className="mh-wait__name mh-ellipsis">{wait.name}</span>
      {variant === 'quiet' ? <span className="mh-wait__preview mh-ellipsis">{preview}</span> : null}
      {wait.shop === null ? null : (
        <span className="mh-wait__shop mh-ellipsis" title={wait.shop}>
          {variant === 'quiet' ? [...wait.shop].slice(0, shopCharacters).join('') : wait.shop}
        </span>
      )}
    </button>
  );
}
