import { Icon } from './Icon';

/** One choice of a menu. */
export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
}

interface SelectProps<Value extends string> {
  /** What is chosen here; its accessible name. */
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  /** Without a frame, for heads: `小雨 ▾`. */
  quiet?: boolean;
  disabled?: boolean;
}

/** The browser's own menu, styled: it works with keyboard, screen reader and remote desktop as everybody knows it. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  quiet = false,
  disabled = false,
}: SelectProps<Value>) {
  return (
    <span className={`mh-select${quiet ? ' mh-select--quiet' : ''}`}>
      <select
        className="mh-select__field"
        aria-label={label}
        title={label}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span className="mh-select__arrow">
        <Icon name="chevronDown" size={12} />
      </span>
    </span>
  );
}
