import type { TensorInfo } from '@tensorflow/tfjs-core';

/** A backend of tfjs with the updates in place that tfjs has no kernels for. */
export interface Backend {
  /** tfjs's name of it. */
  readonly name: string;
  /** Moves all of `weight` by one step. `moments` as large as the weight each. */
  updateWeight(update: Update, state: WeightState, gradient: TensorInfo): void;
  /**
   * Moves the rows of `weight` [rowCount, width] that occur in `ids`, by the sum of their `gradients`
   * [ids.size, width]. Negative ids are left out.
   */
  updateRows(update: Update, state: WeightState, ids: TensorInfo, gradients: TensorInfo): void;
  /** Resolves when the updates so far are known to be sound. @throws 'internal' where a shader does not compile. */
  settled(): Promise<void>;
  /** Gives it back; the last to do so takes it down. */
  close(): void;
}

/** A weight and, for Adam, its moments m and v. */
export interface WeightState {
  readonly weight: TensorInfo;
  readonly moments: readonly [m: TensorInfo, v: TensorInfo] | null;
}

/** θ −= rate · g where `adam` is null, else m and v move first and θ −= rate · m / (√v + epsilon). */
export interface Update {
  /** Adam: with the correction of the bias in it. */
  readonly rate: number;
  readonly adam: { readonly beta1: number; readonly beta2: number; readonly epsilon: number } | null;
}

/** Counts who holds a backend of tfjs, of which there is one of a name in a thread. */
export class SharedBackend {
  readonly #open: () => Promise<() => void>;
  #holders = 0;
  #opened: Promise<() => void> | null = null;

  /** `open`: registers the backend; what it returns removes it again. */
  constructor(open: () => Promise<() => void>) {
    this.#open = open;
  }

  /** What it returns gives the backend back, once. */
  async hold(): Promise<() => void> {
    this.#holders += 1;
    this.#opened ??= this.#open();
    const opened = this.#opened;
    let held = true;
    const release = (close: () => void): void => {
      if (!held) return;
      held = false;
      this.#holders -= 1;
      if (this.#holders > 0 || this.#opened !== opened) return;
      this.#opened = null;
      close();
    };
    try {
      const close = await opened;
      return () => release(close);
    } catch (error) {
      release(() => {});
      throw error;
    }
  }
}
