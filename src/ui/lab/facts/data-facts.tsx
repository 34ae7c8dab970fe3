import type { ReactNode } from 'react';
import { Fragment } from 'react';
import type { DatasetFacts } from '../../../domain/lab.ts';
import { useHomebody } from '../../homebody-context.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useLab, useLabWords } from '../lab-context.tsx';
import { Plot } from '../plot/plot.tsx';
import css from './data-facts.module.css';

/** What is to be known of the log before anything is trained on it: in words, in figures, and its long tail. */
export function DataFacts(): ReactNode {
  const words = useLabWords().facts;
  const facts = useLab((state) => state.facts);
  const problem = useLab((state) => state.problem !== null);
  return (
    <Panel title={words.title}>
      {facts ? (
        <Facts facts={facts} />
      ) : problem ? (
        <p className={css['soft']}>{words.unknown}</p>
      ) : (
        <div className={css['waiting']} aria-busy>
          <p role="status" className={css['soft']}>
            {words.counting}
          </p>
        </div>
      )}
    </Panel>
  );
}

function Facts({ facts }: { readonly facts: DatasetFacts }): ReactNode {
  const words = useLabWords();
  const shop = useWords();
  const catalogue = useHomebody((state) => state.catalogue);
  const { number } = shop.formats;
  const head = Math.max(1, Math.round(facts.itemCount * HEAD));
  const rows: readonly (readonly [string, string])[] = [
    [words.facts.interactions, number(facts.interactionCount)],
    [words.facts.users, number(facts.userCount)],
    [words.facts.items, number(facts.itemCount)],
    [words.facts.density, words.lf.share(facts.density)],
    [words.facts.span, words.facts.spanOf(facts.timeSpan)],
    [words.facts.perUser, words.facts.median(facts.eventsPerUser)],
    [words.facts.perItem, words.facts.median(facts.eventsPerItem)],
  ];
  return (
    <div className={css['facts']}>
      <div className={css['text']}>
        <p>{words.facts.lead(facts, catalogue ? shop.catalogueName(catalogue) : '')}</p>
        <dl className={css['figures']}>
          {rows.map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
        {facts.timed !== 'all' && <p className={css['soft']}>{words.facts.timed[facts.timed]}</p>}
      </div>
      <div className={css['tail']}>
        <Plot
          title={words.facts.tail}
          summary={words.facts.tailSummary(facts)}
          x={{ name: words.facts.rank, kind: 'log', format: number, tick: words.lf.short }}
          y={{ name: words.facts.takers, kind: 'log', format: number, tick: words.lf.short }}
          series={[
            {
              name: words.facts.takers,
              colour: 'var(--ember)',
              // Nobody is not to be seen on a log axis.
              points: facts.popularity
                .filter(({ users }) => users > 0)
                .map(({ rank, users }) => [rank, users]),
            },
          ]}
          mark={{ x: head, name: words.facts.head(facts.headShare) }}
          filled
        />
        <p className={css['soft']}>{words.facts.tailMeaning(facts)}</p>
      </div>
    </div>
  );
}

/** The part of the items whose share is told. */
const HEAD = 0.2;
