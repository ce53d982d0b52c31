import { useRef } from 'react';
import { Button } from '@/components/design/Button';
import type { IconName } from '@/components/design/Icon';

interface FileButtonProps {
  /** What it does; also the name of the field behind it. */
  label: string;
  /** What stands on it meanwhile; absent = the label. */
  busyLabel?: string;
  accept: string;
  icon?: IconName;
  small?: boolean;
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** A button that opens the browser's file dialog. The same file may be chosen again after it was mended. */
export function FileButton({
  label,
  busyLabel,
  accept,
  icon,
  small = false,
  disabled = false,
  onFile,
}: FileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        className="mh-hidden"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button
        small={small}
        disabled={disabled}
        {...(icon === undefined ? {} : { icon })}
        onClick={() => chooser.current?.click()}
      >
        {busyLabel ?? label}
      </Button>
    </>
  );
}
