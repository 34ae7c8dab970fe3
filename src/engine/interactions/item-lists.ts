import type { Csr } from './csr.ts';

/** One ascending list of items per query, as `scoreTopK` takes its exclusions. */
export interface ItemLists {
  /** List q is items[offsets[q]] … items[offsets[q+1] − 1]. Int32[listCount + 1]. */
  readonly offsets: Int32Array<ArrayBuffer>;
  readonly items: Int32Array<ArrayBuffer>;
}

/** Lists, each ascending, one after the other. */
export function listsOf(lists: readonly Int32Array[]): ItemLists {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, q) => (offsets[q + 1] = offsets[q]! + list.length));
  const items = new Int32Array(offsets[lists.length]!);
  lists.forEach((list, q) => items.set(list, offsets[q]));
  return { offsets, items };
}

/** The rows of some users. */
export function itemListsOf(csr: Csr, users: Int32Array<ArrayBuffer>): ItemLists {
  const offsets = new Int32Array(users.length + 1);
  for (let q = 0; q < users.length; q++) {
    const user = users[q]!;
    offsets[q + 1] = offsets[q]! + csr.offsets[user + 1]! - csr.offsets[user]!;
  }
  const items = new Int32Array(offsets[users.length]!);
  for (let q = 0; q < users.length; q++) {
    const user = users[q]!;
    items.set(csr.columns.subarray(csr.offsets[user]!, csr.offsets[user + 1]!), offsets[q]!);
  }
  return { offsets, items };
}
