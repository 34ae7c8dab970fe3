import { MAX_DIM, requireDistinct, requireInteger, requireLength } from '../checks.ts';
import { MAX_TOP_K, type ScoreTopKArgs } from '../home.ts';

const KERNEL = 'scoreTopK';

/**
 * What can be refused before dispatch, the same in every home. The contents of `excludedOffsets` and `excluded`
 * are the caller's word: offsets ascend within `excluded`, items ascend within a query.
 * @throws 'shape/mismatch', 'argument/range'
 */
export function checkScoreTopK(args: ScoreTopKArgs): void {
  const { queryCount, itemCount, dim, k } = args;
  requireInteger(KERNEL, 'dim', dim, 1, MAX_DIM);
  requireInteger(KERNEL, 'k', k, 1, MAX_TOP_K);
  requireInteger(KERNEL, 'queryCount', queryCount, 0, 0x7fffffff);
  requireInteger(KERNEL, 'itemCount', itemCount, 0, 0x7fffffff);
  requireLength(KERNEL, 'queries', args.queries, queryCount * dim);
  requireLength(KERNEL, 'items', args.items, itemCount * dim);
  requireLength(KERNEL, 'excludedOffsets', args.excludedOffsets, queryCount + 1);
  requireLength(KERNEL, 'outItems', args.outItems, queryCount * k);
  requireLength(KERNEL, 'outScores', args.outScores, queryCount * k);
  requireDistinct(KERNEL, 'outScores', args.outScores, { queries: args.queries, items: args.items });
  requireDistinct(KERNEL, 'outItems', args.outItems, {
    excludedOffsets: args.excludedOffsets,
    excluded: args.excluded,
  });
}
