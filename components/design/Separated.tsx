import { Fragment } from 'react';

/** A middle dot between two parts, with spaces that a screen reader and a copy keep. */
export function Separator() {
  return (
    <>
      {' '}
      <span className="mh-separator">·</span>{' '}
    </>
  );
}

/** Parts of a line with ` · ` between them; a line breaks only between parts. */
export function Separated({ parts }: { parts: readonly string[] }) {
  return parts.map((part, index) => (
    <Fragment key={part}>
      {index === 0 ? null : <Separator />}
      <span className="mh-part">{part}</span>
    </Fragment>
  ));
}
