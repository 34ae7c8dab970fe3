import { strToU8, zipSync } from 'fflate';
import { createRng } from '../../src/domain/rng.ts';

const GENRES = ['Comedy', 'Drama', 'Thriller', 'Western'] as const;

/** An invented data set in MovieLens' form: four tastes, each of which prefers one genre. */
export function inventedMovieLens(): { ratings: string; movies: string } {
  const rng = createRng(7);
  const movies = ['movieId,title,genres'];
  for (let id = 1; id <= 240; id++) {
    movies.push(`${id},"The Invented Film, Part ${id} (${1950 + (id % 70)})",${GENRES[id % 4]}|Invented`);
  }
  const ratings = ['userId,movieId,rating,timestamp'];
  for (let user = 1; user <= 160; user++) {
    const seen = new Set<number>();
    while (seen.size < 25) {
      const own = rng.next() < 0.8;
      const group = own ? user % 4 : rng.int(4);
      const movie = 1 + ((group + 4 * Math.floor(60 * rng.next() ** 2) - 1 + 240) % 240);
      if (seen.has(movie)) continue;
      seen.add(movie);
      ratings.push(`${user},${movie},${own ? 5 : 2},${1_000_000_000 + user * 1000 + seen.size}`);
    }
  }
  return { ratings: `${ratings.join('\r\n')}\r\n`, movies: `${movies.join('\r\n')}\r\n` };
}

export function zipped(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).map(
    ([name, text]) => [`ml-invented/${name}`, strToU8(text)] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}
