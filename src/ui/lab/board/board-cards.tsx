import type { ReactNode } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { LabRun } from '../../../domain/lab.ts';
import { Button } from '../../parts/button.tsx';
import { useLabWords } from '../lab-context.tsx';
import css from './board-cards.module.css';
import { ofSeveralLogs } from './group-runs.ts';
import type { RunGroup } from './group-runs.ts';
import { MetricBar } from './metric-bar.tsx';
import { SHOWN_METRICS, topOf } from './run-acts.ts';
import type { RunActs } from './run-acts.ts';
import { RunDetails } from './run-details.tsx';
import { RunName } from './run-name.tsx';

export interface BoardCardsProps {
  readonly groups: readonly RunGroup[];
  readonly acts: RunActs;
}

/** The board where there is no room for a table. */
export function BoardCards({ groups, acts }: BoardCardsProps): ReactNode {
  const words = useLabWords();
  return groups.map((group) => {
    const title = words.board.group(group.like, ofSeveralLogs(groups));
    return (
      <div key={group.key} className={css['group']}>
        {groups.length > 1 && <h3>{title}</h3>}
        <ul className={css['cards']} aria-label={groups.length > 1 ? title : words.board.title}>
          {group.runs.map((run) => (
            <Card key={run.id} run={run} beside={group.runs} acts={acts} />
          ))}
        </ul>
      </div>
    );
  });
}

interface CardProps {
  readonly run: LabRun;
  /** The runs of its group, on one scale with it. */
  readonly beside: readonly LabRun[];
  readonly acts: RunActs;
}

function Card({ run, beside, acts }: CardProps): ReactNode {
  const words = useLabWords();
  const name = words.runName(run);
  const opened = acts.opened === run.id;
  return (
    <li className={css['card']} data-run={run.id} data-model={run.model}>
      <div className={css['head']}>
        <RunName run={run} serving={acts.serving === run.id} now={acts.now} />
        <label className={css['pick']}>
          <input
            type="checkbox"
            checked={acts.picked.includes(run.id)}
            aria-label={words.board.compareOf(name)}
            onChange={() => acts.pick(run.id)}
          />
          <span aria-hidden>{words.board.compare}</span>
        </label>
      </div>
      <p className={css['soft']}>
        {words.protocolOf(run)}{' '}
        {run.warnings.map((warning) => (
          <strong key={warning} className={css['warning']}>
            {words.warnings[warning].short}
          </strong>
        ))}
      </p>
      <div className={css['metrics']}>
        {SHOWN_METRICS.map((metric) => (
          <div key={metric}>
            <span className={css['soft']}>{words.metrics[metric].name}</span>
            <MetricBar run={run} metric={metric} top={topOf(beside, metric)} />
          </div>
        ))}
      </div>
      {run.trainMs > 0 && (
        <p className={css['soft']}>{words.board.cost(run.trainMs, words.homes[run.home], run.peakBytes)}</p>
      )}
      <Button
        look="plain"
        className={css['open']}
        aria-label={words.board.detailsOf(name)}
        aria-expanded={opened}
        icon={<ChevronDown size={18} aria-hidden />}
        onClick={() => acts.open(run.id)}
      >
        {words.board.details}
      </Button>
      {opened && <RunDetails run={run} acts={acts} />}
    </li>
  );
}
