import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
import type { KernelFunc, NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { GatherV2, getKernel, util } from '@tensorflow/tfjs-core';
import { HomebodyError } from '../../../domain/errors.ts';
import { replaceKernel } from './segment-sum.ts';

/**
 * Rows of a matrix on tfjs's WASM backend, by a copy of each: its kernel finds every number by itself, 2 µs a row of 64,
 * twenty times as long. An id out of range is refused.
 */
export function registerFastGather(backendName: string): void {
  const stock = getKernel(GatherV2, backendName);
  const kernelFunc: KernelFunc = (params) => {
    const { x, indices } = params.inputs as { x: TensorInfo; indices: TensorInfo };
    const { axis, batchDims } = params.attrs as NamedAttrMap as { axis: number; batchDims: number };
    if (axis !== 0 || batchDims !== 0 || x.shape.length !== 2 || x.dtype !== 'float32') {
      return stock.kernelFunc(params);
    }
    const backend = params.backend as BackendWasm;
    const [rowCount, width] = x.shape as [number, number];
    const out = backend.makeOutput([...indices.shape, width], 'float32');
    // After the output is made: where memory has grown for it, what was an array over it before is no more.
    const rows = backend.typedArrayFromHeap(x) as Float32Array;
    const ids = backend.typedArrayFromHeap(indices) as Int32Array;
    const target = backend.typedArrayFromHeap(out) as Float32Array;
    for (let place = 0; place < util.sizeFromShape(indices.shape); place++) {
      const row = ids[place]!;
      if (row < 0 || row >= rowCount) {
        throw new HomebodyError('argument/range', 'A row to gather is out of range.', {
          detail: { field: 'indices', range: `from 0 to ${rowCount - 1}`, value: row },
        });
      }
      target.set(rows.subarray(row * width, (row + 1) * width), place * width);
    }
    return out;
  };
  replaceKernel({ ...stock, kernelFunc });
}
