import { RederivationNotice } from '../RederivationNotice';
import { ClosenessCard, type ClosenessCardProps } from './ClosenessCard';
import { ComparisonCard, type ComparisonCardProps } from './ComparisonCard';
import { DraftCard, type DraftCardProps } from './DraftCard';
import { ImportCard, type ImportCardProps } from './ImportCard';
import { type ImportRow, ImportsCard } from './ImportsCard';

export interface CalibrationPageProps {
  importing: ImportCardProps;
  /** null = no report is being looked at. */
  draft: DraftCardProps | null;
  comparison: ComparisonCardProps;
  /** null = nothing is compared yet. */
  closeness: ClosenessCardProps | null;
  imports: readonly ImportRow[];
  timeZone: string;
  onUndo: (importId: number) => void;
  /** Figures that are being worked out by other rules; null = none. */
  rederivation: { done: number; total: number } | null;
}

/** 和后台对数: the platform's own figures beside ours. */
export function CalibrationPage(props: CalibrationPageProps) {
  const { draft, closeness, imports } = props;
  return (
    <div className="mh-column mh-column--wide">
      <RederivationNotice progress={props.rederivation} />
      {draft === null ? null : <DraftCard {...draft} />}
      <div className="mh-columns mh-columns--calibration">
        <ComparisonCard {...props.comparison} />
        <div className="mh-column">
          {closeness === null ? null : <ClosenessCard {...closeness} />}
          <ImportCard {...props.importing} />
          {imports.length === 0 ? null : (
            <ImportsCard imports={imports} timeZone={props.timeZone} onUndo={props.onUndo} />
          )}
        </div>
      </div>
    </div>
  );
}
