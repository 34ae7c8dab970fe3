import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { Empty } from '../parts/empty.tsx';
import { Panel } from '../parts/panel.tsx';
import { useNow } from '../parts/use-now.ts';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './history-panel.module.css';
import { HistoryRow } from './history-row.tsx';
import { useGroups } from './use-groups.ts';
import { useTakeBack } from './use-take-back.ts';

export interface HistoryPanelProps {
  /** Rows that are shown; the rest is on the history's own page. */
  readonly limit: number;
}

/** What the person did last, beside the shelves; each of it can be taken back. */
export function HistoryPanel({ limit }: HistoryPanelProps): ReactNode {
  const words = useWords().history;
  const room = useRoom();
  const history = useHomebody((state) => state.history);
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  const groups = useGroups();
  const shown = groups.slice(0, limit);
  const taking = useTakeBack(list, shown);

  return (
    <Panel
      title={words.title}
      aside={history.length > 0 && <span className={css['count']}>{words.count(history.length)}</span>}
    >
      {history.length === 0 ? (
        <Empty title={words.empty} hint={words.emptyHint} />
      ) : (
        <ul ref={list} className={css['list']}>
          {shown.map((group) => (
            <HistoryRow
              key={group.key}
              group={group}
              when={words.when(group.kind, group.at, now)}
              open={taking.open === group.key}
              chosen={false}
              onOpen={taking.onOpen}
              onMoved={({ entries: [entry] }) => room.openMoved(entry.event)}
              onTakeBack={taking.onTakeBack}
              onKeep={taking.onKeep}
            />
          ))}
        </ul>
      )}
      {shown.length < groups.length && (
        <Link href="/history" className={css['all']}>
          {words.all(history.length)}
        </Link>
      )}
    </Panel>
  );
}
