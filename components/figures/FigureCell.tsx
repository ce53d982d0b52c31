import { FigureValue } from './FigureValue';
import type { FigureReading } from './figureReading';
import { VerdictMark } from './VerdictMark';

/** One figure of the overlay's 2 × 2: name and value, the gap under it. */
export function FigureCell({ reading }: { reading: FigureReading }) {
  return (
    <div
      className={`mh-cell mh-cell--${reading.verdict}`}
      title={reading.reason ?? `${reading.label} ${reading.target}`}
    >
      <dt className="mh-cell__label mh-ellipsis">{reading.label}</dt>
      <dd className="mh-cell__value">
        <FigureValue text={reading.value} />
      </dd>
      <dd className="mh-cell__gap mh-ellipsis">
        {reading.gap} <VerdictMark verdict={reading.verdict} />
      </dd>
    </div>
  );
}
