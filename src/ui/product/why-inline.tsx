import type { ReactNode } from 'react';
import type { ShownItem } from '../../client/state.ts';
import { useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useRoom } from '../room-context.tsx';
import { useExplained } from '../why/use-explained.ts';
import { whySentence } from '../why/why-sentence.ts';
import { useWords } from '../words/words-context.tsx';
import css from './why-inline.module.css';

/** Why the person might like it, in a sentence with the picture of what says it most. Keeps its height while it is asked. */
export function WhyInline({ shown }: { readonly shown: ShownItem }): ReactNode {
  const words = useWords();
  const room = useRoom();
  const history = useHomebody((state) => state.history);
  const answer = useExplained(shown.index);
  const explained = answer.state === 'here' ? answer.explained : null;
  const strongest = explained?.causes.find((cause) => cause.share > 0) ?? explained?.nearest;

  return (
    <section aria-labelledby="why-inline" className={css['why']} aria-busy={answer.state === 'loading'}>
      <div className={css['picture']}>{strongest && <ItemPicture item={strongest.item} small />}</div>
      <div className={css['text']}>
        <h2 id="why-inline" className={css['title']}>
          {words.product.whyLike}
        </h2>
        <p className={css['sentence']}>
          {explained && whySentence(explained, history, words)}
          {answer.state === 'failed' && words.errors[answer.error.code].what}
          {answer.state === 'loading' && <span className={css['line']} aria-hidden />}
        </p>
        <Button look="plain" className={css['more']} onClick={() => room.openWhy(shown.index)}>
          {words.feed.why}
        </Button>
      </div>
    </section>
  );
}
