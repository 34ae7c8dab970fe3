import type { InteractionColumns } from '../../../domain/interactions.ts';
import type { Rng } from '../../../domain/rng.ts';
import { csrSteps } from '../../interactions/build-csr.ts';
import type { Csr } from '../../interactions/csr.ts';
import { listsOf } from '../../interactions/item-lists.ts';
import type { Steps } from '../../training/steps.ts';
import { EVERY_ROWS } from '../../training/steps.ts';
import type { EvaluationPart } from './evaluation-part.ts';
import { eventsWithout, likedEntries, trainingSide } from './evaluation-part.ts';
import { shuffle } from './shuffle.ts';

/** Of a pair that is in no fold. */
const NO_FOLD = 255;
export const MAX_FOLDS = 100;

/**
 * Protocol `k-fold`, one fold after the other: the liked items of each user are shuffled and dealt over the folds, on
 * from where the user before ended, so that each is held out once, with all events of the pair, something of the user
 * is always left to learn from, and the folds are of one size up to one pair. A user with one liked item is learnt
 * from and never asked.
 */
export function foldMakers(
  log: InteractionColumns,
  folds: number,
  rng: Rng,
): readonly (() => Steps<EvaluationPart>)[] {
  let dealt: { readonly csr: Csr; readonly foldOf: Uint8Array } | null = null;
  return Array.from({ length: folds }, (_, fold) => {
    return function* (): Steps<EvaluationPart> {
      dealt ??= yield* dealSteps(log, folds, rng);
      return yield* foldSteps(log, dealt.csr, dealt.foldOf, fold);
    };
  });
}

function* dealSteps(
  log: InteractionColumns,
  folds: number,
  rng: Rng,
): Steps<{ readonly csr: Csr; readonly foldOf: Uint8Array }> {
  const csr = yield* csrSteps(log);
  const foldOf = new Uint8Array(csr.columns.length).fill(NO_FOLD);
  // A fork of its own: folds that are made side by side are dealt alike.
  const dealer = rng.fork('folds');
  let next = 0;
  for (let user = 0; user < csr.rowCount; user++) {
    if ((user & EVERY_ROWS) === EVERY_ROWS) yield;
    const liked = likedEntries(csr, user);
    if (liked.length < 2) continue;
    for (const entry of shuffle(liked, dealer)) foldOf[entry] = next++ % folds;
  }
  return { csr, foldOf };
}

function* foldSteps(
  log: InteractionColumns,
  csr: Csr,
  foldOf: Uint8Array,
  fold: number,
): Steps<EvaluationPart> {
  const drop = foldOf.map((of) => (of === fold ? 1 : 0));
  yield;
  const { train, sequences } = yield* trainingSide(log, yield* eventsWithout(log, csr, drop));
  const users: number[] = [];
  const heldOut: Int32Array[] = [];
  for (let user = 0; user < csr.rowCount; user++) {
    if ((user & EVERY_ROWS) === EVERY_ROWS) yield;
    const entries = likedEntries(csr, user).filter((entry) => drop[entry] === 1);
    if (entries.length === 0) continue;
    users.push(user);
    heldOut.push(Int32Array.from(entries, (entry) => csr.columns[entry]!));
  }
  return {
    train,
    sequences,
    users: Int32Array.from(users),
    heldOut: listsOf(heldOut),
    known: train,
    knownOrder: sequences,
    candidates: null,
  };
}
