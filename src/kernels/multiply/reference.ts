import type { MultiplyArgs } from '../home.ts';
import { MULTIPLY_TILE } from '../home.ts';

/** A `MatrixBlock` on the host. */
interface HostBlock {
  readonly data: Float32Array;
  readonly offset: number;
  readonly stride: number;
}

export type ReferenceMultiplyArgs = Omit<MultiplyArgs, 'left' | 'right' | 'out'> & {
  readonly left: HostBlock;
  readonly right: HostBlock;
  readonly out: HostBlock;
};

/** Tiles [tileBegin, tileEnd) of `multiply`. Each value is summed in f64 and rounded once. */
export function referenceMultiply(args: ReferenceMultiplyArgs): void {
  const { rows, columns, effect, part, out } = args;
  const across = Math.ceil(columns / MULTIPLY_TILE);
  const sums = new Float64Array(MULTIPLY_TILE);
  for (let tile = args.tileBegin; tile < args.tileEnd; tile++) {
    const [down, right] = [Math.floor(tile / across), tile % across];
    if (part === 'lower' && right > down) continue;
    const column = right * MULTIPLY_TILE;
    const width = Math.min(MULTIPLY_TILE, columns - column);
    const rowEnd = Math.min(rows, (down + 1) * MULTIPLY_TILE);
    for (let row = down * MULTIPLY_TILE; row < rowEnd; row++) {
      sumRow(args, row, column, width, sums);
      const to = out.offset + row * out.stride + column;
      for (let i = 0; i < width; i++) {
        const before = effect === 'set' ? 0 : out.data[to + i]!;
        out.data[to + i] = effect === 'subtract' ? before - sums[i]! : before + sums[i]!;
      }
    }
  }
}

/** sums[i] = Σ_k left[row, k] right[k, column + i]. */
function sumRow(
  { left, right, depth, leftTransposed, rightTransposed }: ReferenceMultiplyArgs,
  row: number,
  column: number,
  width: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  const [rowStep, depthStep] = leftTransposed ? [1, left.stride] : [left.stride, 1];
  const [down, across] = rightTransposed ? [1, right.stride] : [right.stride, 1];
  for (let k = 0; k < depth; k++) {
    const factor = left.data[left.offset + row * rowStep + k * depthStep]!;
    let at = right.offset + k * down + column * across;
    for (let i = 0; i < width; i++, at += across) sums[i]! += factor * right.data[at]!;
  }
}
