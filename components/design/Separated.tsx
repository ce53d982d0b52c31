import { Fragment } from 'react';

/** Parts of a line with ` · ` between them; a line breaks only between parts. */
export function Separated({ parts }: { parts: readonly string[] }) {
  return parts.map((part, index) => (
    <Fragment key={part}>
      {index === 0 ? null : <span className="mh-separator"> · </span>}
      <span className="mh-part">{part}</span>
    </Fragment>
  ));
}
