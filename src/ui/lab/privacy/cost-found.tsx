import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Measured } from '../../../domain/lab-privacy.ts';
import type { PrivacyClaim } from '../../../domain/privacy.ts';
import { Empty } from '../../parts/empty.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import type { LabWords } from '../../words/lab-in-english.ts';
import { useLab, useLabWords } from '../lab-context.tsx';
import css from './privacy-room.module.css';
import { Whisker } from './whisker.tsx';

/** What the noise would cost, and what it would promise. */
export function CostFound(): ReactNode {
  const lab = useLabWords();
  const words = lab.privacy.export;
  const cost = useLab((state) => state.cost);
  const run = useLab(({ runs }) => runs.find(({ id }) => id === cost?.request.run));
  const released = useLab((state) => state.released);
  if (!cost) {
    return (
      <Panel title={words.cost}>
        <Empty title={words.none} hint={words.noneHint} />
      </Panel>
    );
  }
  const top = Math.max(cost.without.interval.high, cost.with.interval.high, cost.popularity);
  const row = (name: string, { value, interval }: Measured, tone: 'ink' | 'leaf'): ReactNode => (
    <>
      <dt>{name}</dt>
      <dd>
        {lab.figure(value)} <span className={css['soft']}>{lab.range(interval)}</span>
        <Whisker value={value} interval={interval} from={0} to={top} tone={tone} />
      </dd>
    </>
  );
  return (
    <>
      {released && (
        <Notice tone="leaf">
          <p role="status">{words.saved}</p>
        </Notice>
      )}
      <Panel title={words.cost}>
        <div className={css['stack']} aria-live="polite">
          <p className={css['verdict']}>{words.sentence(cost)}</p>
          <p className={css['soft']}>{words.measured(run ? lab.protocolOf(run) : '', cost.users)}</p>
          <dl className={css['facts']}>
            {row(words.without, cost.without, 'ink')}
            {row(words.with, cost.with, 'leaf')}
            <dt>{words.popularity}</dt>
            <dd>{lab.figure(cost.popularity)}</dd>
          </dl>
          {cost.countError !== null && <p className={css['soft']}>{words.countError(cost.countError)}</p>}
          <p className={css['soft']}>{words.figuresStay}</p>
          <h3 className={css['title']}>{words.promise}</h3>
          <dl className={css['facts']}>
            {statementOf(cost.claim, lab).map(([name, text]) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </Fragment>
            ))}
          </dl>
        </div>
      </Panel>
    </>
  );
}

/** As the statement in the file, in the words of the page. What is asked about is made with cryptographic chance. */
function statementOf(
  { mechanism, delta, accountant, epsilon }: PrivacyClaim,
  { privacy: { statement: words }, lf }: LabWords,
): readonly (readonly [string, string])[] {
  return [
    [words.epsilon, lf.bound(epsilon)],
    [words.delta, lf.tiny(delta)],
    [words.unit, words.unitIs],
    [words.adjacency, words.adjacencyIs],
    [words.sampling, words.samplingIs(mechanism.kind === 'gaussian' ? mechanism.samplingRate : 1)],
    [words.mechanism, words.mechanismIs(mechanism)],
    [words.chance, words.chanceIs],
    [words.accountant, words.accountants[accountant]],
    [words.notCovered, words.notCoveredIs],
  ];
}
