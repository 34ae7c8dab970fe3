import type { Item } from '../../domain/item.ts';
import { filmOf } from './film.ts';
import type { ItemShape } from './item-table.ts';
import { movieLensPair } from './movielens-pair.ts';
import type { Reader } from './reader.ts';

/** The order of the flags, as in u.genre of the original. */
const GENRES =
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western".split(
    '|',
  );
/** u.item: id, title, release date `dd-Mon-yyyy`, video release date, address, then one flag a genre. */
const FIRST_FLAG = 5;
const FILMS: ItemShape = {
  separator: '|',
  quotes: false,
  header: false,
  fieldsNeeded: FIRST_FLAG + 1,
  id: 0,
  read: [0, 1, 2, ...GENRES.map((_, genre) => FIRST_FLAG + genre)],
  itemOf: filmOfFields,
};

/** `u.data`, with `u.item` for titles and genres. */
export const movieLens100k: Reader = movieLensPair({
  format: 'MovieLens 100K',
  accepts: 'MovieLens 100K (u.data with u.item)',
  log: 'u.data',
  films: 'u.item',
  line: 'user, item, rating and time, separated by tabs',
  filmShape: FILMS,
  separator: '\t',
});

function filmOfFields(fields: readonly string[]): Item {
  const genres = GENRES.filter((_, genre) => fields[FIRST_FLAG + genre] === '1');
  const film = filmOf(fields[0]!, fields[1]!, genres);
  const released = /\d{4}$/.exec(fields[2]!);
  return film.year === undefined && released ? { ...film, year: Number(released[0]) } : film;
}
