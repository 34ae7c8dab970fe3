import type { ReactNode } from 'react';
import type { ExplainedItem, HistoryEntry } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { useHomebody } from '../homebody-context.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import type { Words } from '../words/en.ts';
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
  const shelved =
    feed?.shelves.some(({ kind, items }) => kind === 'popular' && items.some(({ item }) => item === index)) ??
    false;
  const title = explained ? words.why.of(words.item(explained.item).title) : words.why.title;

  return (
    <Dialog title={title} onClose={onClose}>
      {answer.state === 'loading' && <p role="status">{words.why.loading}</p>}
      {answer.state === 'gone' && <p>{words.why.gone}</p>}
      {answer.state === 'failed' && <ErrorNotice error={answer.error} />}
      {explained && (
        <div className={css['answer']} aria-busy={answer.state === 'here' && answer.feed !== feed}>
          <p className={css['sentence']}>{whySentence(explained, history, words, shelved)}</p>
          {explained.explanation.whole ? (
            <p className={css['soft']}>{words.why.wholeHint}</p>
          ) : explained.causes.length === 0 && explained.explanation.departmentShare === 0 ? (
            <p className={css['soft']}>{unmoved(explained, history, words.why)}</p>
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

/** Why nothing of the person's own is in the answer. */
function unmoved(
  { explanation }: ExplainedItem,
  history: readonly HistoryEntry[],
  words: Words['why'],
): string {
  if (explanation.byPopularity === 'same-for-all') return words.sameForAll;
  if (history.length === 0) return words.popularHint;
  return explanation.byPopularity === 'untrained' ? words.untrained : words.nothingYet;
}
