import type { Rng } from '../../../domain/rng.ts';

/** Fisher–Yates, in place. */
export function shuffle<T>(list: T[], rng: Rng): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    const swap = list[i]!;
    list[i] = list[j]!;
    list[j] = swap;
  }
  return list;
}
