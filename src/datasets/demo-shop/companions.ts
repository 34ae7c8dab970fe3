import { createRng } from '../../domain/rng.ts';
import { nearNormal } from './chance.ts';
import { COMPANIONS, STYLE_WIDTH } from './shape.ts';
import type { Steps } from './steps.ts';
import type { ItemTraits } from './traits.ts';

/**
 * The accessories that follow each item: on the shelves that its type goes with, the pieces nearest to it in
 * style, by the same maker or much loved. Int32[itemCount, COMPANIONS], −1 where there are fewer.
 */
export function* companionSteps(seed: number, traits: ItemTraits): Steps<Int32Array<ArrayBuffer>> {
  const rng = createRng(seed).fork('companions');
  const { shelves, brand, appeal } = traits;
  const rowOf = new Map(shelves.map((shelf, row) => [shelf.type.id, row]));
  const companions = new Int32Array(shelves.at(-1)!.end * COMPANIONS).fill(-1);
  const scores = new Float64Array(Math.max(...shelves.map((shelf) => shelf.end - shelf.begin)));
  for (const shelf of shelves) {
    const follows = (shelf.type.goesWith ?? []).map((id) => rowOf.get(id)!);
    if (follows.length === 0) continue;
    yield;
    for (let item = shelf.begin; item < shelf.end; item++) {
      for (let slot = 0; slot < COMPANIONS; slot++) {
        const { begin, end } = shelves[follows[slot % follows.length]!]!;
        for (let other = begin; other < end; other++) {
          scores[other - begin] =
            affinity(traits.style, item, other) +
            (brand[item] === brand[other] ? 1 : 0) +
            0.5 * appeal[other]! +
            0.6 * nearNormal(rng);
        }
        const chosen = companions.subarray(item * COMPANIONS, item * COMPANIONS + slot);
        companions[item * COMPANIONS + slot] = best(scores, begin, end, chosen);
      }
    }
  }
  return companions;
}

function affinity(style: Float32Array, a: number, b: number): number {
  let dot = 0;
  for (let axis = 0; axis < STYLE_WIDTH; axis++) {
    dot += style[a * STYLE_WIDTH + axis]! * style[b * STYLE_WIDTH + axis]!;
  }
  return 0.4 * dot;
}

/** The item of [begin, end) with the largest score that is not chosen yet. */
function best(scores: Float64Array, begin: number, end: number, chosen: Int32Array): number {
  let winner = -1;
  for (let item = begin; item < end; item++) {
    if (chosen.includes(item)) continue;
    if (winner < 0 || scores[item - begin]! > scores[winner - begin]!) winner = item;
  }
  return winner;
}
