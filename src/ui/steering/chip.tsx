import type { ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import css from './chip.module.css';

/** A word that is on or off. */
export function ToggleChip({
  on,
  onToggle,
  children,
}: {
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
  readonly children: string;
}): ReactNode {
  return (
    <button type="button" className={css['chip']} aria-pressed={on} onClick={() => onToggle(!on)}>
      <span className={css['face']}>{children}</span>
    </button>
  );
}

/** A word that is there until it is pressed. `label` says what pressing does. */
export function RemovableChip({
  label,
  onRemove,
  children,
}: {
  readonly label: string;
  readonly onRemove: () => void;
  readonly children: string;
}): ReactNode {
  return (
    <button type="button" className={css['chip']} aria-label={label} title={label} onClick={onRemove}>
      <span className={css['face']}>
        <span className={css['word']}>{children}</span>
        <X size={16} aria-hidden />
      </span>
    </button>
  );
}
