import { createRng } from '../../domain/rng.ts';

/** Positions before anything is learnt: a round cloud, the same for a seed. Float32[count, 2], within −1 … 1. */
export function noisePositions(count: number, seed: number): Float32Array<ArrayBuffer> {
  const rng = createRng(seed);
  const positions = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    const angle = rng.next() * 2 * Math.PI;
    const radius = 0.94 * Math.sqrt(rng.next());
    positions[i * 2] = radius * Math.cos(angle);
    positions[i * 2 + 1] = radius * Math.sin(angle);
  }
  return positions;
}
