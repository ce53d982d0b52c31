import type { ReactNode } from 'react';

interface NoticeProps {
  tone: 'error' | 'warning' | 'info';
  /** `line` has its action at the end of the line, `flow` at the end of the text, `block` speaks at length. */
  shape?: 'line' | 'flow' | 'block';
  children: ReactNode;
  /** What can be done about it. */
  action?: { label: string; onAction: () => void };
}

/** Says what happened, what it means and what to do. An error is an alert for screen readers. */
export function Notice({ tone, shape = 'line', children, action }: NoticeProps) {
  const button =
    action === undefined ? null : (
      <button type="button" className="mh-notice__action" onClick={action.onAction}>
        {action.label}
      </button>
    );
  return (
    <div className={`mh-notice mh-notice--${tone} mh-notice--${shape}`} role={tone === 'error' ? 'alert' : 'status'}>
      <div className="mh-notice__text">
        {children}
        {shape === 'flow' ? button : null}
      </div>
      {shape === 'flow' ? null : button}
    </div>
  );
}
