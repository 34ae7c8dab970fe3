import { catalogueId, DEMO_CATALOGUE, itemId, itemIndex } from '../../domain/ids.ts';
import type { CatalogueSummary } from '../../domain/catalogue.ts';
import { HomebodyError } from '../../domain/errors.ts';
import type { NewEvent, StoredEvent } from '../../domain/events.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import { outcomeOf } from '../../domain/outcome.ts';
import type { FeedRequest, Recommendation } from '../../domain/recommendation.ts';
import type { ModelFacts, TrainProgress } from '../../domain/training.ts';
import type { EngineApi } from '../../protocol/engine-api.ts';
import type { HistoryChange, VaultApi, VaultState } from '../../protocol/vault-api.ts';
import { WorkerLink } from '../worker-link.ts';
import type { WorkerPair } from '../workers.ts';
import { FakeWorker } from './fake-worker.ts';

const ITEM_COUNT = 20;

const summary = (id: string): CatalogueSummary => ({
  id: catalogueId(id),
  name: id,
  origin: id === 'demo' ? 'demo' : 'import',
  simulated: id === 'demo',
  userCount: 3,
  itemCount: ITEM_COUNT,
  interactionCount: 9,
  currency: null,
  departments: ['odd', 'even'],
  brands: ['small', 'large'],
  dateRange: null,
});

const MODEL: ModelFacts = {
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
  finalLoss: 0.5,
  quality: null,
};

/**
 * Both workers as plain objects behind real message ports. The feed of a history is the rows counted upwards
 * from the newest event's item, so that a test can tell which history an answer has seen.
 */
export class FakeWorkers {
  events: StoredEvent[] = [];
  model: ModelFacts | null = null;
  calls: string[] = [];
  /** Set to hold every answer of `feed` until the promise resolves. */
  feedGate: Promise<void> = Promise.resolve();
  /** Set to make `train` wait; rejects with what the promise rejects with. */
  trainGate: Promise<void> = Promise.resolve();
  /** Set to make `openCatalogue` wait. */
  openGate: Promise<void> = Promise.resolve();
  /** Set to hold every `record` until the promise settles; rejects with what the promise rejects with. */
  recordGate: Promise<void> = Promise.resolve();
  settings: Record<string, unknown> = {};
  /** The newest request of `feed`. */
  asked: FeedRequest | null = null;
  /** Pieces left of each thing. */
  stock: number | undefined = undefined;
  /** Of the newest training. */
  onProgress: (progress: TrainProgress) => void = () => {};
  homeFailure: HomebodyError | null = null;
  importFailure: HomebodyError | null = null;
  engineWorkers: FakeWorker[] = [];
  #version = 1;
  #nextId = 1;
  #catalogues = [summary('demo')];
  #current = DEMO_CATALOGUE;

  spawn(onReplaced: () => void): WorkerPair {
    const vault = new WorkerLink<VaultApi>(
      () => new FakeWorker(this.#vault()),
      onReplaced,
      () => 0,
    );
    const engine = new WorkerLink<EngineApi>(
      () => {
        const worker = new FakeWorker(this.#engine());
        this.engineWorkers.push(worker);
        return worker;
      },
      onReplaced,
      () => 0,
    );
    return { vault, engine, connect: () => Promise.resolve() };
  }

  #state(): VaultState {
    return {
      current: this.#current,
      catalogues: this.#catalogues,
      historyVersion: this.#version,
      storage: { stores: [], events: this.events.length, bytes: 100 * this.events.length },
      settings: this.settings,
    };
  }

  #change(events: readonly StoredEvent[], action: () => void): HistoryChange {
    action();
    this.#version += 1;
    return { events, historyVersion: this.#version };
  }

  #item(index: ItemIndex): Item {
    const title = `Item ${index}`;
    const department = index % 2 === 0 ? 'even' : 'odd';
    return {
      id: itemId(`i${index}`),
      title,
      department,
      ...(this.stock === undefined ? {} : { stock: this.stock }),
    };
  }

  #vault(): Omit<VaultApi, 'connectEngine'> {
    const of = <T>(value: () => T) => outcomeOf(value);
    return {
      open: () => of(() => this.#state()),
      items: (_catalogue, indexes) =>
        of(() =>
          indexes
            .filter((index) => index < ITEM_COUNT)
            .map((index) => ({
              index,
              item: this.#item(index),
            })),
        ),
      events: (catalogue) =>
        of(() =>
          this.events
            .filter((event) => event.catalogue === catalogue)
            .map((event) => ({ ...event, index: rowOf(event) }))
            .toReversed(),
        ),
      record: (events) =>
        outcomeOf(async () => {
          this.calls.push(`record ${events.map((event) => event.kind).join(' ')}`);
          await this.recordGate;
          const stored = events.map((event: NewEvent) => ({ ...event, id: this.#nextId++ }));
          return this.#change(stored, () => this.events.push(...stored));
        }),
      takeBack: (ids) =>
        of(() => {
          const gone = this.events.filter((one) => ids.includes(one.id));
          if (gone.length < ids.length) {
            throw new HomebodyError('vault/unknown-event', `Not all of ${ids.join(', ')} exist.`);
          }
          return this.#change(gone, () => {
            this.events = this.events.filter((one) => !ids.includes(one.id));
          });
        }),
      restore: (events) =>
        of(() =>
          this.#change(events, () => {
            this.events = [...this.events, ...events].toSorted((a, b) => a.id - b.id);
          }),
        ),
      personas: () => of(() => [{ id: 'hiker', likes: [itemIndex(3), itemIndex(5)] }]),
      importFiles: () =>
        of(() => {
          if (this.importFailure) throw this.importFailure;
          const catalogue = summary('films');
          this.#catalogues = [...this.#catalogues, catalogue];
          this.#current = catalogue.id;
          this.model = null;
          return { catalogue, report: { format: 'test' } as never };
        }),
      cancelImport: () => of(() => null),
      switchCatalogue: (id) =>
        of(() => {
          this.#current = id;
          return this.#state();
        }),
      removeCatalogue: (id) =>
        of(() => {
          this.calls.push(`removeCatalogue ${id}`);
          this.#catalogues = this.#catalogues.filter((one) => one.id !== id);
          if (this.#current === id) this.#current = DEMO_CATALOGUE;
          return this.#state();
        }),
      saveSetting: (name, value) =>
        of(() => {
          this.calls.push(`saveSetting ${name} ${JSON.stringify(value)}`);
          this.settings = { ...this.settings, [name]: value };
          return null;
        }),
      storage: () => of(() => this.#state().storage),
    };
  }

  #engine(): Omit<EngineApi, 'connectVault'> {
    return {
      start: () =>
        outcomeOf(() => {
          if (this.homeFailure) throw this.homeFailure;
          const report = { home: 'reference', device: 'test', threads: 1, reason: 'only' } as const;
          return { ...report, calibration: {}, unavailable: {} };
        }),
      openCatalogue: (catalogue) =>
        outcomeOf(async () => {
          await this.openGate;
          return { catalogue, model: this.model, resumable: null };
        }),
      forgetCatalogue: (catalogue) =>
        outcomeOf(() => {
          this.calls.push(`forgetCatalogue ${catalogue}`);
          return null;
        }),
      showConstellation: () => outcomeOf(() => null),
      train: (_request, _now, onProgress) =>
        outcomeOf(async () => {
          this.calls.push('train');
          this.onProgress = onProgress;
          await this.trainGate;
          this.model = MODEL;
          return MODEL;
        }),
      cancelTraining: () =>
        outcomeOf(() => {
          this.calls.push('cancelTraining');
          return null;
        }),
      feed: (request) => {
        const past = pastOf(this.events, request);
        const newest = past.at(-1);
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
            model: this.model?.id ?? null,
            items: ranked([1, 2, 3]),
            shelves: request.shelves && newest ? [shelf] : [],
            available: 19,
            intraListDiversity: 0.5,
            familiarDiversity: 0.4,
          };
        });
      },
      explain: ({ item }) =>
        outcomeOf(() => ({
          item,
          score: 1,
          rank: 1,
          causes: this.events.map((e) => ({ item: rowOf(e), share: 1 })),
          departmentShare: 0,
        })),
      quickPicks: ({ k, passed }) =>
        outcomeOf(() =>
          [1, 2, 3, 4, 5, 6]
            .filter((row) => !passed.some((one) => one === row))
            .slice(0, k)
            .map((row) => ({ item: itemIndex(row), score: 1 })),
        ),
      similarItems: () =>
        outcomeOf<never>(() => {
          throw new HomebodyError('model/none', 'No model yet.');
        }),
      complements: () => outcomeOf(() => [{ item: itemIndex(7), score: 2 }]),
    };
  }
}

/** The events that a supposing request is about. */
function pastOf(
  events: readonly StoredEvent[],
  { catalogue, supposing }: FeedRequest,
): readonly StoredEvent[] {
  const own = events.filter((event) => event.catalogue === catalogue);
  if (supposing?.kind === 'without') return own.filter((event) => !supposing.events.includes(event.id));
  if (supposing?.kind === 'before') return own.filter((event) => event.id < supposing.event);
  if (supposing?.kind === 'through') return own.filter((event) => event.id <= supposing.event);
  return own;
}

function rowOf(event: StoredEvent): ItemIndex {
  return itemIndex(Number(event.item.slice(1)));
}
