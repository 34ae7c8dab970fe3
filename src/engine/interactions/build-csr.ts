import { HomebodyError } from '../../domain/errors.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { Pacer } from '../training/pacer.ts';
import type { Steps } from '../training/steps.ts';
import { atOnce, EVERY, inTurns } from '../training/steps.ts';
import type { Csr } from './csr.ts';
import { orderSteps } from './order-by.ts';
import { PairWeight } from '../../domain/pair-weight.ts';

/**
 * Users × items of a log. Events of the same user and item become one entry (`PairWeight`); a net weight of
 * 0 drops out. Two stable counting sorts, by item then by user, so that rows come out ascending in O(n).
 * @throws 'argument/range' for a row outside the log's counts, 'shape/mismatch' for columns of unequal length.
 */
export function buildCsr(log: InteractionColumns): Csr {
  return atOnce(csrSteps(log));
}

/** The same with turns for others on its way. @throws also 'training/cancelled' */
export function buildCsrInTurns(log: InteractionColumns, pacer: Pacer): Promise<Csr> {
  return inTurns(csrSteps(log), pacer);
}

/** `buildCsr` with seams. */
export function* csrSteps(log: InteractionColumns): Steps<Csr> {
  checkLog(log);
  yield;
  const byItem = yield* orderSteps(log.item, log.itemCount);
  return yield* mergePairs(log, yield* orderSteps(log.user, log.userCount, byItem));
}

/** `order`: positions by user, then item, then place in the log. */
function* mergePairs(log: InteractionColumns, order: Int32Array<ArrayBuffer>): Steps<Csr> {
  const { user, item, kind, userCount, itemCount } = log;
  const offsets = new Int32Array(userCount + 1);
  const columns = new Int32Array(order.length);
  const weights = new Float32Array(order.length);
  const pair = new PairWeight();
  let entries = 0;
  for (let i = 0; i < order.length; i++) {
    if ((i & EVERY) === EVERY) yield;
    const row = user[order[i]!]!;
    const column = item[order[i]!]!;
    pair.add(kind[order[i]!]!);
    const next = order[i + 1];
    if (next !== undefined && user[next] === row && item[next] === column) continue;
    const weight = pair.take();
    if (weight === 0) continue;
    columns[entries] = column;
    weights[entries] = weight;
    entries += 1;
    offsets[row + 1]! += 1;
  }
  for (let row = 0; row < userCount; row++) offsets[row + 1]! += offsets[row]!;
  return {
    rowCount: userCount,
    columnCount: itemCount,
    offsets,
    columns: columns.slice(0, entries),
    weights: weights.slice(0, entries),
  };
}

function checkLog(log: InteractionColumns): void {
  const { user, item, kind, at, userCount, itemCount } = log;
  if (item.length !== user.length || kind.length !== user.length || at.length !== user.length) {
    throw new HomebodyError('shape/mismatch', 'The columns of the log differ in length.', {
      detail: { user: user.length, item: item.length, kind: kind.length, at: at.length },
    });
  }
  for (let i = 0; i < user.length; i++) {
    const u = user[i]!;
    const v = item[i]!;
    if (u < 0 || u >= userCount || v < 0 || v >= itemCount) {
      throw new HomebodyError('argument/range', 'An event names a user or an item that does not exist.', {
        detail: { position: i, user: u, item: v, userCount, itemCount },
      });
    }
  }
}
