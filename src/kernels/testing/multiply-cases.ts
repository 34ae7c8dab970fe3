/** Products of random blocks of matrices, and one call that runs them in any home. */
import { createRng } from '../../domain/rng.ts';
import type { KernelHome, MultiplyArgs } from '../home.ts';
import { multiplyTiles } from '../multiply/index.ts';

export type MultiplyShape = Pick<MultiplyArgs, 'rows' | 'depth' | 'columns'> &
  Partial<Pick<MultiplyArgs, 'leftTransposed' | 'rightTransposed' | 'effect' | 'part'>>;

/** What lies around a block: each matrix is so much larger on every side. */
const MARGIN = 3;

interface HostMatrix {
  readonly values: Float32Array;
  readonly offset: number;
  readonly stride: number;
}

function randomMatrix(rows: number, columns: number, seed: number): HostMatrix {
  const rng = createRng(seed).fork('multiply');
  const stride = columns + 2 * MARGIN;
  return {
    values: Float32Array.from({ length: (rows + 2 * MARGIN) * stride }, () => rng.normal()),
    offset: MARGIN * stride + MARGIN,
    stride,
  };
}

/**
 * The whole matrix that the result is a block of, after all tiles in calls of at most `tilesACall`. The same numbers for
 * the same shape, whatever the home.
 */
export async function runMultiply(
  home: KernelHome,
  shape: MultiplyShape,
  tilesACall: number = Infinity,
): Promise<Float32Array> {
  const { rows, depth, columns, leftTransposed = false, rightTransposed = false } = shape;
  const matrices = {
    left: leftTransposed ? randomMatrix(depth, rows, 1) : randomMatrix(rows, depth, 1),
    right: rightTransposed ? randomMatrix(columns, depth, 2) : randomMatrix(depth, columns, 2),
    out: randomMatrix(rows, columns, 3),
  };
  const blockOf = ({ values, offset, stride }: HostMatrix) => ({
    buffer: home.createF32(values),
    offset,
    stride,
  });
  const blocks = {
    left: blockOf(matrices.left),
    right: blockOf(matrices.right),
    out: blockOf(matrices.out),
  };
  const { down, across } = multiplyTiles(rows, columns);
  const calls: Promise<void>[] = [];
  for (let tileBegin = 0; tileBegin < down * across; tileBegin += tilesACall) {
    const tileEnd = Math.min(down * across, tileBegin + tilesACall);
    const rest = { effect: shape.effect ?? 'set', part: shape.part ?? 'whole' } as const;
    calls.push(
      home.multiply({
        ...blocks,
        rows,
        depth,
        columns,
        leftTransposed,
        rightTransposed,
        ...rest,
        tileBegin,
        tileEnd,
      }),
    );
  }
  await Promise.all(calls);
  const result = await home.read(blocks.out.buffer);
  for (const { buffer } of Object.values(blocks)) buffer.release();
  return result;
}

/** Every way to lay out and to add up, at sizes around the edges of tiles, chunks and registers. */
export const MULTIPLY_SHAPES: readonly MultiplyShape[] = [
  { rows: 1, depth: 1, columns: 1 },
  { rows: 3, depth: 5, columns: 7 },
  { rows: 4, depth: 4, columns: 8 },
  { rows: 129, depth: 130, columns: 127 },
  { rows: 33, depth: 300, columns: 261 },
].flatMap((size) =>
  [false, true].flatMap((leftTransposed) =>
    [false, true].flatMap((rightTransposed) =>
      (['set', 'add', 'subtract'] as const).map((effect) => ({
        ...size,
        leftTransposed,
        rightTransposed,
        effect,
      })),
    ),
  ),
);
