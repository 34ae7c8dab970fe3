import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ShownItem } from '../../../client/state.ts';
import { ItemPicture } from '../../pictures/item-picture.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useLabWords } from '../lab-context.tsx';
import { modelColour } from '../model-colour.ts';
import css from './two-lists.module.css';

type List = readonly ShownItem[] | null;

export interface TwoListsProps {
  readonly names: readonly [string, string];
  readonly models: readonly [string, string];
  /** Best first; null where the model goes by a history and nothing of it is liked. */
  readonly lists: readonly [List, List];
  readonly stale: boolean;
}

/** Two lists side by side; beside each thing, where it stands on the other. */
export function TwoLists({ names, models, lists, stale }: TwoListsProps): ReactNode {
  const words = useLabWords().compare;
  const [one, other] = lists;
  const shared = one?.filter(({ index }) => other?.some((thing) => thing.index === index)).length;
  return (
    <>
      {one && other && <p>{words.shared(shared ?? 0, one.length)}</p>}
      <div className={[css['both'], stale && css['stale']].filter(Boolean).join(' ')}>
        <Side name={names[0]} model={models[0]} list={one} other={other} />
        <Side name={names[1]} model={models[1]} list={other} other={one} />
      </div>
    </>
  );
}

interface SideProps {
  readonly name: string;
  readonly model: string;
  readonly list: List;
  readonly other: List;
}

function Side({ name, model, list, other }: SideProps): ReactNode {
  const words = useLabWords().compare;
  const shop = useWords();
  return (
    <section aria-label={name} className={css['side']}>
      <h3 className={css['name']}>
        <span className={css['hue']} style={{ background: modelColour(model) }} aria-hidden />
        {name}
      </h3>
      {list === null ? (
        <p className={css['soft']}>{words.nothingLiked}</p>
      ) : (
        <ol className={css['list']}>
          {list.map(({ index, item }, place) => {
            const there = other?.findIndex((thing) => thing.index === index) ?? -1;
            return (
              <li key={index} className={css['row']} data-item={index}>
                <span className={css['place']} aria-hidden>
                  {shop.formats.number(place + 1)}
                </span>
                <div className={css['picture']}>
                  <ItemPicture item={item} small />
                </div>
                <div className={css['text']}>
                  <Link href={`/product/${index}`} className={css['title']}>
                    {shop.item(item).title}
                  </Link>
                  <span className={there < 0 && other ? css['only'] : css['soft']}>
                    {other ? (there < 0 ? words.only : words.there(there + 1)) : ''}
                  </span>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
