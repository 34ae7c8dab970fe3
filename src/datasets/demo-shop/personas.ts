import { itemIndex } from '../../domain/ids.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import type { Persona } from '../../domain/persona.ts';
import type { DemoCatalogue } from './catalogue.ts';
import { STYLE_WIDTH } from './shape.ts';

interface Sketch {
  readonly id: string;
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
    types: ['tent', 'walking-boots', 'rucksack', 'flask', 'field-guide'],
    taste: [0, 0, 1, 0, -0.3, 0.2, 0],
    purse: 0,
  },
  {
    id: 'baker',
    types: ['mixing-bowl', 'baking-tin', 'flour', 'cookbook', 'apron'],
    taste: [0.8, 0.2, -0.5, 0.5, 0.3, 0, 0.2],
    purse: 0,
  },
  {
    id: 'gardener',
    types: ['hand-trowel', 'seeds', 'watering-can', 'bird-feeder', 'gardening-book'],
    taste: [0.9, 0, -0.3, 0, -0.2, 0, 0],
    purse: -0.3,
  },
  {
    id: 'reader',
    types: ['novel', 'mystery', 'table-lamp', 'blanket', 'tea'],
    taste: [0, 0.8, -0.5, 0.4, -0.2, 0, 0],
    purse: 0.2,
  },
  {
    id: 'maker',
    types: ['hand-plane', 'chisels', 'wood-oil', 'craft-book', 'toolbox'],
    taste: [0.6, 0.3, 0.3, 0, -0.3, 0, -0.3],
    purse: 0.3,
  },
  {
    id: 'family',
    types: ['building-blocks', 'picture-book', 'soft-toy', 'paint-set', 'wellies'],
    taste: [0.2, -0.3, -0.2, 0.5, 0.3, 0.9, 0.5],
    purse: -0.5,
  },
];

/** Six shoppers to step into. Their likes are in stock, and the same for the same catalogue. */
export function demoPersonas(catalogue: DemoCatalogue): Persona[] {
  return SKETCHES.map(({ id, types, taste, purse }) => ({
    id,
    likes: types.map((type) => favourite(catalogue, type, taste, purse)),
  }));
}

function favourite(
  { facts, traits }: DemoCatalogue,
  type: string,
  taste: readonly number[],
  purse: number,
): ItemIndex {
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
  return itemIndex(best);
}
