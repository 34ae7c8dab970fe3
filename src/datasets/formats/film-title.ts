/** Articles that catalogues put behind a title, in the languages that MovieLens has. */
const ARTICLES = [
  'The A An', // English
  "Le La Les L' Un Une", // French
  'El Los Las Una', // Spanish
  "Il Lo I Gli L'", // Italian
  'Der Die Das Den Dem Ein Eine', // German, Dutch, Scandinavian
  'De Het Det En Ett',
  'O Os As Uma', // Portuguese
].flatMap((line) => line.split(' '));

const TRAILING_ARTICLE = new RegExp(
  `^((?:a\\.?k\\.?a\\.? )?)(.+), (${[...new Set(ARTICLES)].join('|')})$`,
  'i',
);
/** `(1995)`, and `(2006-2007)` or `(2012- )` for series: the first year counts. */
const TRAILING_YEAR = /\s*\((\d{4})(?:\s?[-–]\s?(?:\d{4})?)?\)\s*$/;

export interface FilmTitle {
  readonly title: string;
  readonly year?: number;
}

/** Takes the year off a MovieLens title and puts articles in front: `Net, The (1995)` is `The Net`, 1995. */
export function parseFilmTitle(raw: string): FilmTitle {
  const trimmed = raw.trim();
  const match = TRAILING_YEAR.exec(trimmed);
  const bare = match ? trimmed.slice(0, match.index) : trimmed;
  if (!match || bare === '') return { title: withArticleFirst(trimmed) };
  return { title: withArticleFirst(bare), year: Number(match[1]) };
}

/** Also in alternative titles in brackets: `Postman, The (Postino, Il)` is `The Postman (Il Postino)`. */
function withArticleFirst(title: string): string {
  const bracket = title.indexOf(' (');
  const main = bracket < 0 ? title : title.slice(0, bracket);
  const rest = bracket < 0 ? '' : title.slice(bracket);
  return moved(main) + rest.replace(/\(([^()]+)\)/g, (_, inner: string) => `(${moved(inner)})`);
}

function moved(title: string): string {
  const match = TRAILING_ARTICLE.exec(title);
  if (!match) return title;
  const [, prefix, rest, article] = match;
  return `${prefix}${article}${article!.endsWith("'") ? '' : ' '}${rest}`;
}
