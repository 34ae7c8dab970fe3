import type { ReactNode } from 'react';
import type { ItemIndex } from '../../domain/ids.ts';
import { useHomebody } from '../homebody-context.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useWords } from '../words/words-context.tsx';
import { Shares } from './shares.tsx';
import { useExplained } from './use-explained.ts';
import { whySentence } from './why-sentence.ts';
import css from './why-dialog.module.css';

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
  const answer = useExplained(index);
  const history = useHomebody((state) => state.history);
  const explained = answer.state === 'here' ? answer.explained : null;
  const title = explained ? words.why.of(words.item(explained.item).title) : words.why.title;

  return (
    <Dialog title={title} onClose={onClose}>
      {answer.state === 'loading' && <p role="status">{words.why.loading}</p>}
      {answer.state === 'gone' && <p>{words.why.gone}</p>}
      {answer.state === 'failed' && <ErrorNotice error={answer.error} />}
      {explained && (
        <div className={css['answer']} aria-busy={answer.state === 'here' && answer.feed !== feed}>
          <p className={css['sentence']}>{whySentence(explained, history, words)}</p>
          {explained.explanation.whole ? (
            <p className={css['soft']}>{words.why.wholeHint}</p>
          ) : explained.causes.length === 0 && explained.explanation.departmentShare === 0 ? (
            <p className={css['soft']}>
              {history.length === 0 ? words.why.popularHint : words.why.untrained}
            </p>
          ) : (
            <Shares explained={explained} history={history} />
          )}
          <p className={css['soft']}>
            {explained.explanation.rank === null
              ? words.why.filtered
              : words.why.rank(explained.explanation.rank)}
          </p>
        </div>
      )}
    </Dialog>
  );
}
