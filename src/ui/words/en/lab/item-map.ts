import type { ItemMap } from '../../../../domain/lab.ts';
import { counted, f, quoted } from '../voice.ts';
import { lf } from './voice.ts';

/** Items as points. */
export const itemMap = {
  name: 'Map of the model',
  of: 'Seen by',
  serving: (model: string): string => `${model}, which ranks the shelves`,
  servingNone: 'The model that ranks the shelves: none yet',
  empty: 'No model yet',
  emptyHint: 'As soon as one is trained, its map is here.',
  cannot: 'This model has no map',
  cannotHint: 'It knows nothing of single things that could be drawn. Choose another.',
  drawing: 'Drawing the map',
  about: (things: number, places: number): string =>
    `${counted(things, 'thing', 'things')}, ${counted(places, 'neighbourhood', 'neighbourhoods')} of one department.`,
  pca: (source: ItemMap['source'], [x, y]: readonly [number, number]): string =>
    `The two directions in which ${source === 'weights' ? 'the weights of things' : 'the traits of things'} differ most: ${lf.share(x)} and ${lf.share(y)} of all differences. What lies far apart is unlike; what lies close may still differ in other ways.`,
  moving: 'Each thing looks for its neighbours.',
  layout: 'Laid out so that neighbours stay together. Near is alike; how far groups lie apart means little.',
  toLayout: 'Lay out by neighbours',
  toPca: 'Back to the two directions',
  stop: 'Stop here',
  key: 'Departments',
  yours: 'Yours',
  own: 'Yours, and what lies next to them',
  ownNone: 'Like or buy something, and it is marked on the map.',
  next: (titles: readonly string[]): string => `Next to it: ${f.list(titles.map(quoted))}.`,
};
