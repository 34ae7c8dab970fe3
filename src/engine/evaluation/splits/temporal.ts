import { HomebodyError } from '../../../domain/errors.ts';
import type { InteractionColumns } from '../../../domain/interactions.ts';
import { csrSteps } from '../../interactions/build-csr.ts';
import { entryOf } from '../../interactions/csr.ts';
import { listsOf } from '../../interactions/item-lists.ts';
import type { Steps } from '../../training/steps.ts';
import { EVERY, EVERY_ROWS } from '../../training/steps.ts';
import type { EvaluationPart } from './evaluation-part.ts';
import { keptEvents, likedEntries, trainingSide } from './evaluation-part.ts';

/**
 * Protocol `temporal`: what happened before one point in time is learnt from, what came at it or after it is to
 * be found, the same point for all. Held out are the items that a user likes on balance of the later events and
 * has no pair with before; users without either are not asked. An item that nobody took before stays held out: it
 * is what a model cannot know. Events of unknown time are on neither side.
 * @throws 'training/no-data' where times are unknown or all the same.
 */
export function* temporalSteps(log: InteractionColumns, testShare: number): Steps<EvaluationPart> {
  const begin = splitTime(log, testShare);
  yield;
  const [before, after] = [new Uint8Array(log.at.length), new Uint8Array(log.at.length)];
  for (let i = 0; i < log.at.length; i++) {
    // NaN compares false twice.
    before[i] = log.at[i]! < begin ? 1 : 0;
    after[i] = log.at[i]! >= begin ? 1 : 0;
    if ((i & EVERY) === EVERY) yield;
  }
  const { train, sequences } = yield* trainingSide(log, before);
  const later = yield* csrSteps(yield* keptEvents(log, after));
  const users: number[] = [];
  const heldOut: Int32Array[] = [];
  for (let user = 0; user < log.userCount; user++) {
    if ((user & EVERY_ROWS) === EVERY_ROWS) yield;
    if (likedEntries(train, user).length === 0) continue;
    const found = likedEntries(later, user)
      .map((entry) => later.columns[entry]!)
      .filter((item) => entryOf(train, user, item) < 0);
    if (found.length === 0) continue;
    users.push(user);
    heldOut.push(Int32Array.from(found));
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

/**
 * Time of the first held-out event, ms: so late that about `testShare` of the events of known time are held out.
 * Events of one time stay together, on the later side.
 */
function splitTime({ at }: InteractionColumns, testShare: number): number {
  const times = at.filter((time) => !Number.isNaN(time)).sort();
  const begin = times[Math.floor((1 - testShare) * times.length)];
  if (begin !== undefined && begin > times[0]!) return begin;
  throw new HomebodyError('training/no-data', 'The log has no times to split it by.', {
    remedy: 'Evaluate with another protocol, or on a log with timestamps.',
    detail: { events: at.length, eventsWithTime: times.length },
  });
}
