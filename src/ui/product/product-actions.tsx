import type { ReactNode } from 'react';
import Bookmark from 'lucide-react/icons/bookmark';
import Heart from 'lucide-react/icons/heart';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import type { ShownItem } from '../../client/state.ts';
import type { EventKind } from '../../domain/events.ts';
import { useOpenWishes } from '../cart/use-cart.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import { MuteMenu } from './mute-menu.tsx';
import css from './product-actions.module.css';

/** What can be said about the item of the page. What was said is pressed, and a second press takes it back. */
export function ProductActions({ shown }: { readonly shown: ShownItem }): ReactNode {
  const words = useWords();
  const actions = useActions();
  const history = useHomebody((state) => state.history);
  const mood = useHomebody((state) => state.mood);
  const wish = useOpenWishes().find((one) => one.index === shown.index);
  const { index } = shown;

  const toggle = (kind: EventKind): { 'aria-pressed': boolean; onClick: () => void } => {
    const said =
      kind === 'wish' ? wish : history.find((one) => one.index === index && one.event.kind === kind);
    return {
      'aria-pressed': said !== undefined,
      onClick: () => void (said ? actions.takeBack([said.event]) : actions.record(kind, index)),
    };
  };
  const lean = (list: 'more' | 'less'): { 'aria-pressed': boolean; onClick: () => void } => {
    const leaning = mood[list].some((one) => one.index === index);
    return {
      'aria-pressed': leaning,
      onClick: () => {
        if (leaning) void actions.forgetMood(index);
        else void (list === 'more' ? actions.moreLike(index) : actions.lessLike(index));
      },
    };
  };

  return (
    <div className={css['actions']}>
      <div className={css['row']}>
        <Button icon={<Heart size={20} aria-hidden />} {...toggle('like')}>
          {words.feed.like}
        </Button>
        <Button icon={<Bookmark size={20} aria-hidden />} {...toggle('wish')}>
          {words.product.wish}
        </Button>
        <Button icon={<X size={20} aria-hidden />} {...toggle('dismiss')}>
          {words.feed.dismiss}
        </Button>
      </div>
      <div role="group" aria-label={words.product.steer} className={css['steer']}>
        <Button look="plain" icon={<Plus size={20} aria-hidden />} {...lean('more')}>
          {words.product.moreLike}
        </Button>
        <Button look="plain" icon={<Minus size={20} aria-hidden />} {...lean('less')}>
          {words.product.lessLike}
        </Button>
        <MuteMenu item={shown.item} />
      </div>
    </div>
  );
}
