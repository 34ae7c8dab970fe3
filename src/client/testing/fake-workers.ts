import { catalogueId, DEMO_CATALOGUE, itemId, itemIndex } from '../../domain/ids.ts';
import type { CatalogueSummary } from '../../domain/catalogue.ts';
import { HomebodyError } from '../../domain/errors.ts';
import type { StoredEvent } from '../../domain/events.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { outcomeOf } from '../../domain/outcome.ts';
import type { ModelFacts } from '../../domain/training.ts';
import type { EngineApi } from '../../protocol/engine-api.ts';
import type { VaultApi, VaultState } from '../../protocol/vault-api.ts';
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
  departments: ['all'],
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
      settings: {},
    };
  }

  #change(event: StoredEvent, action: () => void): { event: StoredEvent; historyVersion: number } {
    action();
    this.#version += 1;
    return { event, historyVersion: this.#version };
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
              item: { id: itemId(`i${index}`), title: `Item ${index}`, department: 'all' },
            })),
        ),
      events: (catalogue) =>
        of(() =>
          this.events
            .filter((event) => event.catalogue === catalogue)
            .map((event) => ({ ...event, index: rowOf(event) }))
            .toReversed(),
        ),
      record: (event) =>
        of(() => {
          const stored = { ...event, id: this.#nextId++ };
          return this.#change(stored, () => this.events.push(stored));
        }),
      takeBack: (id) =>
        of(() => {
          const event = this.events.find((one) => one.id === id);
          if (!event) throw new HomebodyError('vault/unknown-event', `There is no event ${id}.`);
          return this.#change(event, () => (this.events = this.events.filter((one) => one.id !== id)));
        }),
      restore: (event) =>
        of(() =>
          this.#change(event, () => (this.events = [...this.events, event].toSorted((a, b) => a.id - b.id))),
        ),
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
      removeCatalogue: () => of(() => this.#state()),
      saveSetting: (name, value) =>
        of(() => {
          this.calls.push(`saveSetting ${name} ${JSON.stringify(value)}`);
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
      forgetCatalogue: () => outcomeOf(() => null),
      train: () =>
        outcomeOf(async () => {
          this.calls.push('train');
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
        const newest = this.events.at(-1);
        const start = newest ? rowOf(newest) : 0;
        this.calls.push(`feed ${request.historyVersion}`);
        return outcomeOf(async () => {
          await this.feedGate;
          return {
            catalogue: request.catalogue,
            historyVersion: request.historyVersion,
            adventurousness: request.adventurousness,
            model: this.model?.id ?? null,
            items: [1, 2, 3].map((step) => ({
              item: itemIndex(start + step),
              score: 1 / step,
              reason: newest
                ? { kind: 'because' as const, causes: [{ item: itemIndex(start), share: 1 }] }
                : { kind: 'popular' as const },
            })),
            intraListDiversity: 0.5,
            familiarDiversity: 0.4,
          };
        });
      },
      explain: (_catalogue, _version, item) =>
        outcomeOf(() => ({
          item,
          score: 1,
          rank: 1,
          causes: this.events.map((e) => ({ item: rowOf(e), share: 1 })),
        })),
      similarItems: () =>
        outcomeOf<never>(() => {
          throw new HomebodyError('model/none', 'No model yet.');
        }),
      complements: () => outcomeOf(() => [{ item: itemIndex(7), score: 2 }]),
    };
  }
}

function rowOf(event: StoredEvent): ItemIndex {
  return itemIndex(Number(event.item.slice(1)));
}
