import { itemId } from '../../domain/ids.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import type { Item, ItemPicture } from '../../domain/item.ts';
import { createRng } from '../../domain/rng.ts';
import type { Rng } from '../../domain/rng.ts';
import { nearNormal, pick } from './chance.ts';
import { attributesOf, describe } from './descriptions.ts';
import { drawPrice, drawStock } from './prices.ts';
import { DEMO_CURRENCY, STYLE_WIDTH } from './shape.ts';
import { departmentInterest } from './traits.ts';
import type { ItemTraits, Shelf } from './traits.ts';
import { createVariants, productCount } from './variants.ts';
import type { Variant } from './variants.ts';
import { ACCENTS_ON_DARK, ACCENTS_ON_LIGHT, COLOURS } from './words/colours.ts';
import { DEPARTMENTS } from './words/departments/index.ts';
import { SERIES } from './words/names.ts';
import { INTERESTS } from './words/vocabulary.ts';

export interface DemoCatalogue {
  readonly seed: number;
  readonly items: readonly Item[];
  readonly departments: readonly string[];
  readonly currency: string;
  /** The catalogue's own copy: slice its arrays before transferring them. */
  readonly facts: ItemFacts;
  /** For the simulation and its truth; no recommender may look. */
  readonly traits: ItemTraits;
}

interface Brand {
  readonly name: string;
  readonly row: number;
  /** 0 … 1, moves prices. */
  readonly pride: number;
  readonly style: Float32Array;
}

/** All makers by row. One that sells in two departments is one maker. */
export const BRAND_NAMES: readonly string[] = [
  ...new Set(DEPARTMENTS.flatMap((department) => department.brands)),
];

/** All shelves in order, with the rows of their items. The same for every seed. */
export function createShelves(): Shelf[] {
  const shelves: Shelf[] = [];
  let begin = 0;
  for (const [department, words] of DEPARTMENTS.entries()) {
    for (const type of words.types) {
      const end = begin + productCount(type);
      shelves.push({ type, department, begin, end });
      begin = end;
    }
  }
  return shelves;
}

/**
 * The demo shop's products. Row = position in `items`; items of a type stand together, types of a department
 * too. One seed gives the same bytes everywhere. `seed`: any integer.
 */
export function createDemoCatalogue(seed: number): DemoCatalogue {
  const root = createRng(seed);
  const rng = root.fork('catalogue');
  const brands = createBrands(root.fork('brands'));
  const shelves = createShelves();
  const itemCount = shelves.at(-1)!.end;
  const traits: ItemTraits = {
    shelves,
    shelf: new Int16Array(itemCount),
    brand: new Int16Array(itemCount),
    style: new Float32Array(itemCount * STYLE_WIDTH),
    relativePrice: new Float32Array(itemCount),
    appeal: new Float32Array(itemCount),
    shelfInterest: drawShelfInterest(shelves, root.fork('shelves')),
  };
  const facts = {
    itemCount,
    department: new Int32Array(itemCount),
    brand: new Int32Array(itemCount),
    available: new Uint8Array(itemCount),
  };
  const items: Item[] = [];
  const taken = new Set<string>();
  for (const [row, shelf] of shelves.entries()) {
    const words = DEPARTMENTS[shelf.department]!;
    for (const variant of createVariants(shelf.type, rng, taken)) {
      const index = items.length;
      const brand = brandOf(words.brands, brands, variant, rng);
      const stock = drawStock(shelf.type, rng);
      facts.department[index] = shelf.department;
      facts.brand[index] = brand.row;
      facts.available[index] = stock > 0 ? 1 : 0;
      traits.shelf[index] = row;
      traits.brand[index] = brand.row;
      traits.appeal[index] = drawAppeal(rng);
      drawStyle(traits.style, index, variant, brand, rng);
      items.push({
        id: itemId(`${shelf.type.id}-${String(index).padStart(4, '0')}`),
        title: variant.title,
        department: words.name,
        brand: brand.name,
        tags: [labelOf(shelf.type.id)],
        attributes: attributesOf(shelf.type, variant, rng),
        price: drawPrice(shelf.type, variant, brand.pride, rng),
        stock,
        description: describe(words, shelf.type, variant, brand.name, rng),
        picture: pictureOf(shelf.type.id, variant, rng),
      });
    }
    comparePrices(items, shelf, traits.relativePrice);
  }
  return {
    seed,
    items,
    departments: DEPARTMENTS.map((department) => department.name),
    currency: DEMO_CURRENCY,
    facts,
    traits,
  };
}

function createBrands(rng: Rng): ReadonlyMap<string, Brand> {
  const brands = new Map<string, Brand>();
  for (const [row, name] of BRAND_NAMES.entries()) {
    const style = Float32Array.from({ length: STYLE_WIDTH }, () => nearNormal(rng));
    brands.set(name, { name, row, pride: rng.next(), style });
  }
  return brands;
}

/** A range belongs to one maker of the department; everything else to the larger ones more often. */
function brandOf(
  names: readonly string[],
  brands: ReadonlyMap<string, Brand>,
  variant: Variant,
  rng: Rng,
): Brand {
  const at =
    variant.series === ''
      ? Math.min(rng.int(names.length), rng.int(names.length + 2))
      : SERIES.indexOf(variant.series) % names.length;
  return brands.get(names[at]!)!;
}

/** Most products are ordinary, a few are what everybody talks about. */
function drawAppeal(rng: Rng): number {
  const darling = rng.next() < 0.06 ? 1.5 : 0;
  return Math.max(-0.8, 0.55 * nearNormal(rng)) + darling;
}

function drawStyle(style: Float32Array, index: number, variant: Variant, brand: Brand, rng: Rng): void {
  const [rustic, refined, technical] = variant.material.feel;
  const colour = COLOURS[variant.colour];
  const at = index * STYLE_WIDTH;
  style[at] = rustic;
  style[at + 1] = refined;
  style[at + 2] = technical;
  style[at + 3] = colour.warmth;
  style[at + 4] = colour.lightness;
  style[at + 5] = colour.vividness;
  style[at + 6] = variant.pattern === 'plain' || variant.pattern === 'grain' ? -0.4 : 0.9;
  for (let axis = 0; axis < STYLE_WIDTH; axis++) {
    style[at + axis] = style[at + axis]! + 0.45 * brand.style[axis]! + 0.25 * nearNormal(rng);
  }
}

/** Half from the department, the rest from the type's own leanings and a little chance. */
function drawShelfInterest(shelves: readonly Shelf[], rng: Rng): Float32Array<ArrayBuffer> {
  const width = INTERESTS.length;
  const interest = new Float32Array(shelves.length * width);
  for (const [row, shelf] of shelves.entries()) {
    const base = departmentInterest(shelf.department);
    for (const [axis, name] of INTERESTS.entries()) {
      interest[row * width + axis] =
        0.5 * base[axis]! + (shelf.type.leans?.[name] ?? 0) + 0.4 * nearNormal(rng);
    }
  }
  return interest;
}

function comparePrices(items: readonly Item[], shelf: Shelf, relative: Float32Array): void {
  let sum = 0;
  let squares = 0;
  for (let i = shelf.begin; i < shelf.end; i++) {
    const root = Math.sqrt(items[i]!.price!);
    sum += root;
    squares += root * root;
  }
  const count = shelf.end - shelf.begin;
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(squares / count - mean * mean, 1e-9));
  for (let i = shelf.begin; i < shelf.end; i++)
    relative[i] = (Math.sqrt(items[i]!.price!) - mean) / deviation;
}

function pictureOf(type: string, variant: Variant, rng: Rng): ItemPicture {
  const { lightness } = COLOURS[variant.colour];
  const accent = pick(rng, lightness > 0.2 ? ACCENTS_ON_LIGHT : ACCENTS_ON_DARK);
  return {
    type,
    ...(variant.form !== null && { form: variant.form }),
    material: variant.material.word,
    colour: variant.material.own?.hex ?? COLOURS[variant.colour].hex,
    accent: COLOURS[accent].hex,
    pattern: variant.pattern,
    variation: rng.int(1000) / 1000,
  };
}

/** `walking-boots` → `Walking boots`. */
function labelOf(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
}
