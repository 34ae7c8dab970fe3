import type { Interest, ProductType } from './words/vocabulary.ts';
import { INTERESTS } from './words/vocabulary.ts';
import { DEPARTMENTS } from './words/departments/index.ts';

/** A product type with its place in the shop. Its items are the rows [begin, end). */
export interface Shelf {
  readonly type: ProductType;
  readonly department: number;
  readonly begin: number;
  readonly end: number;
}

/** What the simulation knows of the items and no shopper is told. */
export interface ItemTraits {
  readonly shelves: readonly Shelf[];
  /** Row of the shelf. Int16[itemCount]. */
  readonly shelf: Int16Array<ArrayBuffer>;
  /** Row of the brand over all departments. Int16[itemCount]. */
  readonly brand: Int16Array<ArrayBuffer>;
  /** Place on the axes of taste. Float32[itemCount, STYLE_WIDTH]. */
  readonly style: Float32Array<ArrayBuffer>;
  /** Price against others on the shelf, in deviations of its square root. Float32[itemCount]. */
  readonly relativePrice: Float32Array<ArrayBuffer>;
  /** What everybody sees in it, whatever their taste. Float32[itemCount]. */
  readonly appeal: Float32Array<ArrayBuffer>;
  /** Draw of the shelf on each interest. Float32[shelves, INTERESTS]. */
  readonly shelfInterest: Float32Array<ArrayBuffer>;
}

/** Draw of a department on each interest, in the order of `INTERESTS`. */
export function departmentInterest(department: number): number[] {
  const interests = DEPARTMENTS[department]!.interests;
  return INTERESTS.map((interest: Interest) => interests[interest] ?? 0);
}
