import type { ReactNode } from 'react';

/** One setting: its name left, its control right, grey words under the control. */
export function SettingRow({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="mh-setting">
      <div className="mh-setting__label">{label}</div>
      <div className="mh-setting__body">
        <div className="mh-setting__control">{children}</div>
        {hint === undefined ? null : <p className="mh-setting__hint">{hint}</p>}
      </div>
    </div>
  );
}
