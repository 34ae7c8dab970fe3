import type { F32Buffer, I32Buffer, KernelHome } from '../../kernels/home.ts';
import type { Csr } from '../interactions/csr.ts';
import type { HomeGuard } from '../training/home-guard.ts';
import type { Pacer } from '../training/pacer.ts';
import type { IalsConfig } from './ials-config.ts';
import { scaledRegularisation } from './ials-config.ts';

/** One side of the factorisation in a home: the rows that are solved, and what they have been with. */
interface Side {
  readonly csr: Csr;
  readonly rowOffsets: I32Buffer;
  readonly columns: I32Buffer;
  readonly weights: F32Buffer;
  readonly regularisation: F32Buffer;
  readonly embeddings: F32Buffer;
  readonly gramian: F32Buffer;
  readonly rowLoss: F32Buffer;
}

/** The buffers of a running training. Owner: whoever opened it; `release` frees all of them. */
export class IalsState {
  readonly users: Side;
  readonly items: Side;
  readonly #guard: HomeGuard;
  readonly #config: IalsConfig;
  readonly #owned: (F32Buffer | I32Buffer)[] = [];

  /** `embeddings`: users first; copied into the home. */
  constructor(
    guard: HomeGuard,
    config: IalsConfig,
    byUser: Csr,
    byItem: Csr,
    embeddings: readonly [Float32Array, Float32Array],
  ) {
    this.#guard = guard;
    this.#config = config;
    try {
      this.users = guard.create((home) => this.#open(home, byUser, embeddings[0]));
      this.items = guard.create((home) => this.#open(home, byItem, embeddings[1]));
    } catch (error) {
      this.release();
      throw error;
    }
  }

  #open(home: KernelHome, csr: Csr, embeddings: Float32Array): Side {
    const own = <B extends F32Buffer | I32Buffer>(buffer: B): B => {
      this.#owned.push(buffer);
      return buffer;
    };
    const { dim } = this.#config;
    return {
      csr,
      rowOffsets: own(home.createI32(csr.offsets)),
      columns: own(home.createI32(csr.columns)),
      weights: own(home.createF32(csr.weights)),
      regularisation: own(home.createF32(rowRegularisation(this.#config, csr))),
      embeddings: own(home.createF32(embeddings)),
      gramian: own(home.createF32(dim * dim)),
      rowLoss: own(home.createF32(Math.max(1, csr.rowCount))),
    };
  }

  /**
   * Solves all rows of `side` against the other side as it is; refreshes the other side's gramian first.
   * `onPart` hears the fraction that is done, after each slice.
   */
  async halfPass(side: Side, other: Side, pacer: Pacer, onPart: (part: number) => void): Promise<void> {
    const { dim, cgSteps, unobservedWeight } = this.#config;
    await this.#guard.run((home) =>
      home.gramian({ rows: other.embeddings, rowCount: other.csr.rowCount, dim, out: other.gramian }),
    );
    await pacer.breathe();
    // A row costs its entries in each step, plus the dense product, which is like dim / 2 entries.
    const { offsets } = side.csr;
    const costUpTo = (row: number): number => (offsets[row]! + (row * dim) / 2) * (dim / 64) * (cgSteps + 1);
    await pacer.slices(side.csr.rowCount, costUpTo, async (rowBegin, rowEnd) => {
      await this.#guard.run((home) =>
        home.solveRows({
          rowOffsets: side.rowOffsets,
          columns: side.columns,
          weights: side.weights,
          fixed: other.embeddings,
          gramian: other.gramian,
          unobservedWeight,
          regularisation: side.regularisation,
          solution: side.embeddings,
          rowLoss: side.rowLoss,
          dim,
          cgSteps,
          rowBegin,
          rowEnd,
        }),
      );
      onPart(rowEnd / side.csr.rowCount);
    });
  }

  read(buffer: F32Buffer, length: number): Promise<Float32Array<ArrayBuffer>> {
    return this.#guard.run((home) => home.read(buffer, 0, length));
  }

  release(): void {
    for (const buffer of this.#owned.splice(0)) buffer.release();
  }
}

/** λ of each row. Float32[rowCount]. */
export function rowRegularisation(config: IalsConfig, csr: Csr): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: csr.rowCount }, (_, row) =>
    scaledRegularisation(config, csr.offsets[row + 1]! - csr.offsets[row]!, csr.columnCount),
  );
}
