import type { ConstellationFrame } from '../../domain/constellation.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import { createRng } from '../../domain/rng.ts';

export const FAKE_EPOCHS = 16;

/**
 * The map at a moment of a training, 0 noise … 1 at rest: every department a neighbourhood, every type of
 * thing a huddle within it, and a few points that live between two.
 */
export function frameAt(
  catalogue: CatalogueId,
  items: readonly Item[],
  departments: readonly string[],
  moment: number,
  run = 1,
): ConstellationFrame {
  const count = items.length;
  const rng = createRng(7);
  const positions = new Float32Array(count * 2);
  const department = new Int32Array(count);
  const gathered = moment * moment * (3 - 2 * moment);
  const huddles = new Map<string, readonly [number, number]>();
  for (let i = 0; i < count; i++) {
    const item = items[i]!;
    const home = departments.indexOf(item.department);
    department[i] = home;
    const type = item.picture?.type ?? item.department;
    let huddle = huddles.get(type);
    if (!huddle) {
      // Neighbourhoods lie as seeds in a sunflower: evenly, in no rows.
      const radius = 0.82 * Math.sqrt((home + 0.6) / departments.length);
      const angle = home * 2.39996 + 0.4;
      const spread = 0.09;
      huddle = [
        radius * Math.cos(angle) + spread * rng.normal(),
        radius * Math.sin(angle) + spread * rng.normal(),
      ];
      huddles.set(type, huddle);
    }
    const between = rng.next() < 0.08 ? 0.35 : 0.045;
    const x = huddle[0] + between * rng.normal();
    const y = huddle[1] + between * rng.normal();
    const noise = [0.42 * rng.normal(), 0.42 * rng.normal()] as const;
    const drift = 0.02 * (1 - moment) * Math.sin(moment * 40 + i);
    positions[2 * i] = within(noise[0] + (x - noise[0]) * gathered + drift);
    positions[2 * i + 1] = within(noise[1] + (y - noise[1]) * gathered + drift);
  }
  return {
    catalogue,
    run,
    items: Int32Array.from({ length: count }, (_, i) => i),
    department,
    positions,
    epoch: Math.round(moment * FAKE_EPOCHS),
    epochs: FAKE_EPOCHS,
    settled: moment >= 1,
  };
}

const within = (value: number): number => Math.max(-0.98, Math.min(0.98, value));
