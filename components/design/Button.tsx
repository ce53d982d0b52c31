import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

/** `primary` for the one thing to do on a surface, `quiet` for tools in a row, `danger` for what cannot be undone. */
export type ButtonKind = 'default' | 'primary' | 'quiet' | 'danger';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  kind?: ButtonKind;
  small?: boolean;
  icon?: IconName;
  children: ReactNode;
}

/** A button with words. */
export function Button({ kind = 'default', small = false, icon, children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type="button" className={`mh-button mh-button--${kind}${small ? ' mh-button--small' : ''}`}>
      {icon === undefined ? null : <Icon name={icon} size={14} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type' | 'children' | 'aria-label'> {
  icon: IconName;
  /** What it does; its name for tests and screen readers, and its tooltip. */
  label: string;
}

/** A button that is only a picture, 24 × 24. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" className="mh-icon-button" aria-label={label} title={rest.title ?? label}>
      <Icon name={icon} />
    </button>
  );
}
