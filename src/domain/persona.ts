import type { ItemIndex } from './ids.ts';

/** Somebody to step into: a few likes to start from. Name and sentence are the page's, by `id`. */
export interface Persona {
  /** Stable key: `hiker`, `baker`, … */
  readonly id: string;
  readonly likes: readonly ItemIndex[];
}
