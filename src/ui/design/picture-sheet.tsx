import type { ReactNode } from 'react';
import { itemId } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import { useHomebody } from '../homebody-context.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './picture-sheet.module.css';
import { Sheet } from './sheet.tsx';

/** Invented films, one for each way that a cover can be set. */
const FILMS: readonly Item[] = (
  [
    ['The Lamplighter', 'Drama', 1962],
    ['Nine Trains to Ostend', 'Thriller', 1948],
    ['Orbit', 'Sci-Fi', 1997],
    ['My Cousin the Count', 'Comedy', 1934],
    ['Salt', 'Western', 1971],
    ['The House That Hums at Night', 'Horror', 1983],
    ['Two Umbrellas', 'Romance', 2004],
    ['How Rivers Are Made', 'Documentary', 2011],
  ] as const
).map(([title, department, year]) => ({ id: itemId(title), title, department, tags: [department], year }));

const SHOWN = 12;

export function PictureSheet(): ReactNode {
  const words = useWords();
  const cards = useHomebody((state) => state.cards);
  return (
    <>
      <Sheet title={words.design.pictures}>
        {cards === null && <p role="status">{words.design.loading}</p>}
        <Pictures items={cards?.slice(0, SHOWN).map((card) => card.item) ?? []} />
      </Sheet>
      <Sheet title={words.design.covers} hint={words.design.coversHint}>
        <Pictures items={FILMS} />
      </Sheet>
    </>
  );
}

function Pictures({ items }: { readonly items: readonly Item[] }): ReactNode {
  const words = useWords();
  return (
    <ul className={css['pictures']}>
      {items.map((item) => (
        <li key={item.id}>
          <div className={css['large']}>
            <ItemPicture item={item} />
          </div>
          <div className={css['caption']}>
            <div className={css['small']}>
              <ItemPicture item={item} small />
            </div>
            <span>{words.item(item).title}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
