import { useId } from 'react';

interface SegmentsProps<Value extends string> {
  /** What is chosen here; its accessible name. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** A few choices side by side: radio buttons to keyboard and screen reader. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="mh-segments">
      <legend className="mh-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="mh-segments__item">
          <input
            type="radio"
            className="mh-hidden"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className="mh-segments__text">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
