import { memo, useId } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import ArrowUp from 'lucide-react/icons/arrow-up';
import type { FeedCard as Card } from '../../client/state.ts';
import { Button } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useRoom } from '../room-context.tsx';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words-context.tsx';
import css from './feed-card.module.css';
import { ITEM_ATTRIBUTE } from './item-attribute.ts';
import { ItemLink } from './item-link.tsx';
import { ItemActions } from './item-actions.tsx';
import { Price } from './price.tsx';
import { sameCard } from './same-card.ts';
import { WishButton } from './wish-button.tsx';

export interface FeedCardProps {
  readonly card: Card;
  readonly currency: string | null;
  /** It has just come up the shelves. */
  readonly risen: boolean;
  /** The card where Tab enters the cards of the page. */
  readonly entry: boolean;
  /** `list`: in the grid. `row`: on a shelf, whose name is the reason. `side`: beside the window. */
  readonly kind: 'list' | 'row' | 'side';
  /** Its reason is said on it. */
  readonly reasons: boolean;
  /** Level of its heading: one below that of what it is in. */
  readonly level: 2 | 3;
}

const RISEN = <ArrowUp size={16} aria-hidden />;

/** One thing on the shelf: its picture, name and price, why it is here, and what can be done with it. */
export const FeedCard: MemoExoticComponent<(props: FeedCardProps) => ReactNode> = memo(
  function FeedCard({ card, currency, risen, entry, kind, reasons, level }: FeedCardProps): ReactNode {
    const words = useWords();
    const room = useRoom();
    const heading = useId();
    const { item, index } = card;
    const { title } = words.item(item);
    const Title = level === 2 ? 'h2' : 'h3';
    return (
      <article
        className={[css['card'], css[kind], risen && css['isRisen'], !item.picture && css['covered']]
          .filter(Boolean)
          .join(' ')}
        aria-labelledby={heading}
        // Articles of a feed take the focus, so that arrow keys can go from one to the next (ARIA feed pattern).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={entry ? 0 : -1}
        {...{ [ITEM_ATTRIBUTE]: index }}
        data-score={card.recommendation.score}
        data-department={item.department}
        data-swipe={kind === 'row' ? undefined : ''}
      >
        <ItemLink index={index} className={css['picture']} beside>
          <ItemPicture item={item} />
        </ItemLink>
        <Title id={heading} className={css['title']}>
          <ItemLink index={index}>{title}</ItemLink>
        </Title>
        <Price item={item} currency={currency} short={kind === 'row'} />
        {reasons && (
          <p className={css['reason']}>
            {risen ? (
              <span className={css['risen']}>
                {RISEN}
                {words.feed.risen}
              </span>
            ) : (
              reasonOf(card, words)
            )}
          </p>
        )}
        <Button look="plain" className={css['why']} onClick={() => room.openWhy(index)}>
          {words.feed.why}
        </Button>
        {kind !== 'side' && <WishButton index={index} className={css['wish']} />}
        <ItemActions card={card} sells={currency !== null} />
      </article>
    );
  },
  (a, b) =>
    a.risen === b.risen &&
    a.entry === b.entry &&
    a.currency === b.currency &&
    a.kind === b.kind &&
    a.reasons === b.reasons &&
    a.level === b.level &&
    sameCard(a.card, b.card),
);

/** Characters that two lines of a card hold. */
const ROOM = 56;

/** The causes by name while there is room for them; else the strongest, and how many more. */
export function reasonOf({ because, recommendation }: Card, words: Words): string {
  const { reason } = recommendation;
  const titles = because.map((cause) => words.item(cause.item).title);
  const [strongest] = titles;
  if (reason.kind === 'popular') return words.feed.popular;
  if (strongest === undefined) return reason.kind === 'whole' ? words.feed.whole : words.feed.beyond;
  if (reason.kind === 'whole') return words.feed.closest(strongest);
  const all = words.feed.because(titles);
  return all.length <= ROOM || titles.length === 1
    ? all
    : words.feed.becauseMore(strongest, titles.length - 1);
}
