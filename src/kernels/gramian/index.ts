import { MAX_DIM, requireDistinct, requireInteger, requireLength } from '../checks.ts';
import type { GramianArgs } from '../home.ts';

const KERNEL = 'gramian';

/** What can be refused before dispatch, the same in every home. @throws 'shape/mismatch', 'argument/range' */
export function checkGramian(args: GramianArgs): void {
  requireInteger(KERNEL, 'dim', args.dim, 1, MAX_DIM);
  requireInteger(KERNEL, 'rowCount', args.rowCount, 0, 0x7fffffff);
  requireLength(KERNEL, 'rows', args.rows, args.rowCount * args.dim);
  requireLength(KERNEL, 'out', args.out, args.dim * args.dim);
  requireDistinct(KERNEL, 'out', args.out, { rows: args.rows });
}
