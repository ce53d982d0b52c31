import { useState } from 'react';
import { TextField } from '../controls/TextField';

interface NumberFieldProps {
  label: string;
  /** null = empty. */
  value: number | null;
  /** Called with each usable number, and with null when the field is emptied and that is allowed. */
  onChange: (value: number | null) => void;
  mayBeEmpty?: boolean;
  isUsable: (value: number) => boolean;
  /** Said while what stands there is no usable number. */
  error: string;
  placeholder?: string;
}

/** A number that is taken over as soon as it can be used; anything else stays in the field and is said. */
export function NumberField({
  label,
  value,
  onChange,
  mayBeEmpty = false,
  isUsable,
  error,
  placeholder,
}: NumberFieldProps) {
  // What is typed, while it is not what is stored: "1." on the way to 1.5.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const usable = text.trim() === '' ? mayBeEmpty : Number.isFinite(Number(text)) && isUsable(Number(text));
  return (
    <TextField
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      {...(placeholder === undefined ? {} : { placeholder })}
      error={usable ? null : error}
      onBlur={() => {
        if (usable) setTyped(null);
      }}
      onChange={(next) => {
        setTyped(next);
        if (next.trim() === '') {
          if (mayBeEmpty) onChange(null);
        } else if (Number.isFinite(Number(next)) && isUsable(Number(next))) onChange(Number(next));
      }}
    />
  );
}
