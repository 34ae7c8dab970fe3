import type { ReactNode } from 'react';
import type { Item } from '../../domain/item.ts';
import { titleOf } from './cover-title.ts';
import css from './cover.module.css';
import { hashOf } from './hash.ts';
import type { PictureView } from './picture-views.ts';

const CLOTHS = 8;
const TOOLINGS = 6;
/** Longest titles, in characters, of the three sizes of lettering. */
const LARGE = 14;
const MEDIUM = 32;

/** A cloth-bound cover: the title in gold, the genre's colour and tooling, the year at the foot. */
export function Cover({
  item,
  small,
}: {
  readonly item: Item;
  readonly small: boolean;
  readonly view: PictureView;
}): ReactNode {
  const genre = hashOf(item.department);
  const cloth = css[`cloth${(genre % CLOTHS) + 1}`];
  // The second genre chooses the tooling, so that one colour holds several kinds.
  const tooling = hashOf(item.tags?.[1] ?? item.tags?.[0] ?? item.department) % TOOLINGS;
  const title = titleOf(item.title);
  const size = title.length <= LARGE ? 'large' : title.length <= MEDIUM ? 'medium' : 'fine';

  return (
    <div className={[css['cover'], cloth].join(' ')}>
      <Tooling kind={tooling} />
      {small ? (
        <span className={css['initial']}>{title.slice(0, 1)}</span>
      ) : (
        <div className={css['plate']}>
          <span className={[css['title'], css[size]].join(' ')}>{title}</span>
          {item.year !== undefined && <span className={css['year']}>{item.year}</span>}
        </div>
      )}
    </div>
  );
}

function Tooling({ kind }: { readonly kind: number }): ReactNode {
  return (
    <svg className={css['tooling']} viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice">
      {TOOLING_PATHS[kind]?.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

const every = (count: number, path: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => path(i)).join('');

const TOOLING_PATHS: readonly (readonly string[])[] = [
  // Rays from below.
  [
    every(
      15,
      (i) =>
        `M50 112L${(50 + 110 * Math.cos((i * Math.PI) / 14)).toFixed(1)} ${(112 - 130 * Math.sin((i * Math.PI) / 14)).toFixed(1)}`,
    ),
  ],
  // Waves at the foot.
  [every(5, (i) => `M-10 ${72 + i * 7}q7.5 -6 15 0t15 0t15 0t15 0t15 0t15 0t15 0t15 0`)],
  // A moon over hills.
  ['M76 46a11 11 0 1 0 9 18a13 13 0 0 1 -9 -18z', 'M-5 86q20 -18 44 -4t66 -10M-5 94q26 -14 52 -3t60 -8'],
  // Frames within frames.
  ['M5 5h90v90h-90z', 'M8.5 8.5h83v83h-83z', 'M5 14l9 -9M86 5l9 9M95 86l-9 9M14 95l-9 -9'],
  // Lattice.
  [every(9, (i) => `M${-40 + i * 20} 100l60 -60M${i * 20 - 40} 40l60 60`)],
  // Falling leaves.
  [
    every(7, (i) => {
      const x = (i * 37 + 9) % 96;
      const y = 58 + ((i * 23) % 40);
      return `M${x} ${y}q8 -7 13 2q-8 6 -13 -2zM${x} ${y}l13 2`;
    }),
  ],
];
