import { KNOWN_SHARE } from '../../../domain/evaluation.ts';
import type { InteractionColumns } from '../../../domain/interactions.ts';
import type { Rng } from '../../../domain/rng.ts';
import { csrSteps } from '../../interactions/build-csr.ts';
import type { Csr } from '../../interactions/csr.ts';
import { listsOf } from '../../interactions/item-lists.ts';
import { sequenceSteps } from '../../interactions/sequences.ts';
import type { Steps } from '../../training/steps.ts';
import { EVERY, EVERY_ROWS } from '../../training/steps.ts';
import type { EvaluationPart } from './evaluation-part.ts';
import { eventsWithout, keptEvents, likedEntries, trainingSide } from './evaluation-part.ts';
import { shuffle } from './shuffle.ts';

/**
 * Protocol `strong` (strong generalisation; Marlin 2004, Liang et al., WWW 2018): a random part of the users with
 * at least two liked items leaves the training side altogether. Of each, KNOWN_SHARE of the liked items, drawn at
 * random, and all pairs that are not liked are known, at least one liked item and not all of them; the rest is to
 * be found. Their rows of `train` are empty.
 */
export function* unseenUserSteps(
  log: InteractionColumns,
  testShare: number,
  rng: Rng,
): Steps<EvaluationPart> {
  const csr = yield* csrSteps(log);
  const unseen = drawUsers(csr, testShare, rng);
  const isUnseen = new Uint8Array(log.userCount);
  for (const user of unseen) isUnseen[user] = 1;
  const keep = new Uint8Array(log.user.length);
  for (let i = 0; i < keep.length; i++) {
    keep[i] = isUnseen[log.user[i]!] === 1 ? 0 : 1;
    if ((i & EVERY) === EVERY) yield;
  }
  const { train, sequences } = yield* trainingSide(log, keep);

  const drop = new Uint8Array(csr.columns.length);
  const heldOut: Int32Array[] = [];
  for (let i = 0; i < unseen.length; i++) {
    if ((i & EVERY_ROWS) === EVERY_ROWS) yield;
    const liked = shuffle(likedEntries(csr, unseen[i]!), rng);
    const known = Math.min(liked.length - 1, Math.max(1, Math.floor(KNOWN_SHARE * liked.length)));
    const asked = liked.slice(known).sort((a, b) => a - b);
    for (const entry of asked) drop[entry] = 1;
    heldOut.push(Int32Array.from(asked, (entry) => csr.columns[entry]!));
  }
  const knownEvents = yield* keptEvents(log, yield* eventsWithout(log, csr, drop));
  return {
    train,
    sequences,
    users: unseen,
    heldOut: listsOf(heldOut),
    known: yield* csrSteps(knownEvents),
    knownOrder: yield* sequenceSteps(knownEvents),
    candidates: null,
  };
}

/** Ascending; at least one where anybody has two liked items. */
function drawUsers(csr: Csr, testShare: number, rng: Rng): Int32Array<ArrayBuffer> {
  const able: number[] = [];
  for (let user = 0; user < csr.rowCount; user++) if (likedEntries(csr, user).length >= 2) able.push(user);
  const count = Math.min(able.length, Math.max(1, Math.round(testShare * able.length)));
  return Int32Array.from(shuffle(able, rng).slice(0, count)).sort();
}
