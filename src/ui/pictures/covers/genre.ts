/** What a cover says of a genre by its ornament alone. */
export type Ornament =
  | 'blinds'
  | 'sun'
  | 'orbit'
  | 'confetti'
  | 'arcs'
  | 'grid'
  | 'shapes'
  | 'staves'
  | 'stripes'
  | 'cracks'
  | 'spiral'
  | 'print'
  | 'keyhole'
  | 'burst'
  | 'contours'
  | 'curtain'
  | 'stars'
  | 'bounce'
  | 'lattice';

/** Genres by a word of their name, in English and in Chinese; the first that fits decides. */
const GENRES: readonly (readonly [RegExp, Ornament])[] = [
  [/noir|黑色/iu, 'blinds'],
  [/western|西部/iu, 'sun'],
  [/sci-?fi|science.?fiction|科幻/iu, 'orbit'],
  [/documentar|纪录/iu, 'grid'],
  [/child|儿童|kids|family/iu, 'shapes'],
  [/animation|anime|动画/iu, 'bounce'],
  [/musical|music|音乐|歌舞/iu, 'staves'],
  [/war|战争/iu, 'stripes'],
  [/horror|恐怖/iu, 'cracks'],
  [/myster|悬疑|推理/iu, 'keyhole'],
  [/crime|犯罪/iu, 'print'],
  [/thriller|惊悚/iu, 'spiral'],
  [/fantasy|奇幻/iu, 'stars'],
  [/adventure|冒险|travel/iu, 'contours'],
  [/romance|love|爱情|poetry/iu, 'arcs'],
  [/comed|humou?r|喜剧/iu, 'confetti'],
  [/action|动作/iu, 'burst'],
  [/drama|剧情|fiction|novel/iu, 'curtain'],
];

/**
 * The ornament of the first genre that has one. A drama that is also something else is told by the other: half
 * of all films are dramas.
 */
export function ornamentOf(department: string, tags: readonly string[]): Ornament {
  const genres = [department, ...tags];
  const known = genres.flatMap((genre) => GENRES.find(([words]) => words.test(genre))?.[1] ?? []);
  return known.find((ornament) => ornament !== 'curtain') ?? known[0] ?? 'lattice';
}
