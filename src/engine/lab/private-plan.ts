import { HomebodyError } from '../../domain/errors.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { LabRun } from '../../domain/lab.ts';
import type { PrivateRequest } from '../../domain/lab-privacy.ts';
import type { PrivacyClaim } from '../../domain/privacy.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { NoiseSource } from '../privacy/noise-source.ts';
import type { CountOptions } from '../privacy/private-counts.ts';
import { countClaim } from '../privacy/private-counts.ts';
import type { GaussianClaim, PrivateKind } from '../privacy/private-kinds.ts';
import { claimOf, deltaFor, privateKind } from '../privacy/private-kinds.ts';

/** How a private export is made, and what it promises. */
export type PrivatePlan =
  | { readonly kind: PrivateKind; readonly config: ModelConfig; readonly claim: GaussianClaim }
  | { readonly kind: null; readonly counts: CountOptions; readonly claim: PrivacyClaim };

/**
 * What can be promised is promised; anything else is refused.
 * @throws 'training/no-data' for a log without users, 'model/unsupported' for a model that cannot be learnt under
 * differential privacy, 'argument/range' for an ε that is not above 0 or not finite, and for counts without a bound
 */
export function planOf(
  { what, epsilon, mostItems }: PrivateRequest,
  { model, config: own }: Pick<LabRun, 'model' | 'config'>,
  { userCount, user }: Pick<InteractionColumns, 'userCount' | 'user'>,
  noise: Pick<NoiseSource, 'origin'>,
): PrivatePlan {
  if (userCount === 0 || user.length === 0) {
    throw new HomebodyError('training/no-data', 'This log has no people, so there is nobody to protect.', {
      remedy: 'Import a log that says who took what.',
    });
  }
  if (!(epsilon > 0 && epsilon < Infinity)) {
    throw new HomebodyError('argument/range', 'epsilon must be above 0, and finite.', {
      detail: { field: 'epsilon', value: epsilon },
    });
  }
  if (what === 'counts') {
    const counts = { epsilon, mostItems: mostItems ?? Infinity };
    return { kind: null, counts, claim: countClaim(counts, noise) };
  }
  const kind = privateKind(model);
  if (!kind) {
    throw new HomebodyError('model/unsupported', `No privacy can be promised for a model of ${model}.`, {
      remedy: 'Export iALS or GMF, or the counts.',
      detail: { name: model },
    });
  }
  // A pass and a width that do well under noise, and the rest as in the run.
  const config: ModelConfig = { ...own, ...kind.defaults };
  return {
    kind,
    config,
    claim: claimOf(kind, config, { epsilon, delta: deltaFor(userCount) }, noise.origin),
  };
}
