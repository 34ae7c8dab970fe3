import type { InteractionColumns } from '../../../domain/interactions.ts';
import type { Rng } from '../../../domain/rng.ts';
import { csrSteps } from '../../interactions/build-csr.ts';
import { listsOf } from '../../interactions/item-lists.ts';
import { leaveOneOutSteps } from '../../interactions/leave-one-out.ts';
import { sequenceSteps } from '../../interactions/sequences.ts';
import type { Steps } from '../../training/steps.ts';
import { EVERY } from '../../training/steps.ts';
import type { EvaluationPart } from './evaluation-part.ts';
import { keptEvents } from './evaluation-part.ts';

/** Protocol `leave-one-out`; see `leaveOneOut`. The held-out pair leaves the sequences too, with all its events. */
export function* lastItemSteps(log: InteractionColumns, maxUsers: number, rng: Rng): Steps<EvaluationPart> {
  const csr = yield* csrSteps(log);
  const { train, users, heldOut } = yield* leaveOneOutSteps(log, csr, { maxUsers, rng });
  const heldOutOf = new Int32Array(log.userCount).fill(-1);
  users.forEach((user, i) => (heldOutOf[user] = heldOut[i]!));
  const keep = new Uint8Array(log.user.length);
  for (let i = 0; i < keep.length; i++) {
    keep[i] = heldOutOf[log.user[i]!] === log.item[i] ? 0 : 1;
    if ((i & EVERY) === EVERY) yield;
  }
  const sequences = yield* sequenceSteps(yield* keptEvents(log, keep));
  return {
    train,
    sequences,
    users,
    heldOut: listsOf(Array.from(heldOut, (item) => Int32Array.of(item))),
    known: train,
    knownOrder: sequences,
    candidates: null,
  };
}
