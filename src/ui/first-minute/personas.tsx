import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { ShownPersona } from '../../client/state.ts';
import { useActions } from '../homebody-context.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './personas.module.css';

/** Pictures of a tile. */
const PICTURES = 4;

/** Somebody to step into, instead of choosing. Where the catalogue brings nobody, there is nothing. */
export function Personas({ onEnd }: { readonly onEnd: () => void }): ReactNode {
  const words = useWords().firstMinute;
  const actions = useActions();
  const heading = useId();
  const [personas, setPersonas] = useState<readonly ShownPersona[] | null>(null);

  useEffect(() => {
    let current = true;
    void actions.personas().then((found) => {
      if (current) setPersonas(found);
    });
    return () => {
      current = false;
    };
  }, [actions]);

  // Only those that this language can introduce.
  const told = personas?.filter(({ id }) => words.personas[id]) ?? null;
  if (told?.length === 0) return null;
  const stepInto = (id: string): void => {
    void actions.stepInto(id).then(onEnd);
  };

  return (
    <section className={css['personas']} aria-labelledby={heading} aria-busy={told === null}>
      <header className={css['head']}>
        <h2 id={heading}>{words.orElse}</h2>
        <p className={css['hint']}>{words.orElseHint}</p>
      </header>
      <ul className={css['row']}>
        {(told ?? []).map(({ id, likes }) => {
          const { name = '', sentence = '' } = words.personas[id] ?? {};
          return (
            <li key={id}>
              <button type="button" className={css['persona']} onClick={() => stepInto(id)}>
                <span className={css['pictures']}>
                  {likes.slice(0, PICTURES).map(({ index, item }) => (
                    <span key={index} className={css['picture']}>
                      <ItemPicture item={item} small />
                    </span>
                  ))}
                </span>
                <span className={css['name']}>{name}</span>
                <span className={css['sentence']}>{sentence}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
