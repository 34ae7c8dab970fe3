import type { ReactNode } from 'react';
import type { ExplainedItem, HistoryEntry } from '../../client/state.ts';
import { useActions } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import { strongestEvent } from './why-sentence.ts';
import css from './shares.module.css';

export interface SharesProps {
  readonly explained: ExplainedItem;
  readonly history: readonly HistoryEntry[];
}

/** The exact signed parts of a score, largest first: to the right what speaks for it, to the left against. */
export function Shares({ explained, history }: SharesProps): ReactNode {
  const words = useWords();
  const actions = useActions();
  const widest = Math.max(...explained.causes.map((cause) => Math.abs(cause.share)), Number.MIN_VALUE);
  const signed = explained.causes.some((cause) => cause.share < 0);

  return (
    <section aria-labelledby="shares" className={css['shares']}>
      <h3 id="shares" className={css['title']}>
        {words.why.shares}
      </h3>
      <p className={css['hint']}>{words.why.sharesHint}</p>
      <ul className={css['list']}>
        {explained.causes.map((cause) => {
          const entry = strongestEvent(history, cause.index);
          return (
            <li key={cause.index} className={css['cause']} data-share={cause.share}>
              <div className={css['name']}>
                <span className={css['item']}>{cause.item.title}</span>
                {entry && <span className={css['did']}>{words.history.did[entry.event.kind]}</span>}
              </div>
              <span className={css['number']}>
                {words.why.share(cause.share)}
                <span className="aside-voice"> {cause.share < 0 ? words.why.against : words.why.for}</span>
              </span>
              {entry && (
                <Button
                  look="plain"
                  className={css['back']}
                  aria-label={words.history.takeBackOf(cause.item.title)}
                  onClick={() => void actions.takeBack([entry.event])}
                >
                  {words.history.takeBack}
                </Button>
              )}
              <Bar share={cause.share} widest={widest} signed={signed} />
            </li>
          );
        })}
      </ul>
      <p className={css['sum']} data-score={explained.explanation.score}>
        <span>{words.why.sum}</span>
        <span className={css['number']}>{words.why.share(explained.explanation.score)}</span>
      </p>
    </section>
  );
}

function Bar({ share, widest, signed }: { share: number; widest: number; signed: boolean }): ReactNode {
  const room = signed ? 50 : 100;
  const width = (Math.abs(share) / widest) * room;
  const left = share < 0 ? room - width : signed ? room : 0;
  return (
    <div className={css['track']} aria-hidden>
      <div
        className={share < 0 ? css['against'] : css['for']}
        style={{ marginLeft: `${left}%`, width: `${width}%` }}
      />
      {signed && <div className={css['middle']} />}
    </div>
  );
}
