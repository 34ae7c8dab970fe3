import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Update, WeightState } from './backend.ts';

/** The memory of tensors that the host can write to; what it gives is good until the next tensor is made. */
export interface HostMemory {
  f32(tensor: TensorInfo): Float32Array;
  i32(tensor: TensorInfo): Int32Array;
  /** Told of each tensor that was written to. */
  written(tensor: TensorInfo): void;
}

/** One step of a whole weight, in the backend's own memory. */
export function updateWeightOnHost(
  memory: HostMemory,
  update: Update,
  state: WeightState,
  gradient: TensorInfo,
): void {
  const weight = memory.f32(state.weight);
  const gradients = memory.f32(gradient);
  const moments = momentsOf(memory, state);
  move(update, weight, moments, 0, gradients, 0, weight.length);
  memory.written(state.weight);
}

/** One step of the rows in `ids`, in the order in which each comes first. */
export function updateRowsOnHost(
  memory: HostMemory,
  update: Update,
  state: WeightState,
  ids: TensorInfo,
  gradients: TensorInfo,
): void {
  const [rowCount = 0, width = 0] = state.weight.shape;
  const weight = memory.f32(state.weight);
  const moments = momentsOf(memory, state);
  const rows = memory.i32(ids);
  const values = memory.f32(gradients);
  // The gradients may share their memory with another tensor's: they are summed elsewhere.
  const slotOf = new Int32Array(rowCount).fill(-1);
  const touched = new Int32Array(Math.min(rows.length, rowCount));
  const sums = new Float32Array(touched.length * width);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    if (row < 0) continue;
    if (slotOf[row]! < 0) {
      slotOf[row] = count;
      touched[count++] = row;
    }
    const [from, to] = [place * width, slotOf[row]! * width];
    for (let i = 0; i < width; i++) sums[to + i]! += values[from + i]!;
  }
  for (let slot = 0; slot < count; slot++) {
    move(update, weight, moments, touched[slot]! * width, sums, slot * width, width);
  }
  memory.written(state.weight);
}

type Moments = readonly [m: Float32Array, v: Float32Array] | null;

function momentsOf(memory: HostMemory, { moments }: WeightState): Moments {
  return moments && [memory.f32(moments[0]), memory.f32(moments[1])];
}

function move(
  { rate, adam }: Update,
  weight: Float32Array,
  moments: Moments,
  at: number,
  gradients: Float32Array,
  gradientAt: number,
  count: number,
): void {
  if (!adam || !moments) {
    for (let i = 0; i < count; i++) weight[at + i]! -= rate * gradients[gradientAt + i]!;
    return;
  }
  const { beta1, beta2, epsilon } = adam;
  const [m, v] = moments;
  for (let i = 0; i < count; i++) {
    const g = gradients[gradientAt + i]!;
    const first = beta1 * m[at + i]! + (1 - beta1) * g;
    const second = beta2 * v[at + i]! + (1 - beta2) * g * g;
    m[at + i] = first;
    v[at + i] = second;
    weight[at + i]! -= (rate * first) / (Math.sqrt(second) + epsilon);
  }
}
