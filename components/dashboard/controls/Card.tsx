import { type ReactNode, useId } from 'react';

/** A titled block of a page. */
export function Card({
  title,
  hint,
  action,
  children,
}: {
  title: string;
  hint?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="mh-card" aria-labelledby={id}>
      <header className="mh-card__head">
        <h2 id={id} className="mh-card__title">
          {title}
        </h2>
        {hint === undefined ? null : <p className="mh-card__hint">{hint}</p>}
        {action === undefined ? null : <div className="mh-card__action">{action}</div>}
      </header>
      {children}
    </section>
  );
}
