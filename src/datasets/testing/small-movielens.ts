/** An invented set in the forms of MovieLens: six films, of which one is never rated, and nine ratings. */
export interface SmallRating {
  readonly user: number;
  readonly film: number;
  readonly rating: number;
  /** Unix seconds. */
  readonly at: number;
}

export const FILMS: readonly {
  readonly id: number;
  readonly title: string;
  readonly genres: readonly string[];
}[] = [
  { id: 10, title: 'Lighthouse Keeper, The (1951)', genres: ['Drama', 'Romance'] },
  { id: 20, title: 'Night Tram, Fog (1988)', genres: ['Thriller'] },
  { id: 30, title: "Été des cigales, L' (1974)", genres: ['Comedy', 'Drama'] },
  { id: 40, title: 'Seven "Small" Boats (2003)', genres: ['Adventure'] },
  { id: 50, title: 'Untold', genres: [] },
  { id: 60, title: 'Nobody Came (1999)', genres: ['Horror'] },
];

export const RATINGS: readonly SmallRating[] = [
  { user: 3, film: 20, rating: 4, at: 1_000_000_000 },
  { user: 3, film: 10, rating: 5, at: 1_000_000_060 },
  { user: 1, film: 20, rating: 2, at: 1_000_000_100 },
  { user: 1, film: 30, rating: 3, at: 1_000_000_200 },
  { user: 2, film: 40, rating: 1, at: 1_000_000_300 },
  { user: 2, film: 50, rating: 5, at: 1_000_000_400 },
  { user: 2, film: 10, rating: 4, at: 1_000_000_500 },
  { user: 7, film: 99, rating: 3, at: 1_000_000_600 }, // a film that the catalogue lacks
  { user: 7, film: 30, rating: 4, at: 1_100_000_000 },
];

const GENRES_100K =
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western".split(
    '|',
  );

export function uData(ratings: readonly SmallRating[] = RATINGS): string {
  return ratings.map(({ user, film, rating, at }) => `${user}\t${film}\t${rating}\t${at}\n`).join('');
}

export function uItem(): string {
  return FILMS.map(({ id, title, genres }) => {
    const flags = GENRES_100K.map((genre) => (genres.includes(genre) ? '1' : '0'));
    return `${[id, title, '01-Jan-1999', '', 'http://example.test/', ...flags].join('|')}\n`;
  }).join('');
}

export function ratingsDat(ratings: readonly SmallRating[] = RATINGS): string {
  return ratings.map(({ user, film, rating, at }) => `${user}::${film}::${rating}::${at}\n`).join('');
}

export function moviesDat(): string {
  return FILMS.map(({ id, title, genres }) => `${id}::${title}::${genres.join('|')}\n`).join('');
}

export function ratingsCsv(ratings: readonly SmallRating[] = RATINGS): string {
  const rows = ratings.map(({ user, film, rating, at }) => `${user},${film},${rating.toFixed(1)},${at}\r\n`);
  return `userId,movieId,rating,timestamp\r\n${rows.join('')}`;
}

export function moviesCsv(): string {
  const rows = FILMS.map(({ id, title, genres }) => {
    const shown = /[",]/.test(title) ? `"${title.replaceAll('"', '""')}"` : title;
    return `${id},${shown},${genres.join('|') || '(no genres listed)'}\r\n`;
  });
  return `movieId,title,genres\r\n${rows.join('')}`;
}
