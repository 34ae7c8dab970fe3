import type { Protocol } from '../../../domain/evaluation.ts';
import { HomebodyError } from '../../../domain/errors.ts';
import type { InteractionColumns } from '../../../domain/interactions.ts';
import { createRng } from '../../../domain/rng.ts';
import { csrSteps } from '../../interactions/build-csr.ts';
import { listsOf } from '../../interactions/item-lists.ts';
import { sequenceSteps } from '../../interactions/sequences.ts';
import type { Steps } from '../../training/steps.ts';
import type { SampledCandidates } from '../sampled-ranking.ts';
import type { EvaluationPart } from './evaluation-part.ts';
import { foldMakers, MAX_FOLDS } from './k-fold.ts';
import { lastItemSteps } from './last-item.ts';
import { temporalSteps } from './temporal.ts';
import { unseenUserSteps } from './unseen-users.ts';

/** Makes one part. Each is called once, in order; the log can be let go of after the last. */
export type PartMaker = () => Steps<EvaluationPart>;

/**
 * The parts of a protocol, each made when it is its turn. The same seed gives the same parts.
 * `candidates`: the given test items of `ncf`, of which `log` is the training part alone.
 * @throws 'argument/range' for a protocol out of range, 'training/no-data' for `ncf` without candidates; the
 * makers: 'training/no-data' where nothing can be held out.
 */
export function partMakers(
  protocol: Protocol,
  log: InteractionColumns,
  seed: number,
  candidates: SampledCandidates | null = null,
): readonly PartMaker[] {
  checkProtocol(protocol);
  const rng = createRng(seed);
  switch (protocol.name) {
    case 'leave-one-out':
      return [() => lastItemSteps(log, protocol.maxUsers, rng)];
    case 'temporal':
      return [() => temporalSteps(log, protocol.testShare)];
    case 'k-fold':
      return foldMakers(log, protocol.folds, rng.fork('folds'));
    case 'strong':
      return [() => unseenUserSteps(log, protocol.testShare, rng.fork('unseen users'))];
    case 'ncf':
    default:
      if (!candidates) throw new HomebodyError('training/no-data', 'ncf needs the given test items.');
      return [() => givenSteps(log, candidates)];
  }
}

/** Protocol `ncf`: the test rows are not part of the log, so all of it is learnt from. */
function* givenSteps(log: InteractionColumns, candidates: SampledCandidates): Steps<EvaluationPart> {
  const train = yield* csrSteps(log);
  const sequences = yield* sequenceSteps(log);
  return {
    train,
    sequences,
    users: candidates.users,
    heldOut: listsOf(Array.from(candidates.heldOut, (item) => Int32Array.of(item))),
    known: train,
    knownOrder: sequences,
    candidates,
  };
}

function checkProtocol(protocol: Protocol): void {
  if ('testShare' in protocol && !(protocol.testShare > 0 && protocol.testShare < 1)) {
    throw outOfRange('testShare', protocol.testShare, 'above 0 and below 1');
  }
  if (protocol.name !== 'k-fold') return;
  const { folds } = protocol;
  if (Number.isInteger(folds) && folds >= 2 && folds <= MAX_FOLDS) return;
  throw outOfRange('folds', folds, `an integer from 2 to ${MAX_FOLDS}`);
}

function outOfRange(field: string, value: number, range: string): HomebodyError {
  return new HomebodyError('argument/range', `${field} must be ${range}.`, {
    detail: { field, value, range },
  });
}
