import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
import { backend_util, Conv2DBackpropFilter } from '@tensorflow/tfjs-core';
import type { Conv2DBackpropFilterAttrs, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { replaceKernel } from './segment-sum.ts';

/**
 * The gradient of a 2-D convolution by its filter, which tfjs's WASM backend lacks:
 *
 *   dW[r, c, i, o] = Σ_(b, y, x) input[b, y·stride + r − top, x·stride + c − left, i] · dy[b, y, x, o],
 *
 * over the places inside the image. Channels last.
 */
export function registerConvFilterGradient(backendName: string): void {
  const kernelFunc: KernelFunc = (params) => {
    const { x, dy } = params.inputs as { x: TensorInfo; dy: TensorInfo };
    const { strides, pad, dataFormat, dimRoundingMode, filterShape } =
      params.attrs as unknown as Conv2DBackpropFilterAttrs;
    const layout = backend_util.convertConv2DDataFormat(dataFormat);
    if (layout !== 'channelsLast') throw new Error('Only channels that come last are supported.');
    const conv = backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      filterShape,
      strides,
      1,
      pad,
      dimRoundingMode,
      false,
      layout,
    );
    const backend = params.backend as BackendWasm;
    const out = backend.makeOutput(filterShape, 'float32');
    const view = (tensor: TensorInfo): Float32Array => backend.typedArrayFromHeap(tensor) as Float32Array;
    addFilterGradient(conv, view(x), view(dy), view(out).fill(0));
    return out;
  };
  replaceKernel({ kernelName: Conv2DBackpropFilter, backendName, kernelFunc });
}

function addFilterGradient(
  conv: ReturnType<typeof backend_util.computeConv2DInfo>,
  input: Float32Array,
  dy: Float32Array,
  out: Float32Array,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = conv;
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = conv;
  for (let r = 0; r < filterHeight; r++) {
    for (let c = 0; c < filterWidth; c++) {
      const filterAt = (r * filterWidth + c) * inChannels * outChannels;
      for (let b = 0; b < batchSize; b++) {
        for (let y = 0; y < outHeight; y++) {
          const inY = y * strideHeight + r - padInfo.top;
          if (inY < 0 || inY >= inHeight) continue;
          for (let x = 0; x < outWidth; x++) {
            const inX = x * strideWidth + c - padInfo.left;
            if (inX < 0 || inX >= inWidth) continue;
            const from = ((b * inHeight + inY) * inWidth + inX) * inChannels;
            const slope = ((b * outHeight + y) * outWidth + x) * outChannels;
            for (let i = 0; i < inChannels; i++) {
              const value = input[from + i]!;
              const to = filterAt + i * outChannels;
              for (let o = 0; o < outChannels; o++) out[to + o]! += value * dy[slope + o]!;
            }
          }
        }
      }
    }
  }
}
