import type { TurnItem } from './turnItems';
import { TURN_COLUMNS } from './turnSort';

/** A line between groups of turns: what they are, and how many. */
export function TurnTableHeading(props: {
  heading: Extract<TurnItem, { kind: 'heading' }>;
  index: number;
  /** px from the top of the list. */
  top: number;
}) {
  const { heading, index, top } = props;
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      className="mh-turns__heading"
      style={{ transform: `translateY(${top}px)` }}
    >
      <th scope="rowgroup" colSpan={TURN_COLUMNS.length}>
        {heading.text} <span className="mh-turns__heading-count">{heading.count}</span>
      </th>
    </tr>
  );
}
