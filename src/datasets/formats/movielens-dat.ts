import { filmOf } from './film.ts';
import type { ItemShape } from './item-table.ts';
import { movieLensPair } from './movielens-pair.ts';
import type { Reader } from './reader.ts';

const FILMS: ItemShape = {
  separator: '::',
  quotes: false,
  header: false,
  fieldsNeeded: 3,
  id: 0,
  read: [0, 1, 2],
  itemOf: ([id, title, genres]) => filmOf(id!, title!, genres!.split('|')),
};

/** MovieLens 1M and 10M: `ratings.dat`, with `movies.dat` for titles and genres. */
export const movieLensDat: Reader = movieLensPair({
  format: 'MovieLens 1M/10M',
  accepts: 'MovieLens 1M and 10M (ratings.dat with movies.dat)',
  log: 'ratings.dat',
  films: 'movies.dat',
  line: 'user, film, rating and time, separated by "::"',
  filmShape: FILMS,
  separator: '::',
});
