import { packSettings } from '../../../../kernels/webgpu/pass.ts';
import type { Pass, Scratch } from '../../../../kernels/webgpu/pass.ts';
import { composeShader } from '../../../../kernels/webgpu/shader.ts';
import type { Update } from '../backend.ts';
import adam from './adam.wgsl?raw';
import segmentSum from './segment-sum.wgsl?raw';
import settingsText from './settings.wgsl?raw';
import sgd from './sgd.wgsl?raw';
import sortIds from './sort-ids.wgsl?raw';
import updateRows from './update-rows.wgsl?raw';
import updateWeight from './update-weight.wgsl?raw';

/** Threads of a workgroup of all passes but the sort. As in the shaders. */
const THREADS = 64;
/** Workgroups in a row of a dispatch. */
const MOST_ACROSS = 32_768;
/** Bits of an id that a round of the sort looks at. */
const ROUND_BITS = 4;

export interface Ids {
  readonly buffer: GPUBuffer;
  readonly count: number;
  /** Ids are in [0, limit); others are left out. */
  readonly limit: number;
}

/** A weight in place, and its moments. */
export interface WeightBuffers {
  readonly weight: GPUBuffer;
  readonly moments: readonly [m: GPUBuffer, v: GPUBuffer] | null;
}

/** sums [limit, width] of rows [count, width] by their ids. */
export function segmentSumPasses(
  ids: Ids,
  rows: GPUBuffer,
  sums: GPUBuffer,
  width: number,
  scratch: Scratch,
): readonly Pass[] {
  const sorted = sortedIds(ids, scratch);
  const sum: Pass = {
    shader: composeShader('segment-sum', {}, [segmentSum]),
    settings: packSettings([ids.count, ids.limit, width]),
    bindings: [sorted.buffer, rows, sums],
    workgroups: across(ids.limit * width),
  };
  return [sorted.pass, sum];
}

export function updateRowsPasses(
  update: Update,
  { weight, moments }: WeightBuffers,
  ids: Ids,
  gradients: GPUBuffer,
  width: number,
  scratch: Scratch,
): readonly Pass[] {
  const sorted = sortedIds(ids, scratch);
  const bindings = [weight, gradients, ...(moments ?? []), sorted.buffer];
  const move: Pass = {
    shader: composeShader('update-rows', { SORTED: bindings.length }, [
      settingsText,
      moments ? adam : sgd,
      updateRows,
    ]),
    settings: settingsOf(update, ids.count, ids.limit, width),
    bindings,
    workgroups: across(ids.count * width),
  };
  return [sorted.pass, move];
}

export function updateWeightPasses(
  update: Update,
  { weight, moments }: WeightBuffers,
  gradient: GPUBuffer,
  size: number,
): readonly Pass[] {
  return [
    {
      shader: composeShader('update-weight', {}, [settingsText, moments ? adam : sgd, updateWeight]),
      settings: settingsOf(update, size, 0, 0),
      bindings: [weight, gradient, ...(moments ?? [])],
      workgroups: across(size),
    },
  ];
}

function sortedIds({ buffer, count, limit }: Ids, scratch: Scratch): { pass: Pass; buffer: GPUBuffer } {
  const sorted = scratch('sorted ids', 4 * count);
  // `limit` itself stands for what is left out.
  const bits = 32 - Math.clz32(limit);
  const rounds = 2 * Math.ceil(bits / (2 * ROUND_BITS));
  const pass: Pass = {
    shader: composeShader('sort-ids', {}, [sortIds]),
    settings: packSettings([count, limit, rounds]),
    bindings: [buffer, sorted],
    workgroups: [1, 1],
  };
  return { pass, buffer: sorted };
}

function settingsOf(
  { rate, adam: constants }: Update,
  count: number,
  limit: number,
  width: number,
): ArrayBuffer {
  const { beta1 = 0, beta2 = 0, epsilon = 0 } = constants ?? {};
  return packSettings([count, limit, width], [rate, beta1, beta2, epsilon]);
}

/** Workgroups for so many threads. */
function across(threads: number): readonly [x: number, y: number] {
  const groups = Math.ceil(threads / THREADS);
  return [Math.min(groups, MOST_ACROSS), Math.ceil(groups / MOST_ACROSS)];
}
