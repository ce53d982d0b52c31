import { FigureValue } from './FigureValue';
import type { FigureReading } from './figureReading';
import { VerdictMark } from './VerdictMark';

/** One figure of the overlay's 2 × 2: name, value and gap. */
export function FigureCell({ reading }: { reading: FigureReading }) {
  return (
    <div
      className={`mh-cell mh-cell--${reading.verdict}`}
      title={[reading.label, reading.target, reading.reason ?? reading.gap].join(' · ')}
    >
      <dt className="mh-cell__label">
        <span className="mh-ellipsis">{reading.label}</span>
        <VerdictMark verdict={reading.verdict} />
      </dt>
      <dd className="mh-cell__value">
        <FigureValue text={reading.value} />
      </dd>
      {reading.gap === null ? null : <dd className="mh-cell__gap mh-ellipsis">{reading.gap}</dd>}
    </div>
  );
}
