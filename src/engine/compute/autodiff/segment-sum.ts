import type { KernelConfig, KernelFunc, NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { getKernel, registerKernel, unregisterKernel, util } from '@tensorflow/tfjs-core';
import { HomebodyError } from '../../../domain/errors.ts';

/**
 * UnsortedSegmentSum, the gradient of a gather: out[s] = Σ of the rows x[p] with ids[p] = s. Negative ids are
 * dropped. An id from `segmentCount` on is refused on the host; a GPU, which cannot refuse, drops it too, as
 * TensorFlow does.
 */
export const SEGMENT_SUM = 'UnsortedSegmentSum';

/** What the kernel is called with. x: [...ids.shape, ...inner]; out: [segmentCount, ...inner]. */
export interface SegmentSum {
  readonly x: TensorInfo;
  readonly ids: TensorInfo;
  readonly rowCount: number;
  readonly segmentCount: number;
  /** Numbers in a row. */
  readonly width: number;
  readonly outShape: number[];
}

/** Puts a kernel in the place of a backend's own, where it has one. */
export function replaceKernel(config: KernelConfig): void {
  if (getKernel(config.kernelName, config.backendName))
    unregisterKernel(config.kernelName, config.backendName);
  registerKernel(config);
}

/** The kernel's arguments, by name. */
export function segmentSumArgs({ inputs, attrs }: Parameters<KernelFunc>[0]): SegmentSum {
  const { x, segmentIds: ids } = inputs as { x: SegmentSum['x']; segmentIds: SegmentSum['ids'] };
  const segmentCount = (attrs as NamedAttrMap)['numSegments'] as number;
  const inner = x.shape.slice(ids.shape.length);
  const width = util.sizeFromShape(inner);
  const rowCount = util.sizeFromShape(ids.shape);
  return { x, ids, rowCount, segmentCount, width, outShape: [segmentCount, ...inner] };
}

/** By plain loops, in the order of the rows. `out` holds zeros. @throws 'argument/range' */
export function sumSegments(
  { rowCount, segmentCount, width }: Pick<SegmentSum, 'rowCount' | 'segmentCount' | 'width'>,
  x: ArrayLike<number>,
  ids: Int32Array,
  out: Float32Array | Int32Array,
): void {
  for (let row = 0; row < rowCount; row++) {
    const segment = ids[row]!;
    if (segment < 0) continue;
    if (segment >= segmentCount) {
      throw new HomebodyError('argument/range', 'A segment id is out of range.', {
        detail: { field: 'segmentIds', range: `below ${segmentCount}`, value: segment },
      });
    }
    const [from, to] = [row * width, segment * width];
    for (let i = 0; i < width; i++) out[to + i]! += x[from + i]!;
  }
}
