import type { Layers } from '../kit/path.ts';

/** Who sits for the picture: what a drawing may differ by within one form. */
export interface Sitter {
  /** Noun phrase of the piece, e.g. `wine goblet`. '' where none is known. */
  readonly form: string;
  /** Title of the piece: a book is about something. */
  readonly title: string;
  /** In words, e.g. `set of four`, `small`. '' where there are no sizes. */
  readonly size: string;
  /** 0 … 1, the proportions of this very piece. */
  readonly variation: number;
  /** Pieces of a set, 1 … 12. */
  readonly pieces: number;
  readonly material: string;
  /** One of `count` ways, the same for the same piece. `what` keeps two choices of one piece apart. */
  readonly way: (what: string, count: number) => number;
}

/**
 * Half the width of the shadow under a thing that stands on the table, its foot at 168; 0 for what hangs on the
 * wall; below 0 for what lies on the floor. Then its layers.
 */
export type Still = readonly [cast: number, ...layers: Layers];
export type Drawing = Still | ((sitter: Sitter) => Still);
/** A drawing for each form of a type. */
export type Forms = Readonly<Record<string, Drawing>>;
/** By product type. */
export type Vocabulary = Readonly<Record<string, Drawing | Forms>>;
