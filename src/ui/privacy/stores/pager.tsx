import type { ReactNode } from 'react';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Button } from '../../parts/button.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './pager.module.css';

export interface PagerProps {
  readonly offset: number;
  readonly shown: number;
  readonly total: number;
  /** Things of a whole page. */
  readonly size: number;
  readonly onTurn: (offset: number) => void;
}

/** Where a page lies in a list, and the ways to the pages beside it. */
export function Pager({ offset, shown, total, size, onTurn }: PagerProps): ReactNode {
  const words = usePrivacyWords().things;
  return (
    <div className={css['pager']}>
      <p role="status" className={css['where']}>
        {words.page(offset + 1, offset + shown, total)}
      </p>
      <div className={css['ways']}>
        <Button
          disabled={offset === 0}
          icon={<ChevronLeft size={20} aria-hidden />}
          onClick={() => onTurn(Math.max(0, offset - size))}
        >
          {words.previous}
        </Button>
        <Button disabled={offset + shown >= total} onClick={() => onTurn(offset + size)}>
          {words.next}
          <ChevronRight size={20} aria-hidden />
        </Button>
      </div>
    </div>
  );
}
