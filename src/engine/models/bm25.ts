import type { Csr } from '../interactions/csr.ts';

/** Where an item's weights level off, and how much its length counts: the usual values. */
const K1 = 1.2;
const B = 0.75;

/**
 * Okapi BM25 of the items as documents and the users as their words (Robertson & Zaragoza 2009):
 *
 *   w_ui (K1 + 1) / (K1 (1 − B + B · length_i / mean length) + |w_ui|) · ln(itemCount / (1 + |S_u|)),
 *
 * length_i = Σ_u |w_ui|. So a user of many items says less of each. As in `okapi_BM_25` of Ferrari Dacrema,
 * Cremonesi, Jannach, RecSys 2019; differs: signs stay, and a user of nearly all items says nothing (0) where
 * the logarithm would be negative. New weights on the same entries.
 */
export function bm25Weights(byUser: Csr): Csr {
  const { rowCount, columnCount, offsets, columns } = byUser;
  const lengths = new Float64Array(columnCount);
  for (let e = 0; e < columns.length; e++) lengths[columns[e]!]! += Math.abs(byUser.weights[e]!);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / columnCount;
  const weights = new Float32Array(columns.length);
  for (let user = 0; user < rowCount; user++) {
    const [begin, end] = [offsets[user]!, offsets[user + 1]!];
    const rarity = Math.max(0, Math.log(columnCount / (1 + end - begin)));
    for (let e = begin; e < end; e++) {
      const weight = byUser.weights[e]!;
      const length = 1 - B + (B * lengths[columns[e]!]!) / mean;
      weights[e] = ((weight * (K1 + 1)) / (K1 * length + Math.abs(weight))) * rarity;
    }
  }
  return { ...byUser, weights };
}
