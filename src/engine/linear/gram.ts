import type { Csr } from '../interactions/csr.ts';
import { transposeSteps } from '../interactions/transpose.ts';
import type { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';

/**
 * Adds row `item` of the items' Gram matrix XᵀX to `into`: Σ_u x_ui x_uj for every item j. Float64[itemCount].
 * `byItem` is the transpose of `byUser`. Costs the entries of the item's users.
 */
export function addGramRow(byUser: Csr, byItem: Csr, item: number, into: Float64Array): void {
  for (let e = byItem.offsets[item]!; e < byItem.offsets[item + 1]!; e++) {
    const weight = byItem.weights[e]!;
    const user = byItem.columns[e]!;
    const end = byUser.offsets[user + 1]!;
    for (let at = byUser.offsets[user]!; at < end; at++) {
      into[byUser.columns[at]!]! += weight * byUser.weights[at]!;
    }
  }
}

/** XᵀX of users × items. Float32[itemCount · itemCount], summed in f64. @throws 'training/cancelled' */
export async function gram(byUser: Csr, pacer: Pacer): Promise<Float32Array<ArrayBuffer>> {
  const byItem = await inTurns(transposeSteps(byUser), pacer);
  const itemCount = byUser.columnCount;
  const out = new Float32Array(itemCount * itemCount);
  const row = new Float64Array(itemCount);
  for (let item = 0; item < itemCount; item++) {
    row.fill(0);
    addGramRow(byUser, byItem, item, row);
    out.set(row, item * itemCount);
    if (pacer.due) await pacer.breathe();
  }
  return out;
}
