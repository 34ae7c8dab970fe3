/** Marks the element whose item the keys act on. */
export const ITEM_ATTRIBUTE = 'data-item';
