import { useId } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ShownItemMap } from '../../../client/lab/lab-state.ts';
import type { ShownItem } from '../../../client/state.ts';
import { itemIndex } from '../../../domain/ids.ts';
import { useActions } from '../../homebody-context.tsx';
import { ItemPicture } from '../../pictures/item-picture.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useLabWords } from '../lab-context.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { neighboursOf } from './neighbours.ts';
import css from './own-neighbours.module.css';
import { runOf } from './use-item-map-frames.ts';

/** Things of the visitor that are told of, and what lies next to each. */
const OWN = 6;
const NEXT = 3;

/** The map in words, where it matters most: what is yours, and what lies next to it. */
export function OwnNeighbours({ map }: { readonly map: ShownItemMap }): ReactNode {
  const words = useLabWords().map;
  const shop = useWords();
  const actions = useActions();
  const heading = useId();
  const own = [...map.own.keys()].filter((point) => map.own[point] === 1).slice(0, OWN);
  const around = own.map((point) => [point, ...neighboursOf(map.positions, point, NEXT)]);
  const rows = [...new Set(around.flat())].map((point) => itemIndex(map.items[point]!));
  const { value } = useAnswer(rows.length === 0 ? '' : `${runOf(map)} ${map.method} ${rows.join(' ')}`, () =>
    actions.itemsAt(rows),
  );
  const known = new Map(value?.map((shown) => [shown.index as number, shown]));
  const shownAt = (point: number): ShownItem | undefined => known.get(map.items[point]!);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={css['title']}>
        {words.own}
      </h2>
      {own.length === 0 ? (
        <p className={css['soft']}>{words.ownNone}</p>
      ) : (
        <ul className={css['list']} aria-busy={value === null}>
          {around.map(([point, ...next]) => {
            const shown = point === undefined ? undefined : shownAt(point);
            if (!shown) return null;
            return (
              <li key={shown.index} className={css['row']}>
                <div className={css['picture']}>
                  <ItemPicture item={shown.item} small />
                </div>
                <p className={css['text']}>
                  <Link href={`/product/${shown.index}`}>{shop.item(shown.item).title}</Link>
                  <span className={css['soft']}>
                    {words.next(
                      next.flatMap((one) => {
                        const thing = shownAt(one);
                        return thing ? [shop.item(thing.item).title] : [];
                      }),
                    )}
                  </span>
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
