import type { InteractionColumns } from '../../../domain/interactions.ts';
import { csrSteps } from '../../interactions/build-csr.ts';
import type { Csr } from '../../interactions/csr.ts';
import { entryOf } from '../../interactions/csr.ts';
import type { ItemLists } from '../../interactions/item-lists.ts';
import type { Sequences } from '../../interactions/sequences.ts';
import { sequenceSteps } from '../../interactions/sequences.ts';
import type { Steps } from '../../training/steps.ts';
import { EVERY } from '../../training/steps.ts';
import type { SampledCandidates } from '../sampled-ranking.ts';

/** One training and the questions after it. Rows of users and items are those of the log throughout. */
export interface EvaluationPart {
  /** Users × items of the training side. */
  readonly train: Csr;
  /** The training side in order of time. */
  readonly sequences: Sequences;
  /** Users who are asked for, ascending, each with something known and something held out. Int32[asked]. */
  readonly users: Int32Array<ArrayBuffer>;
  /** What is to be found for users[i]: list i. Items that user i is known to have are not in it. */
  readonly heldOut: ItemLists;
  /**
   * What is known of each user when they are asked for, by row of the log; it is not recommended again. `train`
   * itself, but for `strong`, whose users are not in it and are folded in by this.
   */
  readonly known: Csr;
  /** `known` in order of time. */
  readonly knownOrder: Sequences;
  /** Given negatives; only by `ncf`. */
  readonly candidates: SampledCandidates | null;
}

/** The events that are kept, as a log of the same users and items. `keep`: 1 for a kept one. Uint8[n]. */
export function* keptEvents(log: InteractionColumns, keep: Uint8Array): Steps<InteractionColumns> {
  let count = 0;
  for (let i = 0; i < keep.length; i++) count += keep[i]!;
  const kept = {
    user: new Int32Array(count),
    item: new Int32Array(count),
    kind: new Uint8Array(count),
    value: new Float32Array(count),
    at: new Float64Array(count),
  };
  let place = 0;
  for (let i = 0; i < keep.length; i++) {
    if ((i & EVERY) === EVERY) yield;
    if (keep[i] === 0) continue;
    kept.user[place] = log.user[i]!;
    kept.item[place] = log.item[i]!;
    kept.kind[place] = log.kind[i]!;
    kept.value[place] = log.value[i]!;
    kept.at[place] = log.at[i]!;
    place += 1;
  }
  return { userCount: log.userCount, itemCount: log.itemCount, ...kept };
}

/**
 * Rows and sequences of the same kept events: what is held out is in neither, since both are made of a log that
 * does not have it.
 */
export function* trainingSide(
  log: InteractionColumns,
  keep: Uint8Array,
): Steps<{ readonly train: Csr; readonly sequences: Sequences }> {
  const kept = yield* keptEvents(log, keep);
  return { train: yield* csrSteps(kept), sequences: yield* sequenceSteps(kept) };
}

/** Keeps the events of all pairs but those whose entry of `csr` is dropped. `drop`: 1 for those. Uint8[entryCount]. */
export function* eventsWithout(
  log: InteractionColumns,
  csr: Csr,
  drop: Uint8Array,
): Steps<Uint8Array<ArrayBuffer>> {
  const keep = new Uint8Array(log.user.length);
  for (let i = 0; i < keep.length; i++) {
    const entry = entryOf(csr, log.user[i]!, log.item[i]!);
    keep[i] = entry >= 0 && drop[entry] === 1 ? 0 : 1;
    if ((i & EVERY) === EVERY) yield;
  }
  return keep;
}

/** Entries of a row with a positive weight: the items that the user likes. */
export function likedEntries(csr: Csr, row: number): number[] {
  const entries: number[] = [];
  for (let e = csr.offsets[row]!; e < csr.offsets[row + 1]!; e++) {
    if (csr.weights[e]! > 0) entries.push(e);
  }
  return entries;
}
