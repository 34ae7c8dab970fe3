import { Fragment } from 'react';
import type { ReactNode } from 'react';
import Download from 'lucide-react/icons/download';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import Trash2 from 'lucide-react/icons/trash-2';
import { USER_METRICS } from '../../../domain/evaluation.ts';
import type { LabRun, RunMetric } from '../../../domain/lab.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useLab, useLabWords } from '../lab-context.tsx';
import { LearningCurves } from '../train/learning-curves.tsx';
import { valueAt } from '../train/setup-form.ts';
import { ClaimedPrivacy } from './claimed-privacy.tsx';
import type { RunActs } from './run-acts.ts';
import css from './run-details.module.css';

const METRICS: readonly RunMetric[] = [...USER_METRICS, 'coverageAt10', 'giniAt10'];

/** All that is known of a run, and what can be done with it. */
export function RunDetails({ run, acts }: { readonly run: LabRun; readonly acts: RunActs }): ReactNode {
  const words = useLabWords();
  const shop = useWords();
  const specs = useLab((state) => state.models.find(({ name }) => name === run.model)?.settings);
  const name = words.runName(run);
  const serving = acts.serving === run.id;
  const { number, bytes } = shop.formats;
  const settings = (specs ?? []).map(
    ({ field }) => [words.settings.name(field), words.settingValue(valueAt(run.config, field))] as const,
  );
  const facts: readonly (readonly [string, string])[] = [
    ...(run.protocol ? [[words.details.users, number(run.users)] as const] : []),
    ...(run.seed === null ? [] : [[words.details.seed, String(run.seed)] as const]),
    [words.details.trainedOn, words.details.trainedOns[run.trainedOn]],
    // A private file tells nothing of how it was made.
    ...(run.trainMs > 0
      ? [
          [words.details.trainTime, words.lf.duration(run.trainMs)] as const,
          [words.details.evaluateTime, words.lf.duration(run.evaluateMs)] as const,
          [words.details.home, words.details.homeOf(run.home, run.threads)] as const,
          [words.details.peak, words.board.memory(run.peakBytes)] as const,
        ]
      : []),
    [words.details.size, bytes(run.modelBytes)],
    ...(run.dataFingerprint === ''
      ? []
      : [[words.details.data, run.dataFingerprint.slice(0, FINGERPRINT)] as const]),
    ...(run.splitFingerprint === ''
      ? []
      : [[words.details.split, run.splitFingerprint.slice(0, FINGERPRINT)] as const]),
  ];
  return (
    <div className={css['details']}>
      <div className={css['acts']}>
        <Button
          look={serving ? 'calm' : 'main'}
          disabled={serving || acts.busy}
          aria-label={serving ? words.board.servesOf(name) : words.board.promoteOf(name)}
          onClick={() => acts.promote(run.id)}
        >
          {serving ? words.board.serves : words.board.promote}
        </Button>
        <Button
          icon={<SlidersHorizontal size={18} aria-hidden />}
          aria-label={words.board.settingsOf(name)}
          onClick={() => acts.takeSettings(run)}
        >
          {words.board.settings}
        </Button>
        <Button
          icon={<Download size={18} aria-hidden />}
          aria-label={words.board.exportOf(name)}
          onClick={() => acts.save(run.id)}
        >
          {words.board.save}
        </Button>
        <Button
          icon={<Trash2 size={18} aria-hidden />}
          aria-label={words.board.removeOf(name)}
          onClick={() => acts.remove(run.id)}
        >
          {words.board.remove}
        </Button>
      </div>
      <p className={css['soft']}>{words.board.saved}</p>
      {run.warnings.map((warning) => (
        <Notice key={warning} tone="ember">
          <p>{words.warnings[warning].long}</p>
        </Notice>
      ))}
      {(run.losses.length > 1 || run.validation.length > 1) && (
        <LearningCurves
          model={run.model}
          losses={run.losses}
          validation={run.validation}
          epochs={Math.max(run.losses.length, run.validation.at(-1)?.epoch ?? 1)}
          done
        />
      )}
      {run.privacy && <ClaimedPrivacy statement={run.privacy} />}
      <div className={css['columns']}>
        <section>
          <h3 className={css['title']}>{words.details.figures}</h3>
          <p className={css['soft']}>{words.protocolLong(run)}</p>
          <dl className={css['list']}>
            {METRICS.map((metric) => {
              const value = run.metrics[metric];
              if (value === undefined || Number.isNaN(value)) return null;
              const interval =
                metric === 'coverageAt10' || metric === 'giniAt10' ? undefined : run.intervals[metric];
              return (
                <Fragment key={metric}>
                  <dt title={words.metrics[metric].what}>{words.metrics[metric].name}</dt>
                  <dd>
                    {words.figure(value)}
                    <span className={css['range']}>{interval && words.range(interval)}</span>
                  </dd>
                </Fragment>
              );
            })}
          </dl>
        </section>
        {settings.length > 0 && <Facts title={words.details.settings} rows={settings} />}
        <Facts title={words.details.facts} rows={facts} />
      </div>
    </div>
  );
}

/** Characters of a fingerprint that tell it apart. */
const FINGERPRINT = 12;

interface FactsProps {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

function Facts({ title, rows }: FactsProps): ReactNode {
  return (
    <section>
      <h3 className={css['title']}>{title}</h3>
      <dl className={css['list']}>
        {rows.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
