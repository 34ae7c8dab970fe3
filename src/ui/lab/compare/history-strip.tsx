import type { ReactNode } from 'react';
import type { ShownItem } from '../../../client/state.ts';
import { ItemPicture } from '../../pictures/item-picture.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useLabWords } from '../lab-context.tsx';
import css from './history-strip.module.css';

/** Of a long history, the end. */
const SHOWN = 12;

export interface HistoryStripProps {
  /** Oldest first. */
  readonly history: readonly ShownItem[];
  /** It is the visitor's. */
  readonly own: boolean;
}

/** What somebody took, the newest first. */
export function HistoryStrip({ history, own }: HistoryStripProps): ReactNode {
  const words = useLabWords().compare;
  const shop = useWords();
  if (history.length === 0)
    return <p className={css['soft']}>{own ? words.noneOfYours : words.noneOfTheirs}</p>;
  return (
    <div>
      <p className={css['soft']}>{words.took(own, history.length)}</p>
      <ul className={css['strip']} aria-label={words.took(own, history.length)}>
        {history
          .slice(-SHOWN)
          .toReversed()
          .map(({ index, item }) => (
            <li key={index} title={shop.item(item).title}>
              <span className="aside-voice">{shop.item(item).title}</span>
              <ItemPicture item={item} small />
            </li>
          ))}
      </ul>
    </div>
  );
}
