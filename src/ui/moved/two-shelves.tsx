import { memo } from 'react';
import type { CSSProperties, MemoExoticComponent, ReactNode } from 'react';
import type { FeedComparison, ShownItem } from '../../client/state.ts';
import type { ItemId } from '../../domain/ids.ts';
import { ItemPicture } from '../pictures/item-picture.tsx';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words-context.tsx';
import { FRONT_PLACES } from '../../domain/recommendation.ts';
import { changesBetween } from './changes.ts';
import type { Changes, MovedItem } from './changes.ts';
import css from './two-shelves.module.css';

export interface TwoShelvesProps {
  readonly compared: FeedComparison;
  /** Names of the two sides. */
  readonly before: string;
  readonly after: string;
  /** What was decided about and left for that. */
  readonly decided?: ReadonlySet<ItemId>;
}

/**
 * The first places of the shelves at two moments, side by side, with a line from each thing's old place to its
 * new one; for a reader the same as one list of sentences.
 */
export const TwoShelves: MemoExoticComponent<(props: TwoShelvesProps) => ReactNode> = memo(
  function TwoShelves({ compared, before, after, decided }: TwoShelvesProps): ReactNode {
    const words = useWords();
    const changes = changesBetween(compared.before, compared.after);
    const old = compared.before.slice(0, FRONT_PLACES);
    const now = compared.after.slice(0, FRONT_PLACES);
    const rows = Math.max(old.length, now.length);

    return (
      <div className={css['both']} style={{ '--rows': rows } as CSSProperties}>
        <ul className="aside-voice" aria-label={words.moved.list}>
          {sentencesOf(changes, words, decided).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className={css['side']} aria-hidden>
          {before}
        </p>
        <p className={css['side']} aria-hidden>
          {after}
        </p>
        <div className={css['column']} aria-hidden>
          {old.map((one, place) => (
            <Row key={one.index} place={place + 1} shown={one}>
              {changes.left.some((left) => left.index === one.index) && (
                <span className={css['gone']}>{words.moved.gone}</span>
              )}
            </Row>
          ))}
        </div>
        <svg className={css['lines']} viewBox={`0 0 100 ${rows}`} preserveAspectRatio="none" aria-hidden>
          <Lines items={changes.stayed} look="stayed" />
          <Lines items={changes.fell} look="fell" />
          <Lines items={changes.rose} look="rose" />
        </svg>
        <div className={css['column']} aria-hidden>
          {now.map((one, place) => (
            <Row key={one.index} place={place + 1} shown={one}>
              <Step one={one} changes={changes} />
            </Row>
          ))}
        </div>
      </div>
    );
  },
);

interface RowProps {
  readonly place: number;
  readonly shown: ShownItem;
  readonly children: ReactNode;
}

function Row({ place, shown, children }: RowProps): ReactNode {
  const words = useWords();
  return (
    <div className={css['row']}>
      <span className={css['place']}>{words.moved.place(place)}</span>
      <div className={css['picture']}>
        <ItemPicture item={shown.item} small />
      </div>
      <div className={css['text']}>
        <span className={css['title']}>{words.item(shown.item).title}</span>
        {children}
      </div>
    </div>
  );
}

/** How far a thing went, beside its new place. */
function Step({ one, changes }: { readonly one: ShownItem; readonly changes: Changes }): ReactNode {
  const words = useWords().moved;
  const same = (other: MovedItem): boolean => other.index === one.index;
  if (changes.came.some(same)) return <span className={css['new']}>{words.isNew}</span>;
  const rose = changes.rose.find(same);
  if (rose) return <span className={css['up']}>{words.upBy((rose.from ?? 0) - (rose.to ?? 0))}</span>;
  const fell = changes.fell.find(same);
  if (fell) return <span className={css['down']}>{words.downBy((fell.to ?? 0) - (fell.from ?? 0))}</span>;
  return null;
}

function Lines({ items, look }: { readonly items: readonly MovedItem[]; readonly look: string }): ReactNode {
  return items.map(({ index, from, to }) => {
    if (from === null || to === null) return null;
    const [y, end] = [from - 0.5, to - 0.5];
    return <path key={index} className={css[look]} d={`M0 ${y}C45 ${y} 55 ${end} 100 ${end}`} />;
  });
}

/** Each movement in words: what came, rose, fell and left. */
function sentencesOf(
  changes: Changes,
  words: Words,
  decided: ReadonlySet<ItemId> | undefined,
): readonly string[] {
  const title = (one: MovedItem): string => words.item(one.item).title;
  const step = (one: MovedItem): string => words.moved.fromTo(title(one), one.from ?? 0, one.to ?? 0);
  return [
    ...changes.came.map((one) => words.moved.came(title(one), one.to ?? 0)),
    ...changes.rose.map(step),
    ...changes.fell.map(step),
    ...changes.left.map((one) =>
      decided?.has(one.item.id)
        ? words.moved.decided(title(one), one.from ?? 0)
        : words.moved.left(title(one), one.from ?? 0),
    ),
    ...changes.stayed.map((one) => words.moved.stayed(title(one), one.to ?? 0)),
  ];
}
