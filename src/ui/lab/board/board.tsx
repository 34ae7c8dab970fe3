import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { asError } from '../../../client/errors.ts';
import type { HomebodyError } from '../../../domain/errors.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useEntered } from '../entered.ts';
import { useBench, useLab, useLabActions, useLabWords } from '../lab-context.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useWidth } from '../use-width.ts';
import { BoardCards } from './board-cards.tsx';
import { BoardTable } from './board-table.tsx';
import css from './board.module.css';
import { groupRuns } from './group-runs.ts';
import { ImportRun } from './import-run.tsx';
import type { RunActs } from './run-acts.ts';
import { Serving } from './serving.tsx';
import type { Order } from './sort-runs.ts';
import { firstOrder, SORT_KEYS, sortRuns } from './sort-runs.ts';

/** A table needs this much room, px. */
const TABLE_PX = 700;

/** All runs by their figures, ranked among those alone that were measured in the same way; and which of them serves. */
export function Board(): ReactNode {
  const words = useLabWords();
  const actions = useLabActions();
  const bench = useBench();
  const runs = useLab((state) => state.runs);
  const serving = useLab((state) => state.promotions?.run ?? null);
  const busy = useLab((state) => state.busy);
  const now = useNow();
  const [{ order }, changeBoard] = useEntered('board');
  const setOrder = (chosen: Order): void => changeBoard({ order: chosen });
  const [problem, setProblem] = useState<HomebodyError | null>(null);
  // What was there when the board was looked at first is not told as new.
  const [known] = useState(() => runs[0]?.id);
  const newest = runs[0]?.id === known ? undefined : runs[0];
  const { ref, width } = useWidth();
  const sort = useId();

  const groups = groupRuns(sortRuns(runs, order, words.model));
  const acts: RunActs = {
    picked: bench.picked.filter((id) => runs.some((run) => run.id === id)),
    opened: bench.opened,
    serving,
    busy,
    now,
    pick: (id) => {
      const known = bench.picked.filter((one) => one !== id && runs.some((run) => run.id === one));
      // A third one takes the place of the first.
      bench.pick(bench.picked.includes(id) ? known : [...known.slice(-1), id]);
    },
    open: (id) => bench.open(bench.opened === id ? null : id),
    promote: (id) => void actions.promote(id),
    takeSettings: (run) => bench.takeSettings(run.model, run.config),
    save: (id) => {
      setProblem(null);
      actions.exportRun(id).then(saveFile, (reason: unknown) => setProblem(asError(reason)));
    },
    remove: (id) => {
      // What has the focus goes with it.
      document.getElementById(sort)?.focus();
      void actions.remove(id);
    },
  };

  return (
    <Panel title={words.board.title}>
      <ImportRun>
        <div ref={ref} className={css['board']}>
          <Serving />
          <p className="aside-voice" role="status">
            {newest && words.board.landed(words.runName(newest), newest.metrics.ndcgAt10)}
          </p>
          {problem && <ErrorNotice error={problem} onDismiss={() => setProblem(null)} />}
          {runs.length === 0 ? (
            <Empty title={words.board.empty} hint={words.board.emptyHint} />
          ) : (
            <>
              <div className={css['head']}>
                <label className={css['sort']}>
                  {words.board.sort}
                  <select
                    id={sort}
                    value={order.by}
                    onChange={(event) => {
                      const chosen = SORT_KEYS.find((key) => key === event.currentTarget.value);
                      if (chosen) setOrder(firstOrder(chosen));
                    }}
                  >
                    {SORT_KEYS.map((key) => (
                      <option key={key} value={key}>
                        {words.board.sorts[key]}
                      </option>
                    ))}
                  </select>
                </label>
                {acts.picked.length === 2 ? (
                  <Link href="/lab/compare" className={css['compare']}>
                    {words.board.compareThese}
                  </Link>
                ) : (
                  <p className={css['soft']}>{words.board.pickTwo(acts.picked.length)}</p>
                )}
              </div>
              {groups.length > 1 && <p className={css['soft']}>{words.board.mixed}</p>}
              {width !== null &&
                (width >= TABLE_PX ? (
                  <BoardTable groups={groups} order={order} onOrder={setOrder} acts={acts} />
                ) : (
                  <BoardCards groups={groups} acts={acts} />
                ))}
              <p className={css['soft']}>{words.board.interval}</p>
            </>
          )}
        </div>
      </ImportRun>
    </Panel>
  );
}
