import type { LabRun } from '../../domain/lab.ts';
import type {
  AttackReport,
  PrivacyCost,
  PrivacyProgress,
  PrivateRequest,
  Release,
} from '../../domain/lab-privacy.ts';
import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import type { PrivacyClaim } from '../../domain/privacy.ts';

export const PRIVACY_PROGRESS: PrivacyProgress = {
  stage: 'plain',
  number: 4,
  of: 9,
  fraction: 0.19,
  elapsedMs: 8200,
  remainingMs: 35_000,
};

const claimOf = (epsilon: number): PrivacyClaim => ({
  unit: 'user',
  mechanism: { kind: 'gaussian', samplingRate: 1, noiseMultiplier: 6.42, steps: 3 },
  epsilon,
  delta: 1e-5,
  accountant: 'pld',
  noise: 'seeded',
});

export const fakeAttack = (run: LabRun): AttackReport => ({
  catalogue: DEMO_CATALOGUE,
  run: run.id,
  epsilon: 1,
  shadows: 8,
  model: run.model,
  members: 1012,
  others: 988,
  plain: {
    auc: 0.9412,
    aucInterval: { low: 0.931, high: 0.9514 },
    advantage: 0.7411,
    advantageInterval: { low: 0.6556, high: 0.8266 },
    epsilonAtLeast: 3.61,
  },
  private: {
    figures: {
      auc: 0.5061,
      aucInterval: { low: 0.4807, high: 0.5315 },
      advantage: 0.0312,
      advantageInterval: { low: 0, high: 0.1167 },
      epsilonAtLeast: 0,
    },
    claim: claimOf(1),
  },
});

export const fakeCost = (request: PrivateRequest, run: LabRun): PrivacyCost => ({
  request,
  claim:
    request.what === 'counts'
      ? {
          ...claimOf(request.epsilon),
          mechanism: { kind: 'geometric', sensitivity: request.mostItems ?? 1 },
          delta: 0,
          accountant: 'exact',
        }
      : claimOf(request.epsilon),
  model: run.model,
  users: 5000,
  without: { value: 0.1312, interval: { low: 0.122, high: 0.1404 } },
  with: { value: 0.0541, interval: { low: 0.0478, high: 0.0606 } },
  popularity: 0.0322,
  countError: request.what === 'counts' ? (request.mostItems ?? 1) / request.epsilon : null,
});

export const fakeReleases = (at: number): readonly Release[] => [
  { id: 'release-b', at: at - 3_600_000, what: 'counts', model: null, claim: countClaim(1) },
  { id: 'release-a', at: at - 172_800_000, what: 'model', model: 'ials', claim: claimOf(4) },
];

const countClaim = (epsilon: number): PrivacyClaim => ({
  ...claimOf(epsilon),
  mechanism: { kind: 'geometric', sensitivity: 10 },
  delta: 0,
  accountant: 'exact',
});
