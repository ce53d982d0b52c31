import { useState } from 'react';
import { TextField } from '../controls/TextField';

interface AddressFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  /** Trimmed, when the field is left or Enter is pressed; '' = as usual. */
  onChange: (value: string) => void;
}

/** A word that is stored when it is finished, not with each key. */
export function AddressField({ label, placeholder = '', value, onChange }: AddressFieldProps) {
  const [written, setWritten] = useState<string | null>(null);
  const finish = () => {
    if (written !== null && written.trim() !== value) onChange(written.trim());
    setWritten(null);
  };
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      maxLength={20}
      value={written ?? value}
      onChange={setWritten}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  );
}
