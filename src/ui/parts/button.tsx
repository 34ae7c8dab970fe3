import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main`: the one thing to do here. `calm`: the rest. `plain`: within text. */
  readonly look?: 'main' | 'calm' | 'plain';
  readonly icon?: ReactNode;
}

export function Button({ look = 'calm', icon, children, className, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={[css['button'], css[look], className].filter(Boolean).join(' ')}
    >
      {icon}
      {children}
    </button>
  );
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string;
  readonly icon: ReactNode;
}

/** A button whose word is read out and shown on hover; the icon alone must be understood without it. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={[css['button'], css['icon'], className].filter(Boolean).join(' ')}
    >
      {icon}
    </button>
  );
}
