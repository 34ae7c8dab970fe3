import { useId } from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './picks-frame.module.css';

export const ROUNDS = 3;
export const PLACES: readonly number[] = [0, 1, 2];

export interface PicksFrameProps {
  /** 0 … ROUNDS − 1. */
  readonly round: number;
  /** The heading, which can be given the focus. */
  readonly question?: Ref<HTMLHeadingElement>;
  /** What stands in the three places; without it they are empty. */
  readonly children?: ReactNode;
  /** What the last choice did. */
  readonly said?: string | null;
  /** Without it there is nothing to turn down. */
  readonly onNone?: (() => void) | undefined;
  readonly onSkip?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** The question, how far it has come, its three places and the ways out. */
export function PicksFrame({
  round,
  question,
  children,
  said,
  onNone,
  onSkip,
  onKeyDown,
}: PicksFrameProps): ReactNode {
  const words = useWords().firstMinute;
  const heading = useId();
  const progress = useId();
  return (
    // It hears the keys of its three buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={css['picks']} aria-labelledby={heading} aria-busy={!children} onKeyDown={onKeyDown}>
      <header className={css['head']}>
        <h2 id={heading} ref={question} tabIndex={-1} aria-describedby={progress}>
          {words.question}
        </h2>
        <p id={progress} className={css['progress']}>
          <span className={css['dots']} aria-hidden>
            {PLACES.map((place) => (
              <span key={place} data-done={place < round} data-now={place === round} />
            ))}
          </span>
          {words.progress(round + 1, ROUNDS)}
        </p>
      </header>
      {children ?? (
        <ul className={css['three']} aria-hidden>
          {PLACES.map((place) => (
            <li key={place}>
              <span className={css['picture']} />
              <span className={css['title']} />
            </li>
          ))}
        </ul>
      )}
      <div className={css['foot']}>
        <Button onClick={onNone} disabled={!onNone}>
          {words.none}
        </Button>
        <Button look="plain" className={css['skip']} onClick={onSkip} disabled={!onSkip}>
          {words.skip}
        </Button>
        {said && (
          <p key={said} className={css['said']}>
            {said}
          </p>
        )}
      </div>
    </section>
  );
}
