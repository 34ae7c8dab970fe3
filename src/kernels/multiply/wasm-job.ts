import type { MatrixBlock, MultiplyArgs } from '../home.ts';
import { MULTIPLY_TILE } from '../home.ts';
import { type AddressOf, type WasmJob, WASM_KERNELS } from '../wasm-job.ts';
import { multiplyTiles } from './index.ts';

/** As in `multiply.as.ts`. */
const LEFT_TRANSPOSED = 1;
const RIGHT_TRANSPOSED = 2;
const LOWER = 4;
const EFFECTS: readonly MultiplyArgs['effect'][] = ['set', 'add', 'subtract'];

/** One unit a tile. */
export function multiplyJob(args: MultiplyArgs, addressOf: AddressOf): WasmJob {
  const { left, right, out, rows, depth, columns, tileBegin, tileEnd } = args;
  const { across } = multiplyTiles(rows, columns);
  const start = ({ buffer, offset }: MatrixBlock): number => addressOf(buffer) + 4 * offset;
  const flags =
    (args.leftTransposed ? LEFT_TRANSPOSED : 0) |
    (args.rightTransposed ? RIGHT_TRANSPOSED : 0) |
    (args.part === 'lower' ? LOWER : 0);
  const units = tileEnd - tileBegin;
  return {
    kernel: WASM_KERNELS.indexOf('multiply'),
    words: [
      ...[left, right, out].map(start),
      left.stride,
      right.stride,
      out.stride,
      rows,
      depth,
      columns,
      tileBegin,
      across,
      flags,
      EFFECTS.indexOf(args.effect),
    ],
    units,
    chunk: 1,
    multiplyAdds:
      units * Math.min(MULTIPLY_TILE, rows) * Math.min(MULTIPLY_TILE, columns) * Math.max(depth, 1),
    reads: [left.buffer, right.buffer],
    writes: [out.buffer],
  };
}
