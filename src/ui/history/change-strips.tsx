import type { ReactNode } from 'react';
import type { Changes, MovedItem } from '../moved/changes.ts';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './change-strips.module.css';

/** Things of each kind of change that are shown. */
const SHOWN = 3;

/** What would come, rise, leave and fall, a strip of pictures each, where there is no room for both shelves. */
export function ChangeStrips({ changes }: { readonly changes: Changes }): ReactNode {
  const words = useWords().moved.without;
  const strips: readonly (readonly [string, readonly MovedItem[]])[] = [
    [words.came(changes.came.length), changes.came],
    [words.rose(changes.rose.length), changes.rose],
    [words.left(changes.left.length), changes.left],
    [words.fell(changes.fell.length), changes.fell],
  ];
  const some = strips.filter(([, items]) => items.length > 0);
  if (some.length === 0) return null;
  return (
    <div className={css['strips']}>
      {some.map(([name, items]) => (
        <Strip key={name} name={name} items={items} />
      ))}
    </div>
  );
}

function Strip({ name, items }: { readonly name: string; readonly items: readonly MovedItem[] }): ReactNode {
  const words = useWords();
  const more = items.length - SHOWN;
  return (
    <section aria-label={name}>
      <h3 className={css['name']}>{name}</h3>
      <ul className={css['things']}>
        {items.slice(0, SHOWN).map((one) => (
          <li key={one.index} className={css['thing']}>
            <div className={css['picture']}>
              <ItemPicture item={one.item} small />
            </div>
            <span className={css['title']}>{words.item(one.item).title}</span>
            <span className={css['step']}>{stepOf(one, words.moved.without)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={css['step']}>{words.moved.without.more(more)}</p>}
    </section>
  );
}

interface StepWords {
  readonly step: (from: number, to: number) => string;
  readonly at: (place: number) => string;
}

function stepOf({ from, to }: MovedItem, words: StepWords): string {
  if (from !== null && to !== null) return words.step(from, to);
  return words.at(to ?? from ?? 0);
}
