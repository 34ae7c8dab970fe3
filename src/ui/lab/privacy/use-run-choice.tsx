import type { ReactNode } from 'react';
import type { LabRun } from '../../../domain/lab.ts';
import { PRIVATE_MODELS } from '../../../domain/lab-privacy.ts';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/words-context.tsx';
import { useEntered } from '../entered.ts';
import { useLab, useLabWords } from '../lab-context.tsx';
import { modelColour } from '../model-colour.ts';
import { Choice } from '../tuning/choice.tsx';

export interface RunChoice {
  /** Undefined while there is none that was measured here. */
  readonly run: LabRun | undefined;
  readonly select: (label: string, hint: string) => ReactNode;
}

/** One of the runs that were measured here; at first the newest that can be made private. */
export function useRunChoice(form: 'attack' | 'release'): RunChoice {
  const words = useLabWords();
  const { ago } = useWords().formats;
  const now = useNow();
  const all = useLab((state) => state.runs);
  const [{ run: chosen }, change] = useEntered(form);
  const runs = all.filter(({ origin }) => origin === 'trained');
  const run =
    runs.find(({ id }) => id === chosen) ??
    runs.find(({ model }) => PRIVATE_MODELS.includes(model)) ??
    runs[0];
  const nameOf = (one: LabRun): string =>
    words.compare.option(words.model(one.model), one.seed, words.protocolOf(one), ago(one.at, now));
  return {
    run,
    select: (label, hint) =>
      run && (
        <Choice
          label={label}
          value={run.id}
          hint={hint}
          colour={modelColour(run.model)}
          options={runs.map((one) => [one.id, nameOf(one)])}
          onChoose={(id) => change({ run: id })}
        />
      ),
  };
}
