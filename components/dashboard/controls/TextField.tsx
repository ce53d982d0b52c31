import { type ComponentProps, useId } from 'react';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'id' | 'onChange' | 'value'> {
  /** Its accessible name; shown above only when `shown`. */
  label: string;
  shown?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** Grey line under it. */
  hint?: string;
  /** What is wrong with the value; null = nothing. */
  error?: string | null;
}

/** One line of text with its name, a hint and what is wrong with it. */
export function TextField({ label, shown = false, value, onChange, hint, error = null, ...rest }: TextFieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="mh-field">
      <label className={shown ? 'mh-field__label' : 'mh-hidden'} htmlFor={id}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className="mh-input"
        value={value}
        aria-invalid={error !== null}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      {note === undefined ? null : (
        <p id={`${id}-note`} className={error === null ? 'mh-field__note' : 'mh-field__note mh-field__note--error'}>
          {note}
        </p>
      )}
    </div>
  );
}
