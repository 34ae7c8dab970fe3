import type { ItemPicture } from '../../domain/item.ts';
import type { Rng } from '../../domain/rng.ts';
import { pick, shuffle } from './chance.ts';
import { composeTitle } from './titles.ts';
import { PALETTES, PATTERN_WORDS } from './words/colours.ts';
import type { ColourName } from './words/colours.ts';
import { MATERIALS } from './words/materials.ts';
import type { Material } from './words/materials.ts';
import { SERIES } from './words/names.ts';
import type { ProductType } from './words/vocabulary.ts';

/** Everything about one product that its title, its picture and its description must agree on. */
export interface Variant {
  readonly title: string;
  /** Opens the description. */
  readonly opener: string;
  readonly form: string | null;
  readonly material: Material;
  readonly colour: ColourName;
  /** Whether the title names the colour. */
  readonly colourSaid: boolean;
  readonly pattern: ItemPicture['pattern'];
  readonly size: string | null;
  /** 0 the smallest … 1 the largest; 0.5 where there are no sizes. */
  readonly sizeRank: number;
  /** Name of the range, '' where the product is in none. */
  readonly series: string;
}

const PRODUCTS_PER_TYPE = 22;
const PATTERNED_SHARE = 0.4;
const SERIES_SHARE = 0.3;
/** After so many clashes of titles a product gets the name of a range. */
const PATIENCE = 12;
const COVERS: readonly ItemPicture['pattern'][] = ['plain', 'plain', 'stripes', 'dots', 'leaf', 'checks'];

export function productCount(type: ProductType): number {
  return type.count ?? PRODUCTS_PER_TYPE;
}

/** `productCount(type)` variants; no title among them, or in `taken`, twice. Adds theirs to `taken`. */
export function createVariants(type: ProductType, rng: Rng, taken: Set<string>): Variant[] {
  const count = productCount(type);
  if (type.titles) return shuffle(rng, titled(type, type.titles, rng)).slice(0, count);
  const forms = Object.entries(type.forms ?? {});
  if (forms.some(([, form]) => typeof form !== 'string')) {
    return shuffle(rng, packaged(type, rng)).slice(0, count);
  }
  shuffle(rng, forms);
  const variants: Variant[] = [];
  for (let tries = 0; variants.length < count; tries++) {
    const [form, opener] = forms[variants.length % forms.length]!;
    const variant = compose(type, form, String(opener), tries >= PATIENCE, rng);
    if (taken.has(variant.title)) continue;
    taken.add(variant.title);
    variants.push(variant);
    tries = -1;
  }
  return variants;
}

/** A made thing: form, material, colour, pattern, size and sometimes a range, each free of the others. */
function compose(type: ProductType, form: string, opener: string, named: boolean, rng: Rng): Variant {
  const material = MATERIALS[pick(rng, type.only?.[form] ?? type.materials)];
  const hide = material.word === 'leather' || material.word === 'suede';
  const dyed = type.colours === 'paper' || type.colours === 'glaze';
  const palette = PALETTES[hide && !dyed ? 'hide' : (type.colours ?? 'cloth')];
  const patterned = type.patterns !== undefined && material.takesPattern && rng.next() < PATTERNED_SHARE;
  const pattern = patterned ? pick(rng, type.patterns) : material.grain ? 'grain' : 'plain';
  const at = type.sizes ? rng.int(type.sizes.length) : 0;
  const size = type.sizes ? type.sizes[at]! : null;
  const series = (named || rng.next() < SERIES_SHARE) && !form.includes(' of ') ? pick(rng, SERIES) : '';
  const colour = material.own ? material.own.like : pick(rng, palette);
  const colourSaid = material.own === null;
  const stuff = stuffOf(material, colourSaid ? colour : '');
  return {
    title: composeTitle(form, stuff, PATTERN_WORDS[pattern], size, series, rng),
    opener,
    form,
    material,
    colour,
    colourSaid,
    pattern,
    size,
    sizeRank: rankOf(at, type.sizes?.length ?? 1),
    series,
  };
}

/** `red enamel`, `oak` or `red`. */
function stuffOf(material: Material, colour: string): string {
  if (!material.inTitle) return colour;
  return colour === '' ? material.word : `${colour} ${material.word}`;
}

function rankOf(at: number, count: number): number {
  return count < 2 ? 0.5 : at / (count - 1);
}

/** A thing in a tin, a jar or a packet, named by what is in it: all forms in all sizes. */
function packaged(type: ProductType, rng: Rng): Variant[] {
  const sizes = type.sizes ?? [null];
  return Object.entries(type.forms ?? {}).flatMap(([form, [opener, colour]]) =>
    sizes.map((size, at) => ({
      title: composeTitle(form, '', '', size, '', rng),
      opener: opener as string,
      form,
      material: MATERIALS[type.materials[0]!],
      colour: colour as ColourName,
      colourSaid: false,
      pattern: pick(rng, COVERS),
      size,
      sizeRank: rankOf(at, sizes.length),
      series: '',
    })),
  );
}

/** A book or a game: its title is its own. */
function titled(type: ProductType, titles: readonly string[], rng: Rng): Variant[] {
  return titles.map((title) => ({
    title,
    opener: pick(rng, type.openers ?? []),
    form: null,
    material: MATERIALS[pick(rng, type.materials)],
    colour: pick(rng, PALETTES[type.colours ?? 'paper']),
    colourSaid: false,
    pattern: pick(rng, COVERS),
    size: null,
    sizeRank: 0.5,
    series: '',
  }));
}
