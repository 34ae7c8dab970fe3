import type { ReactNode } from 'react';
import type { AttackFigures } from '../../../domain/lab-privacy.ts';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useLab, useLabWords } from '../lab-context.tsx';
import css from './privacy-room.module.css';
import { Whisker } from './whisker.tsx';

/** What the newest attack found out, as it is and with noise, in words first. */
export function AttackFound(): ReactNode {
  const lab = useLabWords();
  const words = lab.privacy.attack;
  const attack = useLab((state) => state.attack);
  if (!attack) {
    return (
      <Panel title={words.found}>
        <Empty title={words.none} hint={words.noneHint} />
      </Panel>
    );
  }
  return (
    <Panel title={words.found}>
      <div className={css['stack']} aria-live="polite">
        <p className={css['soft']}>{words.asked(lab.model(attack.model), attack.members, attack.others)}</p>
        <Found title={words.plain} figures={attack.plain} tone="ember" />
        {attack.private ? (
          <Found title={words.private(attack.epsilon)} figures={attack.private.figures} tone="leaf" />
        ) : (
          <p className={css['soft']}>{words.cannotPrivate(lab.model(attack.model))}</p>
        )}
        <dl className={css['facts']}>
          <dt>{words.auc}</dt>
          <dd className={css['soft']}>{words.aucWhat}</dd>
          <dt>{words.advantage}</dt>
          <dd className={css['soft']}>{words.advantageWhat}</dd>
          <dt>{words.atLeast}</dt>
          <dd className={css['soft']}>{words.atLeastWhat}</dd>
        </dl>
        <p className={css['soft']}>{words.caution}</p>
      </div>
    </Panel>
  );
}

interface FoundProps {
  readonly title: string;
  readonly figures: AttackFigures;
  readonly tone: 'ember' | 'leaf';
}

function Found({ title, figures, tone }: FoundProps): ReactNode {
  const lab = useLabWords();
  const words = lab.privacy.attack;
  return (
    <section className={css['stack']}>
      <h3 className={css['title']}>{title}</h3>
      <p className={css['verdict']}>{words.verdict(figures)}</p>
      <Whisker
        value={figures.auc}
        interval={figures.aucInterval}
        from={0.5}
        to={1}
        ends={[words.scale.coin, words.scale.always]}
        tone={tone}
      />
      <dl className={css['facts']}>
        <dt>{words.auc}</dt>
        <dd>
          {lab.figure(figures.auc)} <span className={css['soft']}>{lab.range(figures.aucInterval)}</span>
        </dd>
        <dt>{words.advantage}</dt>
        <dd>
          {lab.figure(figures.advantage)}{' '}
          <span className={css['soft']}>{lab.range(figures.advantageInterval)}</span>
        </dd>
        <dt>{words.atLeast}</dt>
        <dd>{lab.lf.value(figures.epsilonAtLeast)}</dd>
      </dl>
    </section>
  );
}
