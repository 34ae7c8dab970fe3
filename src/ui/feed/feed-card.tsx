import { memo, useId } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { Link } from 'wouter';
import type { FeedCard as Card } from '../../client/state.ts';
import { ItemPicture } from '../pictures/item-picture.tsx';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words-context.tsx';
import css from './feed-card.module.css';
import { ItemActions } from './item-actions.tsx';
import { Price } from './price.tsx';
import { ITEM_ATTRIBUTE } from './item-attribute.ts';

export interface FeedCardProps {
  readonly card: Card;
  readonly currency: string | null;
  /** It has just come up the shelves. */
  readonly risen: boolean;
  /** The card where Tab enters the list. */
  readonly entry: boolean;
}

/** One thing on the shelf: its picture, name and price, why it is here, and what can be done with it. */
export const FeedCard: MemoExoticComponent<(props: FeedCardProps) => ReactNode> = memo(
  function FeedCard({ card, currency, risen, entry }: FeedCardProps): ReactNode {
    const words = useWords().feed;
    const heading = useId();
    const { item, index, because } = card;
    return (
      <article
        className={css['card']}
        aria-labelledby={heading}
        // Articles of a feed take the focus, so that arrow keys can go from one to the next (ARIA feed pattern).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={entry ? 0 : -1}
        {...{ [ITEM_ATTRIBUTE]: index }}
        data-score={card.recommendation.score}
        data-department={item.department}
      >
        <div className={css['picture']}>
          <ItemPicture item={item} />
          {risen && (
            <span className={css['risen']}>
              <ArrowUp size={16} aria-hidden />
              {words.risen}
            </span>
          )}
        </div>
        <h2 id={heading} className={css['title']}>
          <Link href={`/product/${index}`}>{item.title}</Link>
        </h2>
        <Price item={item} currency={currency} />
        <p className={css['reason']}>
          {reasonOf(
            because.map((cause) => cause.item.title),
            words,
          )}
        </p>
        <ItemActions index={index} soldOut={item.stock === 0} />
      </article>
    );
  },
  (a, b) =>
    a.risen === b.risen &&
    a.entry === b.entry &&
    a.currency === b.currency &&
    a.card.index === b.card.index &&
    a.card.recommendation.score === b.card.recommendation.score &&
    a.card.item === b.card.item &&
    a.card.because.length === b.card.because.length &&
    a.card.because.every((cause, i) => cause.index === b.card.because[i]?.index),
);

/** Characters that two lines of a card hold. */
const ROOM = 56;

/** The causes by name while there is room for them; else the strongest, and how many more. */
export function reasonOf(titles: readonly string[], words: Words['feed']): string {
  const [strongest] = titles;
  if (strongest === undefined) return words.popular;
  const all = words.because(titles);
  return all.length <= ROOM || titles.length === 1 ? all : words.becauseMore(strongest, titles.length - 1);
}
