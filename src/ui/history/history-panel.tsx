import { useState } from 'react';
import type { ReactNode } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Panel } from '../parts/panel.tsx';
import { useNow } from '../parts/use-now.ts';
import { useWords } from '../words/words-context.tsx';
import css from './history-panel.module.css';
import { HistoryRow } from './history-row.tsx';

export interface HistoryPanelProps {
  /** Entries shown before the person asks for all. */
  readonly limit: number;
  readonly level?: 1 | 2;
}

/** What the person did here, newest first; each of it can be taken back. */
export function HistoryPanel({ limit, level = 2 }: HistoryPanelProps): ReactNode {
  const words = useWords().history;
  const history = useHomebody((state) => state.history);
  const [all, setAll] = useState(false);
  const now = useNow();
  const shown = all ? history : history.slice(0, limit);

  return (
    <Panel
      title={words.title}
      level={level}
      aside={history.length > 0 && <span className={css['count']}>{words.count(history.length)}</span>}
    >
      {history.length === 0 ? (
        <Empty title={words.empty} hint={words.emptyHint} />
      ) : (
        <ul className={css['list']}>
          {shown.map((entry) => (
            <HistoryRow key={entry.event.id} entry={entry} now={now} />
          ))}
        </ul>
      )}
      {shown.length < history.length && (
        <Button look="plain" onClick={() => setAll(true)}>
          {words.all(history.length)}
        </Button>
      )}
    </Panel>
  );
}
