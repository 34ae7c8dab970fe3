import type { Csr } from '../src/engine/interactions/csr.ts';
import { ialsConfig } from '../src/engine/models/ials-config.ts';
import { trainIals } from '../src/engine/training/ials-trainer.ts';
import type { KernelHome } from '../src/kernels/home.ts';

/**
 * Seconds of each iALS epoch after the first, as the product trains: slices, turns, objective and snapshots
 * included. Width 64, 3 conjugate-gradient steps.
 */
export async function epochSeconds(home: KernelHome, rows: Csr, epochs: number): Promise<readonly number[]> {
  const ends: number[] = [];
  await trainIals(home, ialsConfig({ epochs, dim: 64, cgSteps: 3, seed: 1 }), rows, {
    now: () => performance.now(),
    yieldTurn: () => new Promise((resolve) => setImmediate(resolve)),
    signal: new AbortController().signal,
    sliceMs: 50,
    onSnapshot: () => ends.push(performance.now()),
  });
  return ends.slice(1).map((end, i) => (end - ends[i]!) / 1000);
}
