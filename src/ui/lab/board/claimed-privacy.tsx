import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { PrivacyStatement } from '../../../domain/privacy.ts';
import { useLabWords } from '../lab-context.tsx';
import css from './run-details.module.css';

/** What the file of an imported model says of its privacy, word for word: nobody here can check it. */
export function ClaimedPrivacy({ statement }: { readonly statement: PrivacyStatement }): ReactNode {
  const words = useLabWords().details;
  return (
    <section>
      <h3 className={css['title']}>{words.claimed}</h3>
      <p className={css['soft']}>{words.claimedWhat}</p>
      <dl className={css['claim']} lang="en">
        {statement.map(([name, text]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
