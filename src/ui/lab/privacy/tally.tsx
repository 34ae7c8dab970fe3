import type { ReactNode } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/words-context.tsx';
import { useLab, useLabWords } from '../lab-context.tsx';
import css from './privacy-room.module.css';

/** What was handed on from this log, and what that comes to: it adds up, and nothing is taken off. */
export function Tally(): ReactNode {
  const lab = useLabWords();
  const words = lab.privacy.tally;
  const { ago } = useWords().formats;
  const now = useNow();
  const tally = useLab((state) => state.releases);
  const next = useLab((state) => state.cost?.claim.epsilon ?? null);
  if (!tally) return null;
  const { releases, together } = tally;
  return (
    <Panel title={words.title}>
      {together ? (
        <div className={css['stack']}>
          <p className={css['verdict']} role="status">
            {words.together(together, releases.length)}{' '}
            {next !== null && words.withNext(together.epsilon + next)}
          </p>
          <ul className={css['releases']}>
            {releases.map((release) => (
              <li key={release.id} className={css['line']}>
                <span>{words.release(release, lab.model)}</span>
                <span className={css['soft']}>{ago(release.at, now)}</span>
              </li>
            ))}
          </ul>
          <p className={css['soft']}>{words.forGood}</p>
        </div>
      ) : (
        <Empty title={words.none} hint={words.noneHint} />
      )}
    </Panel>
  );
}
