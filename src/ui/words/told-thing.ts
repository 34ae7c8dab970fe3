import type { StoredThing } from '../../domain/ownership.ts';

/** A stored record in words: its name, and what else there is to say of it. */
export interface ToldThing {
  readonly title: string;
  readonly details: readonly string[];
}

type Kind = StoredThing['kind'];
type Of<K extends Kind> = Extract<StoredThing, { readonly kind: K }>;

/** How a language tells each kind. `catalogue`: the name of the thing's catalogue; null where that is gone. */
export type Tellers = { readonly [K in Kind]: (thing: Of<K>, catalogue: string | null) => ToldThing };

export function tellBy(tellers: Tellers): (thing: StoredThing, catalogue: string | null) => ToldThing {
  const tell = <K extends Kind>(thing: Of<K>, catalogue: string | null): ToldThing =>
    tellers[thing.kind as K](thing, catalogue);
  return tell;
}
