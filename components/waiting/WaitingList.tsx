import { type FocusEvent, useState } from 'react';
import type { Waiting } from '@/lib/domain/live';
import { useHeldOrder } from './useHeldOrder';
import { WaitingRow } from './WaitingRow';

interface WaitingListProps {
  /** Accessible name of the list. */
  label: string;
  /** In the order that is wanted. */
  wanted: readonly Waiting[];
  /** Everybody who waits. */
  waiting: readonly Waiting[];
  now: number;
  /** At most this many rows. */
  rows: number;
  variant: 'quiet' | 'peak';
  firstTargetMs: number;
  currentId: string | null;
  onJump: (wait: Waiting) => void;
}

/** The waiting customers, in an order that stands still while pointer or keyboard is among them. */
export function WaitingList(props: WaitingListProps) {
  const { wanted, waiting, now } = props;
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const ordered = useHeldOrder({ wanted, waiting, now, inUse: pointer || focus });
  return (
    <ul
      className="mh-list"
      aria-label={props.label}
      onPointerEnter={() => setPointer(true)}
      onPointerLeave={() => setPointer(false)}
      onFocus={() => setFocus(true)}
      onBlur={(event: FocusEvent<HTMLUListElement>) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setFocus(false);
      }}
    >
      {ordered.slice(0, props.rows).map(({ wait, answered }) => (
        <li key={wait.conversationId}>
          <WaitingRow
            wait={wait}
            answered={answered}
            variant={props.variant}
            firstTargetMs={props.firstTargetMs}
            current={wait.conversationId === props.currentId}
            onJump={props.onJump}
          />
        </li>
      ))}
    </ul>
  );
}
