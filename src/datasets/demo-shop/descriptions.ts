import type { Rng } from '../../domain/rng.ts';
import { pick } from './chance.ts';
import type { Variant } from './variants.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './words/names.ts';
import { PATTERN_WORDS } from './words/colours.ts';
import type { DepartmentWords, ProductType } from './words/vocabulary.ts';

/** Two sentences: what this form does, then a word on its making, its material or its maker. */
export function describe(
  department: DepartmentWords,
  type: ProductType,
  variant: Variant,
  brand: string,
  rng: Rng,
): string {
  const roll = rng.next();
  const notes = type.titles === undefined && variant.material.inTitle ? variant.material.notes : [];
  let second: string;
  if (roll < 0.2) second = pick(rng, department.makers).replaceAll('{brand}', brand);
  else if (roll < 0.55 && notes.length > 0) second = pick(rng, notes);
  else second = pick(rng, type.says);
  return `${variant.opener} ${second}`;
}

/** Named attributes, as a shop would list them. A book has an author instead of a material. */
export function attributesOf(type: ProductType, variant: Variant, rng: Rng): Record<string, string> {
  if (type.bound) {
    return {
      author: `${pick(rng, GIVEN_NAMES)} ${pick(rng, FAMILY_NAMES)}`,
      format: variant.material.word === 'cloth' ? 'hardback' : 'paperback',
    };
  }
  const attributes: Record<string, string> = {};
  if (variant.material.inTitle) attributes['material'] = variant.material.word;
  if (variant.colourSaid) attributes['colour'] = variant.colour;
  if (PATTERN_WORDS[variant.pattern] !== '' && variant.colourSaid) {
    attributes['pattern'] = PATTERN_WORDS[variant.pattern];
  }
  if (variant.size !== null) attributes['size'] = variant.size;
  if (variant.series !== '') attributes['range'] = variant.series;
  return attributes;
}
