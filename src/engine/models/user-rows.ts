import { HomebodyError } from '../../domain/errors.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { CheckpointTensors } from '../checkpoint/tensors.ts';
import type { Csr } from '../interactions/csr.ts';

/** The users' rows as tensors: what an item-based model knows of its users. */
export function userRowTensors({ offsets, columns, weights }: Csr): CheckpointTensors {
  return {
    user_offsets: { shape: [offsets.length], values: offsets },
    user_items: { shape: [columns.length], values: columns },
    user_weights: { shape: [weights.length], values: weights },
  };
}

/** Null where they were stored without. @throws 'checkpoint/format' */
export function userRowsFrom(tensors: CheckpointTensors, itemCount: number): Csr | null {
  if (!('user_offsets' in tensors)) return null;
  return requireCsr(tensors, ['user_offsets', 'user_items', 'user_weights'], itemCount);
}

/** Rows by the names of their three tensors. @throws 'checkpoint/format', also where they do not fit each other. */
export function requireCsr(
  tensors: CheckpointTensors,
  names: readonly [offsets: string, columns: string, weights: string],
  columnCount: number,
): Csr {
  const offsets = requireTensor(tensors, names[0], 'I32', [null]).values;
  const entries = offsets.at(-1) ?? -1;
  const columns = requireTensor(tensors, names[1], 'I32', [entries]).values;
  const weights = requireTensor(tensors, names[2], 'F32', [entries]).values;
  const fits =
    offsets[0] === 0 &&
    offsets.every((offset, row) => row === 0 || offset >= offsets[row - 1]!) &&
    columns.every((column) => column >= 0 && column < columnCount);
  if (fits) return { rowCount: offsets.length - 1, columnCount, offsets, columns, weights };
  throw new HomebodyError('checkpoint/format', `The model's ${names[0]} do not fit its other tensors.`, {
    remedy: 'Train again; the stored model cannot be used.',
    detail: { names, columnCount },
  });
}
