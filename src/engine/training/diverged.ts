import { HomebodyError } from '../../domain/errors.ts';

/** Where a training was when its numbers were no numbers any more. */
export interface DivergedAt {
  /** The running pass, from 1. */
  readonly epoch: number;
  /** The setting that has to be smaller, with its value; null for a model without a learning rate. */
  readonly rate: { readonly setting: string; readonly value: number } | null;
}

/** @throws 'training/diverged' for a loss that is no finite number */
export function requireFiniteLoss(loss: number, at: DivergedAt): void {
  if (!Number.isFinite(loss)) throw diverged(`its loss is ${loss}`, at);
}

/**
 * Of what a training leaves: the last step may spoil it after the last loss was told, and a graphics card need not keep to the rules
 * for what is no number. @throws 'training/diverged'
 */
export function requireFiniteNumbers(arrays: Iterable<Float32Array>, at: DivergedAt): void {
  for (const values of arrays) {
    // One that is not finite makes the sum of them all not finite: 0 · ∞ and 0 · NaN are NaN.
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += 0 * values[i]!;
    if (sum !== 0) throw diverged('what it learnt is not finite', at);
  }
}

export const isDiverged = (error: unknown): boolean =>
  error instanceof HomebodyError && error.code === 'training/diverged';

function diverged(what: string, { epoch, rate }: DivergedAt): HomebodyError {
  return new HomebodyError('training/diverged', `The training diverged in pass ${epoch}: ${what}.`, {
    remedy: rate
      ? `Lower ${rate.setting}, which is ${rate.value}, then train again. Nothing changed.`
      : 'Raise the regularisation, then train again. Nothing changed.',
    detail: { epoch, ...(rate ? { [rate.setting]: rate.value } : {}) },
  });
}
