import type { ItemPicture } from '../../../domain/item.ts';
import type { ColourName, PaletteName } from './colours.ts';
import type { MaterialName } from './materials.ts';

/** What people come for. The axes of a shopper's interests and of a product type's appeal. */
export const INTERESTS = ['cooking', 'outdoors', 'comfort', 'growing', 'reading', 'making'] as const;
export type Interest = (typeof INTERESTS)[number];
export type InterestWeights = Readonly<Partial<Record<Interest, number>>>;

/** When in the year a thing is wanted. */
export interface Season {
  /** Month of the peak, 0 January … 11 December. */
  readonly peak: number;
  /** Extra demand at the peak, as a multiple of the demand out of season. */
  readonly swing: number;
}

/**
 * The forms of a product type by their noun phrase, each with the sentence that opens its description.
 * A form that has a colour of its own (a jam, a seed) gives it, and its title then names neither colour nor
 * material.
 */
export type Forms = Readonly<Record<string, string | readonly [sentence: string, colour: ColourName]>>;

export interface ProductType {
  /** Stem of the item ids, e.g. `kettle`. Unique over all departments. */
  readonly id: string;
  /** A book: it has an author and a format instead of a material. */
  readonly bound?: boolean;
  /** Number of products of this type. */
  readonly count?: number;
  /** Cheapest and dearest, in whole euros. */
  readonly euros: readonly [number, number];
  readonly materials: readonly MaterialName[];
  /** Materials of the forms that are not made of all of them. */
  readonly only?: Readonly<Record<string, readonly MaterialName[]>>;
  /** Colours of the materials that take colour. */
  readonly colours?: PaletteName;
  /** Patterns besides plain, where the material takes them. */
  readonly patterns?: readonly ItemPicture['pattern'][];
  /** Either forms, from which titles are composed … */
  readonly forms?: Forms;
  /** … or finished titles (books, games), with sentences that can open any of them. */
  readonly titles?: readonly string[];
  readonly openers?: readonly string[];
  /** Smallest first; a part of the title. */
  readonly sizes?: readonly string[];
  /** Second sentences of descriptions. */
  readonly says: readonly string[];
  /** Interests beyond those of the department. */
  readonly leans?: InterestWeights;
  readonly season?: Season;
  /** Days after which it is used up and bought again. */
  readonly lasts?: number;
  /** Types of the accessories that follow it home. */
  readonly goesWith?: readonly string[];
}

export interface DepartmentWords {
  readonly name: string;
  readonly interests: InterestWeights;
  readonly season?: Season;
  readonly brands: readonly string[];
  /** Second sentences that name the maker, as `{brand}`. */
  readonly makers: readonly string[];
  readonly types: readonly ProductType[];
}
