import { useId } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { LabRun } from '../../../domain/lab.ts';
import { Empty } from '../../parts/empty.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/words-context.tsx';
import { useBench, useLab, useLabWords } from '../lab-context.tsx';
import { modelColour } from '../model-colour.ts';
import css from './compare-room.module.css';
import { RunDifferences } from './run-differences.tsx';
import { SeenByVisitor } from './seen-by-visitor.tsx';

/** Two runs side by side: how their figures differ, and what somebody would see under each. */
export function CompareRoom(): ReactNode {
  const words = useLabWords().compare;
  const runs = useLab((state) => state.runs);
  const { picked, pick } = useBench();
  const [a, b] = pairOf(runs, picked);
  if (!a || !b) {
    return (
      <Empty title={words.empty} hint={words.emptyHint}>
        <Link href="/lab" className={css['link']}>
          {words.toBench}
        </Link>
      </Empty>
    );
  }
  return (
    <div className={css['room']}>
      <div className={css['pair']}>
        <RunChoice label={words.first} run={a} other={b} onChoose={(id) => pick([id, b.id])} />
        <RunChoice label={words.second} run={b} other={a} onChoose={(id) => pick([a.id, id])} />
      </div>
      <RunDifferences a={a} b={b} />
      <SeenByVisitor a={a} b={b} />
    </div>
  );
}

/** Those that were picked; where there are fewer, the best of the others that can be compared with them. */
function pairOf(runs: readonly LabRun[], picked: readonly string[]): readonly (LabRun | undefined)[] {
  const chosen = picked.flatMap((id) => runs.find((run) => run.id === id) ?? []);
  const rest = runs
    .filter((run) => !chosen.includes(run))
    .toSorted((one, other) => (other.metrics.ndcgAt10 ?? -1) - (one.metrics.ndcgAt10 ?? -1));
  // Of one from a file there are no users to compare by.
  const measured = rest.filter(({ origin }) => origin === 'trained');
  const partner = (one: LabRun): LabRun | undefined =>
    one.origin === 'trained'
      ? measured.find((run) => run !== one && run.splitFingerprint === one.splitFingerprint)
      : undefined;
  const first = chosen[0] ?? rest.find(partner) ?? rest[0];
  if (chosen[1] || !first) return [first, chosen[1]];
  return [first, partner(first) ?? rest.find((run) => run !== first)];
}

interface RunChoiceProps {
  readonly label: string;
  readonly run: LabRun;
  /** On the other side. */
  readonly other: LabRun;
  readonly onChoose: (id: string) => void;
}

function RunChoice({ label, run, other, onChoose }: RunChoiceProps): ReactNode {
  const words = useLabWords();
  const { ago } = useWords().formats;
  const runs = useLab((state) => state.runs);
  const now = useNow();
  const id = useId();
  return (
    <div className={css['choice']}>
      <label htmlFor={id}>{label}</label>
      <div className={css['chosen']}>
        <span className={css['hue']} style={{ background: modelColour(run.model) }} aria-hidden />
        <select id={id} value={run.id} onChange={(event) => onChoose(event.currentTarget.value)}>
          {runs
            .filter((one) => one.id !== other.id)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {words.compare.option(
                  words.model(one.model),
                  one.seed,
                  words.protocolOf(one),
                  ago(one.at, now),
                )}
              </option>
            ))}
        </select>
      </div>
      <p className={css['soft']}>{words.protocolOf(run)}</p>
    </div>
  );
}
