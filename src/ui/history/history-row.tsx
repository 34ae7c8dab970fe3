import { memo } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import Undo2 from 'lucide-react/icons/undo-2';
import { Link } from 'wouter';
import type { HistoryEntry } from '../../client/state.ts';
import { useActions } from '../homebody-context.tsx';
import { IconButton } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './history-row.module.css';

export interface HistoryRowProps {
  readonly entry: HistoryEntry;
  readonly now: number;
}

export const HistoryRow: MemoExoticComponent<(props: HistoryRowProps) => ReactNode> = memo(
  function HistoryRow({ entry, now }: HistoryRowProps): ReactNode {
    const words = useWords().history;
    const actions = useActions();
    const { event, item, index } = entry;
    return (
      <li className={css['row']}>
        <div className={css['picture']}>
          <ItemPicture item={item} small />
        </div>
        <div className={css['text']}>
          <Link href={`/product/${index}`} className={css['title']}>
            {item.title}
          </Link>
          <p className={css['did']}>{words.when(event.kind, event.at, now)}</p>
        </div>
        <IconButton
          label={words.takeBackOf(item.title)}
          icon={<Undo2 size={20} aria-hidden />}
          onClick={() => void actions.takeBack([event])}
        />
      </li>
    );
  },
);
