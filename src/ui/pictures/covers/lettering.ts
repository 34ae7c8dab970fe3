/** Sizes of lettering on a cover, in hundredths of its width, largest first. */
export const SIZES = [17, 14.5, 12.5, 11, 9.5, 8.2, 7, 6] as const;
/** What lettering may fill, in the same unit. */
export interface Plate {
  readonly wide: number;
  readonly high: number;
}
/** Width of a letter and height of a line, as parts of the size of the lettering. */
const LATIN = 0.54;
const CJK = 1;
const LINE = 1.1;

const CJK_LETTER = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (CJK_LETTER.test(letter) ? CJK : LATIN), 0);

/** Place in `SIZES` of the largest lettering in which a title fits: no word broken, all lines within the plate. */
export function sizeOf(title: string, { wide, high }: Plate): number {
  const widest = Math.max(
    ...title.split(/[\s-]+/u).map((word) => (CJK_LETTER.test(word) ? CJK : widthOf(word))),
  );
  const long = widthOf(title);
  const fits = SIZES.findIndex((size) => {
    // A line is on average filled to five sixths.
    const lines = Math.ceil((long * size) / (wide * 0.83));
    return widest * size <= wide && lines * size * LINE <= high;
  });
  return fits === -1 ? SIZES.length - 1 : fits;
}

const SMALL_WORDS = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'in',
  'to',
  'la',
  'le',
  'les',
  'il',
  'el',
  'der',
  'die',
  'das',
  'de',
  'on',
  'for',
]);
/** A whole title of so few letters stands on a stamp. */
const SHORT = 5;

/** What of a title is still read on a stamp: a very short one, one or two Chinese characters, or its initials. */
export function monogramOf(title: string): string {
  const bare = title.replaceAll(/\(.*?\)/gu, '').trim();
  if (CJK_LETTER.test(bare.slice(0, 1))) return Array.from(bare).slice(0, 2).join('');
  if (bare.length <= SHORT) return bare;
  const words = bare.split(/[\s:,.&!?'’–—-]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  const chosen = telling.length > 0 ? telling : words;
  return chosen
    .slice(0, 2)
    .map((word) => Array.from(word)[0]!.toUpperCase())
    .join('');
}
