import { HomebodyError } from '../../domain/errors.ts';

/** @throws 'argument/range' naming the field, unless its value is an integer in [min, max]. */
export function integerField(field: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw outOfRange(field, value, `an integer from ${min} to ${max}`);
}

/** @throws 'argument/range' naming the field and its range, unless its value is finite and fits. */
export function numberField(
  field: string,
  value: number,
  fits: (value: number) => boolean,
  range: string,
): void {
  if (Number.isFinite(value) && fits(value)) return;
  throw outOfRange(field, value, range);
}

function outOfRange(field: string, value: number, range: string): HomebodyError {
  return new HomebodyError('argument/range', `${field} must be ${range}.`, {
    detail: { field, value, range },
  });
}

/** The fields of every model that learns by stochastic gradients. */
export interface GradientConfig {
  readonly dim: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly seed: number;
}

/** @throws 'argument/range' naming the field. `leastDim`: 2 where the width includes a bias. */
export function checkGradientConfig(config: GradientConfig, leastDim: number): void {
  integerField('dim', config.dim, leastDim, 512);
  integerField('epochs', config.epochs, 1, 10_000);
  numberField('learningRate', config.learningRate, (value) => value > 0, 'above 0');
  integerField('seed', config.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
}
