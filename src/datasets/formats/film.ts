import { itemId } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import { parseFilmTitle } from './film-title.ts';

/** MovieLens' words for "no genre". */
const NO_GENRE = new Set(['', 'unknown', '(no genres listed)']);

/** A film from its raw title and genres: the first genre is its department, the others are tags. */
export function filmOf(id: string, rawTitle: string, rawGenres: readonly string[]): Item {
  const [department = '', ...tags] = rawGenres
    .map((genre) => genre.trim())
    .filter((genre) => !NO_GENRE.has(genre));
  const { title, year } = parseFilmTitle(rawTitle);
  return {
    id: itemId(id),
    title: title === '' ? id : title,
    department,
    ...(tags.length > 0 ? { tags } : {}),
    ...(year === undefined ? {} : { year }),
  };
}
