import type { Scale } from './scale.ts';

export interface Series {
  readonly name: string;
  /** A CSS colour. */
  readonly colour: string;
  /** x and y of each, ascending in x. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Axis {
  readonly name: string;
  readonly kind: Scale['kind'];
  readonly format: (value: number) => string;
  /** Shorter, for its ticks. */
  readonly tick?: (value: number) => string;
  /** Values that the scale must hold besides. */
  readonly holds?: readonly number[];
}
