import type { ReactNode } from 'react';

/** What a surface says when it has nothing to show: a title, why, and what can be done. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <section className="mh-empty" aria-label={title}>
      <h2 className="mh-empty__title">{title}</h2>
      {children === undefined ? null : <div className="mh-empty__text">{children}</div>}
      {action === undefined ? null : <div className="mh-empty__action">{action}</div>}
    </section>
  );
}
