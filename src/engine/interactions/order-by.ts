/**
 * Stable counting sort: positions 0 … n − 1 (or `order`, when given) so that `key[position]` ascends.
 * `key`: Int32[n], each in [0, keyCount). Returns Int32[n]. O(n + keyCount), no comparisons.
 */
export function orderBy(
  key: Int32Array<ArrayBuffer>,
  keyCount: number,
  order?: Int32Array<ArrayBuffer>,
): Int32Array<ArrayBuffer> {
  const next = new Int32Array(keyCount + 1);
  for (let i = 0; i < key.length; i++) next[key[i]! + 1]! += 1;
  for (let k = 0; k < keyCount; k++) next[k + 1]! += next[k]!;
  const sorted = new Int32Array(key.length);
  for (let i = 0; i < key.length; i++) {
    const position = order ? order[i]! : i;
    sorted[next[key[position]!]!++] = position;
  }
  return sorted;
}
