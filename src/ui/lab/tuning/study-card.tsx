import type { ReactNode } from 'react';
import Play from 'lucide-react/icons/play';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import Trash2 from 'lucide-react/icons/trash-2';
import type { LabStudy } from '../../../domain/lab.ts';
import { Button } from '../../parts/button.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/words-context.tsx';
import { useBench, useLabActions, useLabBusy, useLabWords } from '../lab-context.tsx';
import { modelColour } from '../model-colour.ts';
import css from './study-card.module.css';
import { TrialTable } from './trial-table.tsx';

export interface StudyCardProps {
  readonly study: LabStudy;
  /** Whether it is at work now, or held; null: neither. */
  readonly work: 'running' | 'paused' | null;
  /** Its trials are shown at first. */
  readonly open: boolean;
}

/** A study: what it was, what it found, its trials, and what can be done with it. */
export function StudyCard({ study, work, open }: StudyCardProps): ReactNode {
  const words = useLabWords();
  const { ago } = useWords().formats;
  const actions = useLabActions();
  const bench = useBench();
  const busy = useLabBusy();
  const now = useNow();
  const { plan, best, ended } = study;
  const name = words.tuning.name(words.model(plan.model), words.tuning.searches[plan.search.kind].name);
  const finished = finishedTrials(study);
  const resumable = ended === null && !work;
  return (
    <section className={css['card']} aria-label={name} data-study={study.id} data-ended={ended ?? ''}>
      <h3 className={css['name']}>
        <span className={css['hue']} style={{ background: modelColour(plan.model) }} aria-hidden />
        {name}
      </h3>
      <p className={css['soft']}>
        {words.tuning.state(study, finished, work, ago(study.at, now))} {words.tuning.measuredBy(plan)}
      </p>
      {best && (
        <p>
          <strong>{words.tuning.best(words.metrics[plan.metric].name, best.score)}</strong>{' '}
          {words.tuning.bestSettings(
            Object.entries(best.trial.settings).map(
              ([field, value]) => `${words.settings.name(field)} ${words.settingValue(value)}`,
            ),
          )}
        </p>
      )}
      <div className={css['acts']}>
        {resumable && (
          <Button
            look="main"
            disabled={busy}
            icon={<Play size={18} aria-hidden />}
            aria-label={words.tuning.resumeOf(name)}
            onClick={() => void actions.resumeStudy(study.id)}
          >
            {words.tuning.goOn}
          </Button>
        )}
        {best && (
          <Button
            icon={<SlidersHorizontal size={18} aria-hidden />}
            aria-label={words.tuning.takeOf(name)}
            onClick={() => bench.takeSettings(plan.model, best.config)}
          >
            {words.tuning.use}
          </Button>
        )}
        {!work && (
          <Button
            icon={<Trash2 size={18} aria-hidden />}
            aria-label={words.tuning.removeOf(name)}
            onClick={() => void actions.removeStudy(study.id)}
          >
            {words.tuning.remove}
          </Button>
        )}
      </div>
      {study.trials.length > 0 && (
        <details className={css['trials']} open={open}>
          <summary>{words.tuning.trialsOf(finished, study.trialCount)}</summary>
          <TrialTable study={study} />
        </details>
      )}
    </section>
  );
}

/** Trials that every fold of the plan has measured, and those that failed; the last of a study may still be at work. */
function finishedTrials({ plan: { validation }, trials }: LabStudy): number {
  const folds = validation.kind === 'folds' ? validation.folds : 1;
  return trials.filter((trial) => trial.failed || trial.folds.length >= folds).length;
}
