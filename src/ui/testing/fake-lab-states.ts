// Longer than other files: values alone, of one lab that fit one another.
import type { LabState, ShownItemMap } from '../../client/lab/lab-state.ts';
import { initialLabState } from '../../client/lab/lab-state.ts';
import type { DatasetFacts, LabRun, LabStudy, RunProgress } from '../../domain/lab.ts';
import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import type { ModelDescription } from '../../domain/model-description.ts';
import type { Trial } from '../../domain/tuning.ts';
import { fakeAttack, fakeReleases } from './fake-privacy.ts';
import { MODEL } from './fake-states.ts';

const SEED = {
  field: 'seed',
  kind: 'integer',
  min: Number.MIN_SAFE_INTEGER,
  max: Number.MAX_SAFE_INTEGER,
  default: 1,
} as const;
const HOMES = ['webgpu', 'wasm', 'reference'] as const;

export const LAB_MODELS: readonly ModelDescription[] = [
  {
    name: 'ials',
    settings: [
      { field: 'dim', kind: 'integer', min: 4, max: 512, default: 64, log: true, usual: [16, 256] },
      { field: 'epochs', kind: 'integer', min: 1, max: 1000, default: 8, usual: [4, 24] },
      {
        field: 'regularisation',
        kind: 'number',
        min: 0,
        open: true,
        max: Infinity,
        default: 0.01,
        log: true,
        usual: [0.0005, 0.1],
      },
      {
        field: 'unobservedWeight',
        kind: 'number',
        min: 0,
        open: true,
        max: 1,
        default: 0.1,
        log: true,
        usual: [0.01, 1],
      },
      { field: 'cgSteps', kind: 'integer', min: 1, max: 32, default: 3, usual: [1, 8] },
      SEED,
    ],
    learnsOrder: false,
    foldsIn: true,
    explains: 'shares',
    homes: HOMES,
  },
  { name: 'popularity', settings: [], learnsOrder: false, foldsIn: false, explains: 'nothing', homes: [] },
  {
    name: 'ease',
    settings: [
      {
        field: 'l2',
        kind: 'number',
        min: 0,
        open: true,
        max: Infinity,
        default: 500,
        log: true,
        usual: [10, 10000],
      },
    ],
    learnsOrder: false,
    foldsIn: true,
    explains: 'shares',
    homes: HOMES,
  },
  {
    name: 'item-knn',
    settings: [
      { field: 'k', kind: 'integer', min: 1, max: 10000, default: 100, log: true, usual: [10, 1000] },
      { field: 'weighting', kind: 'choice', values: ['none', 'bm25'], default: 'none' },
    ],
    learnsOrder: false,
    foldsIn: true,
    explains: 'shares',
    homes: [],
  },
  {
    name: 'blend',
    settings: [
      { field: 'weight', kind: 'number', min: 0, max: 1, default: null },
      SEED,
      {
        field: 'first.l2',
        kind: 'number',
        min: 0,
        open: true,
        max: Infinity,
        default: 200,
        log: true,
        usual: [10, 2000],
      },
    ],
    learnsOrder: true,
    foldsIn: true,
    explains: 'shares',
    homes: HOMES,
  },
];

export const LAB_FACTS: DatasetFacts = {
  catalogue: DEMO_CATALOGUE,
  userCount: 6400,
  itemCount: 3260,
  interactionCount: 420_318,
  pairCount: 268_004,
  density: 268_004 / (6400 * 3260),
  timed: 'all',
  timeSpan: [Date.UTC(2024, 0, 1), Date.UTC(2025, 11, 31)],
  popularity: Array.from({ length: 120 }, (_, i) => {
    const rank = Math.round(3260 ** (i / 119));
    return { rank, users: Math.round(1400 / (1 + rank / 30) ** 1.1) };
  }).filter(({ rank }, i, all) => i === 0 || rank !== all[i - 1]?.rank),
  headShare: 0.62,
  untouchedItems: 14,
  eventsPerUser: { min: 2, p10: 12, p25: 27, median: 51, p75: 88, p90: 131, max: 402, mean: 65.7 },
  eventsPerItem: { min: 0, p10: 9, p25: 24, median: 61, p75: 140, p90: 318, max: 2203, mean: 128.9 },
};

const NOW = Date.now();
const PROTOCOL = { name: 'leave-one-out', maxUsers: 5000 } as const;
const RUN: LabRun = {
  id: 'run-ials',
  catalogue: DEMO_CATALOGUE,
  origin: 'trained',
  at: NOW - 240_000,
  model: 'ials',
  config: { dim: 64, epochs: 8, regularisation: 0.01, unobservedWeight: 0.1, cgSteps: 3, seed: 1 },
  seed: 1,
  protocol: PROTOCOL,
  protocolText: 'leave-one-out: the last item of each user',
  warnings: [],
  users: 5000,
  metrics: {
    ndcgAt10: 0.0668,
    hitRateAt10: 0.1312,
    recallAt20: 0.2014,
    ndcgAt100: 0.1201,
    precisionAt10: 0.0131,
    mrrAt10: 0.0471,
    mapAt10: 0.0471,
    noveltyAt10: 6.21,
    popularityAt10: 402.2,
    diversityAt10: 0.61,
    coverageAt10: 0.72,
    giniAt10: 0.66,
  },
  intervals: {
    ndcgAt10: { low: 0.0621, high: 0.0716 },
    hitRateAt10: { low: 0.122, high: 0.1404 },
    recallAt20: { low: 0.1903, high: 0.2126 },
  },
  losses: [0.71, 0.42, 0.353, 0.331, 0.322, 0.3171, 0.3144, 0.3128],
  validation: [0.031, 0.052, 0.0601, 0.0642, 0.0655, 0.0661, 0.0667, 0.0668].map((ndcgAt10, i) => ({
    epoch: i + 1,
    ndcgAt10,
  })),
  trainMs: 1840,
  evaluateMs: 620,
  modelBytes: 836_000,
  peakBytes: 4_730_000,
  home: 'wasm',
  threads: 2,
  trainedOn: 'part',
  dataFingerprint: '9f2c4be1a77d3c50',
  splitFingerprint: '51d09aa3be2f7710',
  userCount: 6400,
  itemCount: 3260,
  interactionCount: 420_318,
};

export const LAB_RUNS: readonly LabRun[] = [
  RUN,
  {
    ...RUN,
    id: 'run-ease',
    at: NOW - 1_500_000,
    model: 'ease',
    config: { l2: 500 },
    metrics: { ...RUN.metrics, ndcgAt10: 0.0701, hitRateAt10: 0.1366, coverageAt10: 0.58 },
    intervals: { ndcgAt10: { low: 0.0652, high: 0.0751 }, hitRateAt10: { low: 0.1271, high: 0.1461 } },
    losses: [],
    validation: [],
    trainMs: 5120,
    peakBytes: 85_000_000,
    modelBytes: 42_500_000,
  },
  {
    ...RUN,
    id: 'run-popularity',
    at: NOW - 3_900_000,
    model: 'popularity',
    config: {},
    metrics: { ...RUN.metrics, ndcgAt10: 0.0151, hitRateAt10: 0.0322, coverageAt10: 0.01, giniAt10: 0.99 },
    intervals: { ndcgAt10: { low: 0.0131, high: 0.0172 }, hitRateAt10: { low: 0.0273, high: 0.0371 } },
    losses: [],
    validation: [],
    trainMs: 12,
    peakBytes: 26_080,
    modelBytes: 13_040,
  },
  {
    ...RUN,
    id: 'run-blend',
    at: NOW - 7_200_000,
    model: 'blend',
    config: { weight: 0.02, seed: 7, first: { l2: 200 } },
    seed: 7,
    protocol: { name: 'k-fold', folds: 5 },
    protocolText: "k-fold: each user's items in 5 random folds, each held out once",
    warnings: ['random-split'],
    metrics: { ...RUN.metrics, ndcgAt10: 0.1324, hitRateAt10: 0.2411 },
    intervals: { ndcgAt10: { low: 0.1268, high: 0.138 }, hitRateAt10: { low: 0.2302, high: 0.252 } },
    losses: [],
    validation: [],
    trainMs: 31_400,
    peakBytes: 171_000_000,
    trainedOn: 'whole',
    splitFingerprint: 'aa00b7',
  },
  {
    ...RUN,
    id: 'run-file',
    at: NOW - 90_000_000,
    origin: 'imported',
    config: { ...RUN.config, dim: 128 },
    protocol: null,
    protocolText: '',
    warnings: ['other-log'],
    metrics: {},
    intervals: {},
    losses: [],
    validation: [],
    splitFingerprint: '',
    users: 0,
    trainMs: 0,
    evaluateMs: 0,
    privacy: [
      ['Unit', 'one user, with all of their events'],
      ['Epsilon', '3.999'],
    ],
  },
];

export const RUN_PROGRESS: RunProgress = {
  phase: 'training',
  part: 1,
  parts: 1,
  epoch: 5,
  epochs: 8,
  fraction: 0.55,
  elapsedMs: 2100,
  remainingMs: 1700,
  losses: RUN.losses.slice(0, 5),
  validation: RUN.validation.slice(0, 5),
  home: 'wasm',
  peakBytes: 4_730_000,
};

const trial = (regularisation: number, unobservedWeight: number, base: number, folds = 3): Trial => ({
  rung: 0,
  settings: { regularisation, unobservedWeight },
  folds: Array.from({ length: folds }, (_, i) => ({ score: base + (i - 1) / 1000, passes: 8 })),
});
const TRIALS: readonly Trial[] = [
  trial(0.0005, 0.01, 0.0512),
  trial(0.0005, 0.1, 0.0601),
  trial(0.0005, 1, 0.0577),
  trial(0.007, 0.01, 0.0604),
  trial(0.007, 0.1, 0.0672),
  trial(0.007, 1, 0.0641, 2),
];

export const LAB_STUDY: LabStudy = {
  id: 'study-1',
  catalogue: DEMO_CATALOGUE,
  at: NOW - 600_000,
  plan: {
    model: 'ials',
    config: { seed: 1 },
    space: {
      regularisation: { kind: 'choices', values: [0.0005, 0.007, 0.1] },
      unobservedWeight: { kind: 'choices', values: [0.01, 0.1, 1] },
    },
    search: { kind: 'grid' },
    validation: { kind: 'folds', folds: 3 },
    metric: 'ndcgAt10',
    seed: 1,
  },
  budgetMs: 600_000,
  trials: TRIALS,
  trialCount: 9,
  spentMs: 41_200,
  best: {
    trial: TRIALS[4]!,
    score: 0.0672,
    config: { ...RUN.config, regularisation: 0.007, unobservedWeight: 0.1 },
  },
  ended: null,
};

/** Four departments of points, each about a middle of its own; `laidOut` nearer together. */
export function fakeItemMap(own: readonly number[], laidOut = false): ShownItemMap {
  const count = 480;
  const positions = new Float32Array(count * 2);
  const department = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const angle = (i % 12) * (Math.PI / 6);
    const away = ((i * 37) % 101) / 101;
    const spread = laidOut ? 0.12 : 0.35;
    department[i] = i % 12;
    positions[i * 2] = 0.55 * Math.cos(angle) + spread * away * Math.cos(i * 2.4);
    positions[i * 2 + 1] = 0.55 * Math.sin(angle) + spread * away * Math.sin(i * 2.4);
  }
  return {
    catalogue: DEMO_CATALOGUE,
    run: null,
    source: 'embeddings',
    items: Int32Array.from({ length: count }, (_, i) => i),
    department,
    positions,
    explained: [0.124, 0.083],
    method: laidOut ? 'layout' : 'pca',
    own: Uint8Array.from({ length: count }, (_, i) => (own.includes(i) ? 1 : 0)),
    moving: false,
  };
}

/** What the lab begins with, once it is open. */
export const LAB_STATES: Readonly<Record<'loading' | 'empty' | 'full', LabState>> = {
  loading: initialLabState,
  empty: {
    ...initialLabState,
    ready: true,
    models: LAB_MODELS,
    promotions: { current: null, run: null, back: null, history: [] },
  },
  full: {
    ...initialLabState,
    ready: true,
    facts: LAB_FACTS,
    models: LAB_MODELS,
    runs: LAB_RUNS,
    promotions: {
      current: { ...MODEL, trainedAt: NOW - 240_000 },
      run: 'run-ials',
      back: { model: { ...MODEL, id: 'm0', name: 'ease' } },
      history: [],
    },
    studies: [LAB_STUDY],
    attack: fakeAttack(RUN),
    releases: { releases: fakeReleases(NOW), together: { epsilon: 5, delta: 1.0000001e-5, by: 'sum' } },
  },
};
