import { HomebodyError } from '../../domain/errors.ts';
import type { CheckpointTensors } from './tensors.ts';

interface TypedTensor<Values> {
  readonly shape: readonly number[];
  readonly values: Values;
}

/**
 * A tensor that must be there, of this type and shape; `null` stands for any size along an axis.
 * @throws 'checkpoint/format'
 */
export function requireTensor(
  tensors: CheckpointTensors,
  name: string,
  type: 'F32',
  shape: readonly (number | null)[],
): TypedTensor<Float32Array<ArrayBuffer>>;
export function requireTensor(
  tensors: CheckpointTensors,
  name: string,
  type: 'I32',
  shape: readonly (number | null)[],
): TypedTensor<Int32Array<ArrayBuffer>>;
export function requireTensor(
  tensors: CheckpointTensors,
  name: string,
  type: 'F32' | 'I32',
  shape: readonly (number | null)[],
): TypedTensor<Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>> {
  const tensor = Object.hasOwn(tensors, name) ? tensors[name] : undefined;
  const fits =
    tensor !== undefined &&
    tensor.shape.length === shape.length &&
    shape.every((size, axis) => size === null || size === tensor.shape[axis]) &&
    (type === 'F32') === tensor.values instanceof Float32Array;
  if (fits) return tensor;
  throw new HomebodyError('checkpoint/format', `The model's ${name} is missing or misshapen.`, {
    remedy: 'Train again; the stored model cannot be used.',
    detail: { name, type, expected: shape, found: tensor?.shape ?? null },
  });
}
