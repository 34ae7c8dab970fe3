import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { BatchMatMul, getKernel, Transpose } from '@tensorflow/tfjs-core';
import { replaceKernel } from './segment-sum.ts';

/** The module's own: out = a · b, of tensors by their numbers. */
type Product = (
  a: number,
  aShape: Uint8Array,
  aRank: number,
  b: number,
  bShape: Uint8Array,
  bRank: number,
  transposeA: boolean,
  transposeB: boolean,
  out: number,
) => void;
interface Callable {
  cwrap(name: string, result: null, args: readonly string[]): Product;
}

/**
 * Matrix products of tfjs's WASM backend, ten times as fast where they matter for training. Its kernel calls XNNPACK only
 * for one product of two matrices as they lie (some 25 GFLOP/s a core); what is transposed, as in every gradient, or comes
 * in a batch, as in attention, runs in a plain loop (1 to 2 GFLOP/s). Here a transposed matrix is turned first, and a batch
 * is one product after the other, on parts of the tensors that are named without being copied.
 */
export function registerFastMatMul(backendName: string): void {
  const stock = getKernel(BatchMatMul, backendName);
  const transpose = getKernel(Transpose, backendName);
  let product: Product;
  const kernelFunc: KernelFunc = ({ inputs, backend, attrs }) => {
    const { a, b } = inputs as { a: TensorInfo; b: TensorInfo };
    const { transposeA, transposeB } = attrs as unknown as { transposeA: boolean; transposeB: boolean };
    const count = batchOf(a);
    // A batch against one matrix, or another one: rare, and not worth a second way.
    if (count !== batchOf(b)) return stock.kernelFunc({ inputs, backend, attrs: attrs! });
    const on = backend as BackendWasm;
    const turned: TensorInfo[] = [];
    const asItLies = (x: TensorInfo, flipped: boolean): TensorInfo => {
      if (!flipped) return x;
      const axes = [...x.shape.keys()];
      const perm = [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!];
      const result = transpose.kernelFunc({ inputs: { x }, backend, attrs: { perm } }) as TensorInfo;
      turned.push(result);
      return result;
    };
    const [left, right] = [asItLies(a, transposeA), asItLies(b, transposeB)];
    const [rows, inner] = [left.shape.at(-2)!, left.shape.at(-1)!];
    const columns = right.shape.at(-1)!;
    const out = on.makeOutput([...a.shape.slice(0, -2), rows, columns], 'float32');
    const parts = [new Parts(on, left, rows * inner), new Parts(on, right, inner * columns)] as const;
    const outParts = new Parts(on, out, rows * columns);
    const [leftShape, rightShape] = [shapeBytes(1, rows, inner), shapeBytes(1, inner, columns)];
    for (let i = 0; i < count; i++) {
      const [x, y] = [parts[0].name(i), parts[1].name(i)];
      product(x, leftShape, 3, y, rightShape, 3, false, false, outParts.name(i));
      parts[0].forget();
      parts[1].forget();
      outParts.forget();
    }
    for (const { dataId } of turned) on.disposeData(dataId);
    return out;
  };
  replaceKernel({
    ...stock,
    kernelFunc,
    setupFunc(backend) {
      stock.setupFunc?.(backend);
      const types = ['number', 'array', 'number', 'number', 'array', 'number', 'number', 'number', 'number'];
      product = ((backend as BackendWasm).wasm as unknown as Callable).cwrap(BatchMatMul, null, types);
    },
  });
}

/** Equal parts of a tensor's memory, known to the module by a number of its own one at a time. */
class Parts {
  readonly #backend: BackendWasm;
  readonly #offset: number;
  readonly #size: number;
  readonly #id: number;

  constructor(backend: BackendWasm, { dataId }: TensorInfo, size: number) {
    this.#backend = backend;
    this.#size = size;
    this.#offset = backend.dataIdMap.get(dataId).memoryOffset;
    // As the backend counts its own, which this one is not among: it frees no memory.
    this.#id = (backend as unknown as { dataIdNextNumber: number }).dataIdNextNumber++;
  }

  name(part: number): number {
    const offset = this.#offset + part * this.#size * Float32Array.BYTES_PER_ELEMENT;
    this.#backend.wasm.tfjs.registerTensor(this.#id, this.#size, offset);
    return this.#id;
  }

  forget(): void {
    this.#backend.wasm.tfjs.disposeData(this.#id);
  }
}

const batchOf = ({ shape }: TensorInfo): number =>
  shape.slice(0, -2).reduce((count, size) => count * size, 1);

const shapeBytes = (...shape: number[]): Uint8Array => new Uint8Array(Int32Array.from(shape).buffer);
