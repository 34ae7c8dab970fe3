import { EVENT_KINDS, EVENT_WEIGHT, KIND_CODE } from './events.ts';

/** Weight of one event by its `KIND_CODE`. Float64[7]. */
export const WEIGHT_BY_CODE: Float64Array<ArrayBuffer> = Float64Array.from(
  EVENT_KINDS,
  (kind) => EVENT_WEIGHT[kind],
);

/** Whether somebody likes an item, on balance of all that they did with it. `weight`: that of the pair. */
export const isLiking = (weight: number): boolean => weight > 0;

/** Largest magnitude of a pair's weight: a thing bought weekly must not outshout the rest of a history. */
export const MAX_PAIR_WEIGHT = 3;

/**
 * What all events between one person and one item amount to: their weights summed, capped at ±MAX_PAIR_WEIGHT.
 * A rating counts 1 whatever its value and however often it was given, as the papers on implicit feedback do;
 * the quantity of a purchase does not count (twelve screws are not twelve likings). All weights are multiples
 * of ¼, so the sum is exact and does not depend on the order of the events.
 */
export class PairWeight {
  private sum = 0;
  private rated = false;

  /** `code`: a `KIND_CODE`. */
  add(code: number): void {
    if (code === KIND_CODE.rating) {
      if (this.rated) return;
      this.rated = true;
    }
    this.sum += WEIGHT_BY_CODE[code] ?? 0;
  }

  /** The weight, and back to nothing for the next pair. */
  take(): number {
    const weight = Math.max(-MAX_PAIR_WEIGHT, Math.min(MAX_PAIR_WEIGHT, this.sum));
    this.sum = 0;
    this.rated = false;
    return weight;
  }
}
