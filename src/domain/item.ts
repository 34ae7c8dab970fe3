import type { ItemId } from './ids.ts';

/** What a demo product's picture is drawn from. */
export interface ItemPicture {
  /** Product type, e.g. `kettle`; the drawing's vocabulary is keyed by it. */
  readonly type: string;
  /** Noun phrase of this piece among those of its type, e.g. `whistling kettle`. */
  readonly form?: string;
  readonly material: string;
  /** sRGB, `#rrggbb`. */
  readonly colour: string;
  /** Second colour for patterns and details, `#rrggbb`. */
  readonly accent: string;
  readonly pattern: 'plain' | 'stripes' | 'dots' | 'checks' | 'grain' | 'leaf';
  /** 0 … 1, the proportions of this very piece. */
  readonly variation: number;
}

/** Languages in which an item may be told besides its catalogue's own. BCP 47. */
export type ItemLanguage = 'zh-Hans';

/** What of an item is read by people. */
export interface ItemText {
  readonly title: string;
  readonly department: string;
  readonly brand?: string;
  readonly tags?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly description?: string;
}

/** A product, film or anything else that is recommended. Everything but id and title is optional knowledge. */
export interface Item {
  readonly id: ItemId;
  readonly title: string;
  /** Department or first genre. '' when unknown. */
  readonly department: string;
  readonly brand?: string;
  /** Further categories (genres). */
  readonly tags?: readonly string[];
  /** Named attributes in words, e.g. `{ material: 'enamel', colour: 'red' }`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** In minor units of the catalogue's currency (pence, cents). Integer ≥ 0. */
  readonly price?: number;
  /** Pieces left. Undefined: not tracked, always available. */
  readonly stock?: number;
  readonly description?: string;
  readonly year?: number;
  readonly picture?: ItemPicture;
  /** The same in other languages, where it was asked for. The fields above are in the catalogue's own language. */
  readonly local?: Readonly<Partial<Record<ItemLanguage, ItemText>>>;
}
