import { type ComponentProps, useState } from 'react';
import { FileButton } from './FileButton';

interface FileDropProps extends ComponentProps<typeof FileButton> {
  /** That a file can be dropped here. */
  hint: string;
}

/** Where a file is dropped, or chosen with the button within. */
export function FileDrop({ hint, ...button }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    <section
      className={`mh-drop${over ? ' mh-drop--over' : ''}`}
      aria-label={hint}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined && button.disabled !== true) button.onFile(file);
      }}
    >
      <span className="mh-muted">{hint}</span>
      <FileButton {...button} />
    </section>
  );
}
