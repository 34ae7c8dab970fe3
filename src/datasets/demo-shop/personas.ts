import type { ItemId } from '../../domain/ids.ts';
import type { DemoCatalogue } from './catalogue.ts';
import { STYLE_WIDTH } from './shape.ts';

/** Somebody to step into: a name, a sentence and a few things they would take home. */
export interface Persona {
  /** Stable key, e.g. for a translation. */
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  readonly likes: readonly ItemId[];
}

interface Sketch {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  /** One like from each of these product types. */
  readonly types: readonly string[];
  /** rustic, refined, technical, warm, light, vivid, patterned. */
  readonly taste: readonly number[];
  /** Dear things please (+) or put off (−). */
  readonly purse: number;
}

const SKETCHES: readonly Sketch[] = [
  {
    id: 'hiker',
    name: 'The weekend hiker',
    sentence: 'Packs on Friday, is muddy by Saturday and asleep under larches by nine.',
    types: ['tent', 'walking-boots', 'rucksack', 'flask', 'field-guide'],
    taste: [0, 0, 1, 0, -0.3, 0.2, 0],
    purse: 0,
  },
  {
    id: 'baker',
    name: 'The Sunday baker',
    sentence: 'Has a starter with a name and believes that most things are better with butter.',
    types: ['mixing-bowl', 'baking-tin', 'flour', 'cookbook', 'apron'],
    taste: [0.8, 0.2, -0.5, 0.5, 0.3, 0, 0.2],
    purse: 0,
  },
  {
    id: 'gardener',
    name: 'The patient gardener',
    sentence: 'Keeps seeds in a tin, talks to the robin and is never quite clean.',
    types: ['hand-trowel', 'seeds', 'watering-can', 'bird-feeder', 'gardening-book'],
    taste: [0.9, 0, -0.3, 0, -0.2, 0, 0],
    purse: -0.3,
  },
  {
    id: 'reader',
    name: 'The late reader',
    sentence: 'One more chapter, one more cup, and the lamp on long after the street has gone dark.',
    types: ['novel', 'mystery', 'table-lamp', 'blanket', 'tea'],
    taste: [0, 0.8, -0.5, 0.4, -0.2, 0, 0],
    purse: 0.2,
  },
  {
    id: 'maker',
    name: 'The maker of things',
    sentence: 'Would rather mend it, and has a drawer of screws for the purpose.',
    types: ['hand-plane', 'chisels', 'wood-oil', 'craft-book', 'toolbox'],
    taste: [0.6, 0.3, 0.3, 0, -0.3, 0, -0.3],
    purse: 0.3,
  },
  {
    id: 'family',
    name: 'The rainy-day family',
    sentence: 'Two small people, one wet weekend and every cushion already on the floor.',
    types: ['building-blocks', 'picture-book', 'soft-toy', 'paint-set', 'wellies'],
    taste: [0.2, -0.3, -0.2, 0.5, 0.3, 0.9, 0.5],
    purse: -0.5,
  },
];

/** Six shoppers to step into. Their likes are in stock, and the same for the same catalogue. */
export function demoPersonas(catalogue: DemoCatalogue): Persona[] {
  return SKETCHES.map(({ id, name, sentence, types, taste, purse }) => ({
    id,
    name,
    sentence,
    likes: types.map((type) => favourite(catalogue, type, taste, purse)),
  }));
}

function favourite(
  { items, facts, traits }: DemoCatalogue,
  type: string,
  taste: readonly number[],
  purse: number,
): ItemId {
  const { begin, end } = traits.shelves.find((shelf) => shelf.type.id === type)!;
  let best = begin;
  let bestScore = -Infinity;
  for (let item = begin; item < end; item++) {
    if (facts.available[item] === 0) continue;
    let score = traits.appeal[item]! + purse * traits.relativePrice[item]!;
    for (const [axis, pull] of taste.entries()) score += pull * traits.style[item * STYLE_WIDTH + axis]!;
    if (score <= bestScore) continue;
    best = item;
    bestScore = score;
  }
  return items[best]!.id;
}
