import { requireDistinct, requireInteger, requireLength } from '../checks.ts';
import type { MatrixBlock, MultiplyArgs } from '../home.ts';
import { MULTIPLY_TILE } from '../home.ts';

const KERNEL = 'multiply';
const MOST = 0x7fffffff;

/** Tiles of a result, down and across. */
export function multiplyTiles(
  rows: number,
  columns: number,
): { readonly down: number; readonly across: number } {
  return { down: Math.ceil(rows / MULTIPLY_TILE), across: Math.ceil(columns / MULTIPLY_TILE) };
}

/** What can be refused before dispatch, the same in every home. @throws 'shape/mismatch', 'argument/range' */
export function checkMultiply(args: MultiplyArgs): void {
  const { left, right, out, rows, depth, columns } = args;
  for (const [name, value] of Object.entries({ rows, depth, columns })) {
    requireInteger(KERNEL, name, value, 0, MOST);
  }
  const { down, across } = multiplyTiles(rows, columns);
  requireInteger(KERNEL, 'tileEnd', args.tileEnd, 0, down * across);
  requireInteger(KERNEL, 'tileBegin', args.tileBegin, 0, args.tileEnd);
  checkBlock('left', left, ...turned(rows, depth, args.leftTransposed));
  checkBlock('right', right, ...turned(depth, columns, args.rightTransposed));
  checkBlock('out', out, rows, columns);
  requireDistinct(KERNEL, 'out', out.buffer, { left: left.buffer, right: right.buffer });
}

const turned = (rows: number, columns: number, transposed: boolean): [number, number] =>
  transposed ? [columns, rows] : [rows, columns];

function checkBlock(
  name: string,
  { buffer, offset, stride }: MatrixBlock,
  rows: number,
  columns: number,
): void {
  requireInteger(KERNEL, `${name}.offset`, offset, 0, MOST);
  requireInteger(KERNEL, `${name}.stride`, stride, columns, MOST);
  if (rows > 0 && columns > 0) requireLength(KERNEL, name, buffer, offset + (rows - 1) * stride + columns);
}
