import type { ReactNode } from 'react';
import type { BackupFacts } from '../../../domain/ownership.ts';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { useFoundFocus } from '../use-found-focus.ts';
import css from './backup-contents.module.css';

/** What a backup says of itself. */
export function BackupContents({ facts }: { readonly facts: BackupFacts }): ReactNode {
  const words = usePrivacyWords().copies.restore;
  const found = useFoundFocus<HTMLHeadingElement>();
  const rows = [
    [words.facts.madeAt, words.at(facts.madeAt)],
    [words.facts.events, words.events(facts)],
    [words.facts.catalogues, words.names(facts.catalogues.map(({ name }) => name))],
    [words.facts.models, words.number(facts.models)],
    [words.facts.lab, words.number(facts.lab)],
  ] as const;
  return (
    <div className={css['contents']}>
      <h3 ref={found} tabIndex={-1}>
        {words.holds}
      </h3>
      <dl className={css['rows']}>
        {rows.map(([name, value]) => (
          <div key={name} className={css['row']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
