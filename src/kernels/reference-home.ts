/** The reference home: plain loops over typed arrays, sums in f64. Slow, and the truth the others are held to. */
import { HomebodyError } from '../domain/errors.ts';
import { requireBufferLength, requireSpan } from './checks.ts';
import { checkGramian } from './gramian/index.ts';
import { referenceGramian } from './gramian/reference.ts';
import type { F32Buffer, I32Buffer, KernelHome, MatrixBlock } from './home.ts';
import { checkMultiply } from './multiply/index.ts';
import { referenceMultiply } from './multiply/reference.ts';
import { checkScoreTopK } from './score-top-k/index.ts';
import { referenceScoreTopK } from './score-top-k/reference.ts';
import { checkSolveRows } from './solve-rows/index.ts';
import { referenceSolveRows } from './solve-rows/reference.ts';
import { checkTrainPairs } from './train-pairs/index.ts';
import { referenceTrainPairs } from './train-pairs/reference.ts';

class ReferenceF32 implements F32Buffer {
  readonly type = 'f32';
  readonly length: number;
  #data: Float32Array<ArrayBuffer> | null;

  constructor(data: Float32Array<ArrayBuffer>) {
    this.length = data.length;
    this.#data = data;
  }

  get data(): Float32Array<ArrayBuffer> {
    return this.#data ?? released();
  }

  release(): void {
    this.#data = null;
  }
}

class ReferenceI32 implements I32Buffer {
  readonly type = 'i32';
  readonly length: number;
  #data: Int32Array<ArrayBuffer> | null;

  constructor(data: Int32Array<ArrayBuffer>) {
    this.length = data.length;
    this.#data = data;
  }

  get data(): Int32Array<ArrayBuffer> {
    return this.#data ?? released();
  }

  release(): void {
    this.#data = null;
  }
}

function released(): never {
  throw new HomebodyError('internal', 'A buffer was used after its release.');
}

function foreign(): never {
  throw new HomebodyError('internal', 'A buffer of another home was given to the reference home.');
}

function f32(buffer: F32Buffer): Float32Array<ArrayBuffer> {
  return buffer instanceof ReferenceF32 ? buffer.data : foreign();
}

function i32(buffer: I32Buffer): Int32Array<ArrayBuffer> {
  return buffer instanceof ReferenceI32 ? buffer.data : foreign();
}

/** Each call computes at once, on the calling thread. */
export function createReferenceHome(): KernelHome {
  return {
    name: 'reference',
    device: 'plain TypeScript',
    threads: 1,
    lost: new Promise<never>(() => {}),

    createF32(source) {
      if (typeof source !== 'number') return new ReferenceF32(new Float32Array(source));
      requireBufferLength(source);
      return new ReferenceF32(new Float32Array(source));
    },
    createI32(source) {
      if (typeof source !== 'number') return new ReferenceI32(new Int32Array(source));
      requireBufferLength(source);
      return new ReferenceI32(new Int32Array(source));
    },
    write(target, data, offset = 0) {
      requireSpan('write', target.length, offset, data.length);
      f32(target).set(data, offset);
    },
    async read(source, offset = 0, length = source.length - offset) {
      requireSpan('read', source.length, offset, length);
      return f32(source).slice(offset, offset + length);
    },
    async readI32(source, offset = 0, length = source.length - offset) {
      requireSpan('read', source.length, offset, length);
      return i32(source).slice(offset, offset + length);
    },

    async gramian(args) {
      checkGramian(args);
      referenceGramian(f32(args.rows), args.rowCount, args.dim, f32(args.out));
    },
    async solveRows(args) {
      checkSolveRows(args);
      referenceSolveRows({
        ...args,
        rowOffsets: i32(args.rowOffsets),
        columns: i32(args.columns),
        weights: f32(args.weights),
        fixed: f32(args.fixed),
        gramian: f32(args.gramian),
        regularisation: f32(args.regularisation),
        solution: f32(args.solution),
        rowLoss: f32(args.rowLoss),
      });
    },
    async scoreTopK(args) {
      checkScoreTopK(args);
      referenceScoreTopK({
        ...args,
        queries: f32(args.queries),
        items: f32(args.items),
        excludedOffsets: i32(args.excludedOffsets),
        excluded: i32(args.excluded),
        outItems: i32(args.outItems),
        outScores: f32(args.outScores),
      });
    },
    async trainPairs(args) {
      checkTrainPairs(args);
      const { optimiser } = args;
      referenceTrainPairs({
        ...args,
        users: i32(args.users),
        items: i32(args.items),
        rivals: args.rivals && i32(args.rivals),
        labels: f32(args.labels),
        losses: f32(args.losses),
        userEmbeddings: f32(args.userEmbeddings),
        itemEmbeddings: f32(args.itemEmbeddings),
        output: f32(args.output),
        optimiser:
          optimiser.kind === 'sgd'
            ? optimiser
            : {
                ...optimiser,
                userMoments: f32(optimiser.userMoments),
                itemMoments: f32(optimiser.itemMoments),
                outputMoments: f32(optimiser.outputMoments),
              },
      });
    },
    async multiply(args) {
      checkMultiply(args);
      const onHost = ({ buffer, offset, stride }: MatrixBlock) => ({ data: f32(buffer), offset, stride });
      referenceMultiply({
        ...args,
        left: onHost(args.left),
        right: onHost(args.right),
        out: onHost(args.out),
      });
    },

    dispose() {},
  };
}
