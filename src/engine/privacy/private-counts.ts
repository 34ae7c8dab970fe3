import { HomebodyError } from '../../domain/errors.ts';
import type { PrivacyClaim } from '../../domain/privacy.ts';
import type { Csr } from '../interactions/csr.ts';
import { rowColumns } from '../interactions/csr.ts';
import type { Steps } from '../training/steps.ts';
import { outOfRange } from './accountant/mechanism.ts';
import { noisyCount } from './local.ts';
import type { NoiseSource } from './noise-source.ts';

export interface CountOptions {
  readonly epsilon: number;
  /** Items of each user that count at most. Integer, 1 and more. */
  readonly mostItems: number;
}

/**
 * How many users took each item, ε-DP of users: of each at most `mostItems` items count, drawn from theirs by lot, and
 * whole-number Laplace noise of that sensitivity is put on every count, also on those that are 0. The merchant has the
 * log already, so this noise is put on once, in the middle; had each visitor to send theirs, it would be randomised
 * response, whose error grows with the number of visitors. May be negative. Float64[itemCount].
 * @throws 'argument/range' naming the field: without a bound nothing can be promised. 'training/no-data' without users.
 */
export function* privateCountSteps(
  byUser: Csr,
  { epsilon, mostItems }: CountOptions,
  noise: NoiseSource,
): Steps<Float64Array<ArrayBuffer>> {
  checkCounts({ epsilon, mostItems });
  if (byUser.rowCount === 0 || byUser.columns.length === 0) {
    throw new HomebodyError('training/no-data', 'There are no people whose things could be counted.', {
      remedy: 'Import a log that says who took what.',
    });
  }
  const counts = boundedCounts(byUser, mostItems, noise);
  yield;
  for (let item = 0; item < counts.length; item++) {
    counts[item] = noisyCount(counts[item]!, epsilon, noise, mostItems);
    if ((item & 0xfff) === 0xfff) yield;
  }
  return counts;
}

/** The counts before the noise; one user more or less changes them by `mostItems` at most, all together. */
export function boundedCounts(
  byUser: Csr,
  mostItems: number,
  chance: Pick<NoiseSource, 'int'>,
): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(byUser.columnCount);
  for (let user = 0; user < byUser.rowCount; user++) {
    const begin = byUser.offsets[user]!;
    const items = rowColumns(byUser, user).filter((_, i) => byUser.weights[begin + i]! > 0);
    for (let taken = 0; taken < Math.min(mostItems, items.length); taken++) {
      const drawn = taken + chance.int(items.length - taken);
      const item = items[drawn]!;
      items[drawn] = items[taken]!;
      counts[item]! += 1;
    }
  }
  return counts;
}

/** ε as it is: the noise has exactly the probabilities that it must have (`noisyCount`). */
export function countClaim(
  { epsilon, mostItems }: CountOptions,
  noise: Pick<NoiseSource, 'origin'>,
): PrivacyClaim {
  checkCounts({ epsilon, mostItems });
  return {
    unit: 'user',
    mechanism: { kind: 'geometric', sensitivity: mostItems },
    epsilon,
    delta: 0,
    accountant: 'exact',
    noise: noise.origin,
  };
}

/** Mean distance of a noisy count from its bounded count. */
export function meanCountError({ epsilon, mostItems }: CountOptions): number {
  const ratio = Math.exp(-epsilon / mostItems);
  return (2 * ratio) / (1 - ratio * ratio);
}

function checkCounts({ epsilon, mostItems }: CountOptions): void {
  if (!(epsilon > 0 && epsilon < Infinity)) throw outOfRange('epsilon', epsilon, 'above 0, and finite');
  if (!(Number.isInteger(mostItems) && mostItems >= 1)) {
    throw outOfRange(
      'mostItems',
      mostItems,
      'an integer of 1 or more: without a bound nothing can be promised',
    );
  }
}
