import type { ItemIndex } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';

/** An item with its row. */
export interface ShownItem {
  readonly index: ItemIndex;
  readonly item: Item;
}
