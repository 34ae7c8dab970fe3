import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { ExplainedItem } from '../../client/state.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import type { Feed } from '../../domain/recommendation.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { asError } from '../../client/errors.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useWords } from '../words/words-context.tsx';
import { Shares } from './shares.tsx';
import { whySentence } from './why-sentence.ts';
import css from './why-dialog.module.css';

type Answer =
  | { readonly state: 'loading' }
  | { readonly state: 'gone' }
  | { readonly state: 'failed'; readonly error: HomebodyError }
  | { readonly state: 'here'; readonly explained: ExplainedItem; readonly feed: Feed | null };

/** Why an item is shown: a sentence, then the exact shares, each of which can be taken back. */
export function WhyDialog({
  index,
  onClose,
}: {
  readonly index: ItemIndex;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords();
  const feed = useHomebody((state) => state.feed);
  const answer = useAnswer(index, feed);
  const history = useHomebody((state) => state.history);
  const title = answer.state === 'here' ? words.why.of(answer.explained.item.title) : words.why.title;

  return (
    <Dialog title={title} onClose={onClose}>
      {answer.state === 'loading' && <p role="status">{words.why.loading}</p>}
      {answer.state === 'gone' && <p>{words.why.gone}</p>}
      {answer.state === 'failed' && <ErrorNotice error={answer.error} />}
      {answer.state === 'here' && (
        <div className={css['answer']} aria-busy={answer.feed !== feed}>
          <p className={css['sentence']}>{whySentence(answer.explained, history, words.why)}</p>
          {answer.explained.causes.length === 0 ? (
            <p className={css['soft']}>
              {history.length === 0 ? words.why.popularHint : words.why.untrained}
            </p>
          ) : (
            <Shares explained={answer.explained} history={history} />
          )}
          <p className={css['soft']}>
            {answer.explained.explanation.rank === null
              ? words.why.filtered
              : words.why.rank(answer.explained.explanation.rank)}
          </p>
        </div>
      )}
    </Dialog>
  );
}

/** Asks anew with every feed, that is whenever the history or the model changed; the former answer stays until the new one is there. */
function useAnswer(index: ItemIndex, feed: Feed | null): Answer {
  const actions = useActions();
  const [answer, setAnswer] = useState<Answer>({ state: 'loading' });

  useEffect(() => {
    let current = true;
    actions.explain(index).then(
      (explained) => {
        if (current) setAnswer(explained ? { state: 'here', explained, feed } : { state: 'gone' });
      },
      (cause: unknown) => {
        if (current) setAnswer({ state: 'failed', error: asError(cause) });
      },
    );
    return () => {
      current = false;
    };
  }, [actions, index, feed]);

  return answer;
}
