import type { Item, ItemPicture } from '../../../domain/item.ts';
import type { Sitter } from '../drawings/drawing.ts';
import { hashOf } from '../hash.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  pair: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
};

/** "set of four", "three bars" and "pair of" say how many; "24 pieces" says what is in one box. */
function piecesIn(words: string): number {
  for (const word of words.split(/[\s-]+/u)) {
    const number = NUMBERS[word];
    if (number !== undefined) return number;
  }
  return 1;
}

/** What an item's drawing depends on. The same item gives the same. */
export function sitterOf(item: Item, picture: ItemPicture): Sitter {
  const form = picture.form ?? '';
  const size = item.attributes?.['size'] ?? '';
  return {
    form,
    title: item.title,
    size,
    variation: picture.variation,
    pieces: Math.max(piecesIn(form), piecesIn(size)),
    material: picture.material,
    way: (what, count) => hashOf(`${what} of ${item.id}`) % count,
  };
}
