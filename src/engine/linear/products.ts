import type { F32Buffer, KernelHome, MatrixBlock, MultiplyArgs } from '../../kernels/home.ts';
import { MULTIPLY_TILE } from '../../kernels/home.ts';
import { multiplyTiles } from '../../kernels/multiply/index.ts';
import { HomeGuard } from '../training/home-guard.ts';
import { Pacer } from '../training/pacer.ts';
import type { TrainingRun } from '../training/training-run.ts';

/** Depth of one call: a tile of it is a slice even where the reference computes. */
const CALL_DEPTH = 512;

/** Values that are copied between two looks at the clock: 4 MB. */
const COPY_VALUES = 1 << 20;

/** A product to be made; what is not named is not transposed, set anew, and whole. */
export type Product = Pick<MultiplyArgs, 'left' | 'right' | 'out' | 'rows' | 'depth' | 'columns'> &
  Partial<Pick<MultiplyArgs, 'leftTransposed' | 'rightTransposed' | 'effect' | 'part'>>;

/** A block that begins at (row, column) of a matrix whose rows are `stride` wide. */
export function blockAt(buffer: F32Buffer, stride: number, row: number, column: number): MatrixBlock {
  return { buffer, offset: row * stride + column, stride };
}

/**
 * Dense matrices on one home for as long as a computation lasts: products in slices with turns between, copies in and
 * out alike. Calls are to be awaited one by one. Every method @throws 'training/cancelled', 'home/lost'
 */
export class Products {
  readonly #guard: HomeGuard;
  readonly #pacer: Pacer;
  readonly #copying: Pacer;
  readonly #buffers = new Set<F32Buffer>();

  constructor(home: KernelHome, run: TrainingRun) {
    this.#guard = new HomeGuard(home);
    this.#pacer = new Pacer(run);
    this.#copying = new Pacer(run);
  }

  /** Zeros. Given back by `free` or `release`. */
  create(length: number): F32Buffer {
    const buffer = this.#guard.create((home) => home.createF32(length));
    this.#buffers.add(buffer);
    return buffer;
  }

  async copyIn(values: Float32Array): Promise<F32Buffer> {
    const buffer = this.create(values.length);
    for (let begin = 0; begin < values.length; begin += COPY_VALUES) {
      this.write(buffer, values.subarray(begin, begin + COPY_VALUES), begin);
      if (this.#copying.due) await this.#copying.breathe();
    }
    return buffer;
  }

  write(buffer: F32Buffer, values: Float32Array, offset = 0): void {
    this.#guard.create((home) => home.write(buffer, values, offset));
  }

  async copyOut(buffer: F32Buffer): Promise<Float32Array<ArrayBuffer>> {
    const values = new Float32Array(buffer.length);
    for (let begin = 0; begin < values.length; begin += COPY_VALUES) {
      const length = Math.min(COPY_VALUES, values.length - begin);
      values.set(await this.#guard.run((home) => home.read(buffer, begin, length)), begin);
      if (this.#copying.due) await this.#copying.breathe();
    }
    return values;
  }

  async multiply(product: Product): Promise<void> {
    const { left, right, rows, columns } = product;
    const { leftTransposed = false, rightTransposed = false, effect = 'set', part = 'whole' } = product;
    const { down, across } = multiplyTiles(rows, columns);
    for (let begin = 0; begin === 0 || begin < product.depth; begin += CALL_DEPTH) {
      const depth = Math.min(CALL_DEPTH, product.depth - begin);
      const args = {
        ...product,
        leftTransposed,
        rightTransposed,
        part,
        depth,
        left: { ...left, offset: left.offset + begin * (leftTransposed ? left.stride : 1) },
        right: { ...right, offset: right.offset + begin * (rightTransposed ? 1 : right.stride) },
        effect: begin > 0 && effect === 'set' ? ('add' as const) : effect,
      };
      const work = Math.min(rows, MULTIPLY_TILE) * Math.min(columns, MULTIPLY_TILE) * Math.max(depth, 1);
      await this.#pacer.slices(
        down * across,
        (tile) => tile * work,
        (tileBegin, tileEnd) => this.#guard.run((home) => home.multiply({ ...args, tileBegin, tileEnd })),
      );
    }
  }

  free(buffer: F32Buffer): void {
    this.#buffers.delete(buffer);
    buffer.release();
  }

  /** Gives every buffer back. */
  release(): void {
    for (const buffer of this.#buffers) buffer.release();
    this.#buffers.clear();
  }
}
