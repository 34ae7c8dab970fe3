import type { ReactNode } from 'react';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { LabRun } from '../../../domain/lab.ts';
import { IconButton } from '../../parts/button.tsx';
import { useLabWords } from '../lab-context.tsx';
import css from './board-table.module.css';
import { ofSeveralLogs } from './group-runs.ts';
import type { RunGroup } from './group-runs.ts';
import { MetricBar } from './metric-bar.tsx';
import { SHOWN_METRICS, topOf } from './run-acts.ts';
import type { RunActs } from './run-acts.ts';
import { RunDetails } from './run-details.tsx';
import { RunName } from './run-name.tsx';
import { firstOrder } from './sort-runs.ts';
import type { Order, SortKey } from './sort-runs.ts';

const COLUMNS: readonly SortKey[] = ['model', 'protocol', ...SHOWN_METRICS, 'trainMs', 'peakBytes'];

export interface BoardTableProps {
  readonly groups: readonly RunGroup[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly acts: RunActs;
}

export function BoardTable({ groups, order, onOrder, acts }: BoardTableProps): ReactNode {
  const words = useLabWords();
  return (
    <div className={css['scroll']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={css['tick']}>
              <span className="aside-voice">{words.board.compare}</span>
            </th>
            {COLUMNS.map((key) => (
              <th key={key} scope="col" aria-sort={sortOf(key, order)} className={css[key]}>
                <button
                  type="button"
                  onClick={() =>
                    onOrder(order.by === key ? { by: key, descending: !order.descending } : firstOrder(key))
                  }
                >
                  {words.board.columns[key]}
                  {order.by === key &&
                    (order.descending ? (
                      <ArrowDown size={14} aria-hidden />
                    ) : (
                      <ArrowUp size={14} aria-hidden />
                    ))}
                </button>
              </th>
            ))}
            <th scope="col" className={css['tick']}>
              <span className="aside-voice">{words.board.details}</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {groups.length > 1 && (
              <tr className={css['group']}>
                <th scope="rowgroup" colSpan={COLUMNS.length + 2}>
                  {words.board.group(group.like, ofSeveralLogs(groups))}
                </th>
              </tr>
            )}
            {group.runs.map((run) => (
              <Row key={run.id} run={run} beside={group.runs} acts={acts} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  readonly run: LabRun;
  /** The runs of its group, on one scale with it. */
  readonly beside: readonly LabRun[];
  readonly acts: RunActs;
}

function Row({ run, beside, acts }: RowProps): ReactNode {
  const words = useLabWords();
  const name = words.runName(run);
  const opened = acts.opened === run.id;
  return (
    <>
      <tr data-run={run.id} data-model={run.model} className={opened ? css['opened'] : undefined}>
        <td className={css['tick']}>
          <label className={css['box']}>
            <input
              type="checkbox"
              checked={acts.picked.includes(run.id)}
              aria-label={words.board.compareOf(name)}
              onChange={() => acts.pick(run.id)}
            />
          </label>
        </td>
        <th scope="row">
          <RunName run={run} serving={acts.serving === run.id} now={acts.now} />
        </th>
        <td className={css['protocol']}>
          {words.protocolOf(run)}
          {run.warnings.map((warning) => (
            <span key={warning} className={css['warning']}>
              {words.warnings[warning].short}
            </span>
          ))}
        </td>
        {SHOWN_METRICS.map((metric) => (
          <td key={metric}>
            <MetricBar run={run} metric={metric} top={topOf(beside, metric)} />
          </td>
        ))}
        <td className={css['figure']}>
          {run.trainMs > 0 ? (
            <>
              {words.lf.duration(run.trainMs)}
              <span className={css['soft']}>{words.homes[run.home]}</span>
            </>
          ) : (
            words.board.notMeasured
          )}
        </td>
        <td className={css['figure']}>{words.board.memory(run.peakBytes)}</td>
        <td className={css['tick']}>
          <IconButton
            label={words.board.detailsOf(name)}
            aria-expanded={opened}
            className={css['chevron']}
            icon={<ChevronDown size={20} aria-hidden />}
            onClick={() => acts.open(run.id)}
          />
        </td>
      </tr>
      {opened && (
        <tr className={css['more']}>
          <td colSpan={COLUMNS.length + 2}>
            <RunDetails run={run} acts={acts} />
          </td>
        </tr>
      )}
    </>
  );
}

function sortOf(key: SortKey, order: Order): 'ascending' | 'descending' | undefined {
  if (order.by !== key) return undefined;
  return order.descending ? 'descending' : 'ascending';
}
