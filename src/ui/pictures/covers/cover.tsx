import type { ReactNode } from 'react';
import type { Item } from '../../../domain/item.ts';
import { hashOf } from '../hash.ts';
import type { PictureView } from '../picture-views.ts';
import { titleOf } from './cover-title.ts';
import cloths from './cloths.module.css';
import css from './cover.module.css';
import { ornamentOf } from './genre.ts';
import type { Ornament } from './genre.ts';
import { monogramOf, sizeOf } from './lettering.ts';
import { ORNAMENTS } from './ornaments.ts';

/** Where the title stands, and the room that it has there. */
const LAYOUTS = [
  ['plate', { wide: 76, high: 62 }],
  ['band', { wide: 77, high: 28 }],
  ['label', { wide: 64, high: 40 }],
  ['foot', { wide: 76, high: 34 }],
  ['medallion', { wide: 78, high: 26 }],
] as const;
/** Cloths that a genre is bound in, so that a shelf of one genre is of one family and still varied. */
const CLOTHS: Readonly<Record<Ornament, readonly string[]>> = {
  blinds: ['cloth8', 'bone', 'cloth2'],
  sun: ['clay', 'cloth5', 'butter'],
  orbit: ['cloth2', 'cloth6', 'cloth7'],
  confetti: ['butter', 'rose', 'cloth5'],
  arcs: ['rose', 'cloth4', 'cloth1'],
  grid: ['bone', 'cloth7', 'duck'],
  shapes: ['butter', 'duck', 'clay'],
  bounce: ['duck', 'butter', 'cloth7'],
  staves: ['bone', 'cloth4', 'cloth3'],
  stripes: ['cloth3', 'cloth8', 'sage'],
  cracks: ['cloth8', 'cloth1', 'cloth6'],
  spiral: ['cloth1', 'cloth8', 'bone'],
  print: ['cloth8', 'cloth2', 'bone'],
  keyhole: ['cloth6', 'cloth3', 'cloth4'],
  burst: ['clay', 'cloth1', 'butter'],
  contours: ['sage', 'cloth3', 'cloth7'],
  curtain: ['cloth1', 'cloth4', 'cloth2', 'rose', 'cloth5', 'bone'],
  stars: ['cloth6', 'cloth2', 'duck'],
  lattice: ['cloth3', 'cloth7', 'sage', 'bone'],
};

export interface CoverProps {
  readonly item: Item;
  readonly small: boolean;
  readonly view: PictureView;
}

/** A printed cover: its genre by its ornament and its cloth, its title in lettering that fits, the year. */
export function Cover({ item, small, view }: CoverProps): ReactNode {
  const title = titleOf(item.title);
  const hash = hashOf(item.id);
  const ornament = ornamentOf(item.department, item.tags ?? []);
  const family = CLOTHS[ornament];
  const cloth = family[hash % family.length]!;
  const [layout, plate] = LAYOUTS[(hash >>> 8) % LAYOUTS.length]!;
  const { fill, tone, line } = ORNAMENTS[ornament];

  // From near, letters can be read even on a stamp.
  const stamp = small && view === 'front';
  const bare = stamp || view === 'material';
  return (
    <div className={[css['cover'], cloths[cloth], css[bare ? 'bare' : layout], css[view]].join(' ')}>
      <svg className={css['ornament']} viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice">
        {tone !== undefined && <path className={css['tone']} d={tone} />}
        {fill !== undefined && <path className={css['fill']} d={fill} />}
        {line !== undefined && <path className={css['line']} d={line} />}
      </svg>
      {stamp ? (
        <span className={css['monogram']} data-long={monogramOf(title).length > 2 || undefined}>
          {monogramOf(title)}
        </span>
      ) : (
        view !== 'material' && (
          <div className={css['lettering']}>
            <span className={[css['title'], css[`size${sizeOf(title, plate)}`]].join(' ')}>{title}</span>
            {item.year !== undefined && <span className={css['year']}>{item.year}</span>}
          </div>
        )
      )}
    </div>
  );
}
