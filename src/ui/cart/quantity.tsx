import type { ReactNode } from 'react';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import { IconButton } from '../parts/button.tsx';
import css from './quantity.module.css';

export interface QuantityProps {
  /** Named for a reader: how many of what. */
  readonly label: string;
  readonly less: string;
  readonly more: string;
  /** What stands between the buttons. */
  readonly text: string;
  readonly onLess: () => void;
  /** Null: there are no more. */
  readonly onMore: (() => void) | null;
}

/** One less, how many, one more. */
export function Quantity({ label, less, more, text, onLess, onMore }: QuantityProps): ReactNode {
  return (
    <div role="group" aria-label={label} className={css['quantity']}>
      <IconButton label={less} icon={<Minus size={20} aria-hidden />} onClick={onLess} />
      <span className={css['text']}>{text}</span>
      {/* Not `disabled`: the focus would be lost with the last piece. */}
      <IconButton
        label={more}
        icon={<Plus size={20} aria-hidden />}
        aria-disabled={onMore === null}
        onClick={() => onMore?.()}
      />
    </div>
  );
}
