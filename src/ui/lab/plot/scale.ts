/** How values lie along an axis of length 1. */
export interface Scale {
  readonly kind: 'linear' | 'log';
  readonly min: number;
  readonly max: number;
}

/** Room beyond the outermost values, as a part of what they span. */
const ROOM = 0.06;

/**
 * A scale that holds all values (those that are not finite, and on a log scale those not above 0, left out).
 * `room`: with some space at both ends. One value alone lies in the middle.
 */
export function scaleOf(values: readonly number[], kind: Scale['kind'], room: boolean): Scale {
  const own = values.filter((value) => Number.isFinite(value) && (kind === 'linear' || value > 0));
  if (own.length === 0) return { kind, min: kind === 'log' ? 1 : 0, max: kind === 'log' ? 10 : 1 };
  const [low, high] = [Math.min(...own), Math.max(...own)];
  if (kind === 'log')
    return low === high ? { kind, min: low / 2, max: low * 2 } : { kind, min: low, max: high };
  if (low === high) {
    const half = Math.abs(low) / 2 || 0.5;
    return { kind, min: low - half, max: high + half };
  }
  const space = room ? (high - low) * ROOM : 0;
  return { kind, min: low - space, max: high + space };
}

/** Where a value lies: 0 at the scale's beginning, 1 at its end, beyond them outside. */
export function placeOf({ kind, min, max }: Scale, value: number): number {
  return kind === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
}

/** Round values within the scale, about `most` of them at most. Ascending. */
export function ticksOf(scale: Scale, most: number): readonly number[] {
  return scale.kind === 'log' ? logTicks(scale, most) : linearTicks(scale, most);
}

function linearTicks({ min, max }: Scale, most: number): readonly number[] {
  const rough = (max - min) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * (1 - 1e-9)) ?? rough;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  // By whole steps: adding them up would drift.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function logTicks({ min, max }: Scale, most: number): readonly number[] {
  const decades = Math.log10(max / min);
  const parts = decades * 3 <= most ? [1, 2, 5] : [1];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    for (const part of parts) {
      const value = Number((part * 10 ** power).toPrecision(12));
      if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) ticks.push(value);
    }
  }
  return ticks;
}
