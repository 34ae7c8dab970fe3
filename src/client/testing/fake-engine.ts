import { HomebodyError } from '../../domain/errors.ts';
import type { StoredEvent } from '../../domain/events.ts';
import { itemIndex } from '../../domain/ids.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import { outcomeOf } from '../../domain/outcome.ts';
import type { ExplainRequest, FeedRequest, Recommendation } from '../../domain/recommendation.ts';
import type { ModelDescription } from '../../domain/model-description.ts';
import type { ModelFacts, TrainProgress } from '../../domain/training.ts';
import type { EngineApi } from '../../protocol/engine-api.ts';
import { ITEM_COUNT, rowOf } from './fake-vault.ts';
import type { FakeVault } from './fake-vault.ts';

export const MODEL: ModelFacts = {
  id: 'm1',
  name: 'ials',
  config: {
    dim: 4,
    epochs: 1,
    regularisation: 0.01,
    regularisationExponent: 1,
    unobservedWeight: 0.1,
    initialStddev: 0.1,
    cgSteps: 3,
    seed: 1,
  },
  home: 'reference',
  threads: 1,
  trainedAt: 0,
  trainMs: 1,
  userCount: 3,
  itemCount: ITEM_COUNT,
  interactionCount: 9,
  losses: [0.5],
  quality: null,
};

/** What can be trained: one with settings of each kind, and one with none. */
export const MODELS: readonly ModelDescription[] = [
  {
    name: 'ials',
    settings: [
      { field: 'dim', kind: 'integer', min: 4, max: 512, default: 64, log: true, usual: [16, 256] },
      {
        field: 'regularisation',
        kind: 'number',
        min: 0,
        open: true,
        max: Infinity,
        default: 0.01,
        log: true,
      },
    ],
    learnsOrder: false,
    foldsIn: true,
    explains: 'shares',
    homes: ['webgpu', 'wasm', 'reference'],
  },
  {
    name: 'popularity',
    settings: [],
    learnsOrder: false,
    foldsIn: false,
    explains: 'nothing',
    homes: [],
  },
];

/**
 * Numbers over a vault. The feed of a history is the rows counted upwards from the newest event's item, so
 * that a test can tell which history an answer has seen.
 */
export class FakeEngine {
  /** Stored models. */
  readonly models: Map<CatalogueId, ModelFacts> = new Map();
  /** The newest requests. */
  asked: FeedRequest | null = null;
  explained: ExplainRequest | null = null;
  calls: string[] = [];
  /** Set to hold every answer of `feed` until the promise resolves. */
  feedGate: Promise<void> = Promise.resolve();
  /** Set to make `train` wait; rejects with what the promise rejects with. */
  trainGate: Promise<void> = Promise.resolve();
  /** Set to make `openCatalogue` wait. */
  openGate: Promise<void> = Promise.resolve();
  /** Of the newest training. */
  onProgress: (progress: TrainProgress) => void = () => {};
  /** Rows that are like every item, once a model knows, and that go well with it. */
  alike: readonly number[] = [];
  goingWell: readonly number[] = [7];
  homeFailure: HomebodyError | null = null;
  readonly #vault: FakeVault;
  #cancel: (error: HomebodyError) => void = () => {};

  constructor(vault: FakeVault) {
    this.#vault = vault;
  }

  readonly api: Omit<EngineApi, 'connectVault' | 'showConstellation'> = {
    start: () =>
      outcomeOf(() => {
        if (this.homeFailure) throw this.homeFailure;
        const report = { home: 'reference', device: 'test', threads: 1, reason: 'only' } as const;
        return { ...report, calibration: {}, unavailable: {} };
      }),
    models: () => outcomeOf(() => MODELS),
    openCatalogue: (catalogue) =>
      outcomeOf(async () => {
        await this.openGate;
        return { catalogue, model: this.models.get(catalogue) ?? null, resumable: null };
      }),
    forgetCatalogue: (catalogue) =>
      outcomeOf(() => {
        this.calls.push(`forgetCatalogue ${catalogue}`);
        return null;
      }),
    train: ({ catalogue }, _now, onProgress) =>
      outcomeOf(async () => {
        this.calls.push(`train ${catalogue}`);
        this.onProgress = onProgress;
        const cancelled = new Promise<never>((_resolve, reject) => (this.#cancel = reject));
        await Promise.race([this.trainGate, cancelled]);
        this.models.set(catalogue, MODEL);
        return MODEL;
      }),
    rest: () => outcomeOf(() => null),
    cancelTraining: () =>
      outcomeOf(() => {
        this.calls.push('cancelTraining');
        this.#cancel(new HomebodyError('training/cancelled', 'Cancelled.'));
        return null;
      }),
    feed: (request) => {
      const newest = this.#past(request).at(-1);
      const start = newest ? rowOf(newest) : 0;
      this.asked = request;
      this.calls.push(`feed ${request.historyVersion}`);
      const because = { kind: 'because' as const, causes: [{ item: itemIndex(start), share: 1 }] };
      const ranked = (steps: readonly number[]): readonly Recommendation[] =>
        steps.map((step) => ({
          item: itemIndex(start + step),
          score: 1 / step,
          reason: newest ? because : { kind: 'popular' },
        }));
      const shelf = { kind: 'because' as const, of: itemIndex(start), items: ranked([4, 5]) };
      return outcomeOf(async () => {
        await this.feedGate;
        return {
          catalogue: request.catalogue,
          historyVersion: request.historyVersion,
          adventurousness: request.adventurousness,
          model: this.models.get(request.catalogue)?.id ?? null,
          items: ranked([1, 2, 3]),
          shelves: request.shelves && newest ? [shelf] : [],
          available: 19,
          intraListDiversity: 0.5,
          familiarDiversity: 0.4,
        };
      });
    },
    explain: (request) =>
      outcomeOf(() => {
        this.explained = request;
        const causes = this.#vault.events.map((event) => ({ item: rowOf(event), share: 1 }));
        return { item: request.item, score: 1, rank: 1, causes, departmentShare: 0 };
      }),
    quickPicks: ({ k, passed }) =>
      outcomeOf(() =>
        [1, 2, 3, 4, 5, 6]
          .filter((row) => !passed.some((one) => one === row))
          .slice(0, k)
          .map((row) => ({ item: itemIndex(row), score: 1 })),
      ),
    similarItems: (catalogue) =>
      outcomeOf(() => {
        if (this.models.has(catalogue)) return this.alike.map((row) => ({ item: itemIndex(row), score: 1 }));
        throw new HomebodyError('model/none', 'No model yet.');
      }),
    complements: () => outcomeOf(() => this.goingWell.map((row) => ({ item: itemIndex(row), score: 2 }))),
  };

  /** The events that a request is about. */
  #past({ catalogue, supposing }: FeedRequest): readonly StoredEvent[] {
    const own = this.#vault.events.filter((event) => event.catalogue === catalogue);
    if (supposing?.kind === 'without') return own.filter((event) => !supposing.events.includes(event.id));
    if (supposing?.kind === 'before') return own.filter((event) => event.id < supposing.event);
    if (supposing?.kind === 'through') return own.filter((event) => event.id <= supposing.event);
    return own;
  }
}
