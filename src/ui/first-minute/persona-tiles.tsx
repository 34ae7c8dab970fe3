import { useId } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import css from './personas.module.css';

/** Pictures of a tile. */
export const PICTURES = 4;

export interface PersonaTilesProps {
  readonly tiles: readonly { readonly id: string; readonly pictures: readonly ReactNode[] }[];
  /** Alone, under a title of its own. */
  readonly alone?: boolean;
  /** Null while nobody can be stepped into. */
  readonly onChoose: ((id: string) => void) | null;
}

/** Somebody a tile: what they like, their name, a sentence. */
export function PersonaTiles({ tiles, alone = false, onChoose }: PersonaTilesProps): ReactNode {
  const words = useWords().firstMinute;
  const heading = useId();
  return (
    <section
      className={alone ? css['alone'] : css['personas']}
      aria-labelledby={alone ? undefined : heading}
      aria-busy={onChoose === null}
    >
      <header className={css['head']}>
        {!alone && <h2 id={heading}>{words.orElse}</h2>}
        <p className={css['hint']}>{words.orElseHint}</p>
      </header>
      <ul className={css['row']}>
        {tiles.map(({ id, pictures }) => (
          <li key={id}>
            <button
              type="button"
              className={css['persona']}
              disabled={onChoose === null}
              onClick={() => onChoose?.(id)}
            >
              <span className={css['pictures']} aria-hidden>
                {Array.from({ length: PICTURES }, (_, place) => (
                  <span key={place} className={css['picture']}>
                    {pictures[place]}
                  </span>
                ))}
              </span>
              <span className={css['name']}>{words.personas[id]?.name}</span>
              <span className={css['sentence']}>{words.personas[id]?.sentence}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
