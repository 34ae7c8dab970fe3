import { deferred } from '../domain/deferred.ts';
import type { CatalogueId } from '../domain/ids.ts';
import type { ModelFacts, TrainProgress } from '../domain/training.ts';
import type { FeedDesk } from './feed-desk.ts';
import type { HomebodyState } from './state.ts';
import type { Visit } from './visit.ts';
import { callback } from './worker-link.ts';

export interface TrainingDeskOptions {
  /** See `other-tabs.ts`. */
  readonly alone: (
    name: string,
    work: (waited: boolean) => Promise<void>,
    signal?: AbortSignal,
  ) => Promise<void>;
  /** Resolves when what was shown is drawn: a training that begins by itself leaves the processor to it. */
  readonly drawn: () => Promise<void>;
  /** A lost device may have made the engine move. */
  readonly onMoved: () => void;
}

interface Seat {
  progress: TrainProgress;
  state: 'waiting' | 'running' | 'cancelled';
  done: Promise<void>;
}

/**
 * Trainings, one after another: the engine has one seat. A training belongs to its catalogue and goes on when
 * another one is looked at; the page shows that of the current catalogue.
 */
export class TrainingDesk {
  readonly #visit: Visit;
  readonly #feed: FeedDesk;
  readonly #options: TrainingDeskOptions;
  readonly #seats = new Map<CatalogueId, Seat>();
  /** Catalogues whose training another tab has begun. */
  readonly #elsewhere = new Set<CatalogueId>();
  #line: Promise<void> = Promise.resolve();
  #guest: { readonly catalogue: CatalogueId; readonly cancel: () => Promise<void> } | null = null;

  constructor(visit: Visit, feed: FeedDesk, options: TrainingDeskOptions) {
    this.#visit = visit;
    this.#feed = feed;
    this.#options = options;
  }

  /** Trains the current catalogue; the same training when one runs. */
  train(): Promise<void> {
    const catalogue = this.#visit.catalogueId();
    const known = this.#seats.get(catalogue);
    if (known) return known.done;
    const seat: Seat = { progress: this.#preparing(), state: 'waiting', done: Promise.resolve() };
    this.#seats.set(catalogue, seat);
    seat.done = this.#line.then(() => this.#visit.attempt(() => this.#take(catalogue, seat)));
    this.#line = seat.done;
    if (this.#visit.isCurrent(catalogue)) this.#visit.set({ training: seat.progress, cancelling: false });
    return seat.done;
  }

  /** Trains the current catalogue unless another tab does: then its model is taken over when it is there. */
  async trainIfNobodyDoes(): Promise<void> {
    const catalogue = this.#visit.catalogueId();
    if (this.#seats.has(catalogue) || this.#elsewhere.has(catalogue)) return;
    this.#elsewhere.add(catalogue);
    try {
      await this.#options.drawn();
      await this.#options.alone(`homebody-train ${catalogue}`, async (waited) => {
        this.#elsewhere.delete(catalogue);
        if (!this.#visit.isCurrent(catalogue)) return;
        if (!waited || (await this.#takeOver(catalogue)) === 'untrained') await this.train();
      });
    } finally {
      this.#elsewhere.delete(catalogue);
    }
  }

  /**
   * Something else that needs the engine's seat: it waits for the trainings of this tab and for its like in other
   * tabs, and later trainings wait for it. `cancel`: ends it, where the workers are set up anew. `signal` ends the
   * waiting at once: resolves, and `work` is not begun.
   */
  lendSeat(
    catalogue: CatalogueId,
    work: () => Promise<void>,
    cancel: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const left = deferred<void>();
    signal.addEventListener('abort', () => left.resolve());
    const begin = async (): Promise<void> => {
      if (signal.aborted) return;
      this.#guest = { catalogue, cancel };
      try {
        await work();
      } finally {
        this.#guest = null;
      }
    };
    let begun: Promise<void> | null = null;
    const lent = this.#line.then(() => this.#options.alone('homebody-lab', () => (begun = begin()), signal));
    // Whoever lent it hears of a failure.
    this.#line = lent.catch(() => {});
    // What has begun ends by itself when it is cancelled.
    return Promise.race([lent, left.promise.then(() => begun ?? undefined)]);
  }

  /** Another tab has stored a newer model. */
  async modelChanged(catalogue: CatalogueId): Promise<void> {
    // To read it anew would cancel what is at work on the catalogue; its end is waited for.
    if (this.#guest?.catalogue === catalogue) await this.#line;
    // Who waits for that tab's training takes its model over in a moment; who trains has a newer one soon.
    if (!this.#elsewhere.has(catalogue) && !this.#seats.has(catalogue)) await this.#takeOver(catalogue);
  }

  /** Cancels the training of the current catalogue. */
  async cancel(): Promise<void> {
    const { catalogue } = this.#visit.state;
    if (catalogue) await this.#cancel(catalogue.id);
  }

  /** Resolves when nothing trains: the workers are set up anew. */
  async stop(): Promise<void> {
    // An engine that is gone has nothing to cancel.
    await this.#guest?.cancel().catch(() => {});
    await Promise.all([...this.#seats.keys()].map((catalogue) => this.#cancel(catalogue)));
    await this.#line;
  }

  /** Resolves when this catalogue is not trained. */
  async stopOf(catalogue: CatalogueId): Promise<void> {
    const seat = this.#seats.get(catalogue);
    await this.#cancel(catalogue);
    await seat?.done;
    if (this.#guest?.catalogue !== catalogue) return;
    await this.#guest.cancel();
    await this.#line;
  }

  /** The part of the state that belongs to a catalogue. */
  shownOf(catalogue: CatalogueId): Pick<HomebodyState, 'training' | 'cancelling'> {
    const seat = this.#seats.get(catalogue);
    return {
      training: seat?.progress ?? null,
      cancelling: seat?.state === 'cancelled',
    };
  }

  async #take(catalogue: CatalogueId, seat: Seat): Promise<void> {
    let model: ModelFacts;
    try {
      // Cancelled while it waited for its turn.
      if (seat.state !== 'waiting') return;
      seat.state = 'running';
      model = await this.#visit.workers.engine.call((api) =>
        api.train(
          { catalogue, config: {} },
          this.#visit.now(),
          callback((progress) => this.#advance(catalogue, seat, progress)),
        ),
      );
    } catch (error) {
      this.#leave(catalogue);
      throw error;
    }
    this.#seats.delete(catalogue);
    this.#visit.tabs.tell({ kind: 'model', catalogue });
    this.#options.onMoved();
    this.#visit.countStorage();
    if (this.#visit.isCurrent(catalogue)) {
      await this.#feed.follow({ model, training: null, cancelling: false });
    }
  }

  #leave(catalogue: CatalogueId): void {
    this.#seats.delete(catalogue);
    if (this.#visit.isCurrent(catalogue)) this.#visit.set({ training: null, cancelling: false });
  }

  #advance(catalogue: CatalogueId, seat: Seat, progress: TrainProgress): void {
    // A last word of a training that is over.
    if (this.#seats.get(catalogue) !== seat) return;
    seat.progress = progress;
    if (progress.recovered) this.#options.onMoved();
    if (!this.#visit.isCurrent(catalogue)) return;
    this.#visit.set({
      training: progress,
      ...(progress.recovered ? { recovered: progress.recovered } : {}),
    });
  }

  async #cancel(catalogue: CatalogueId): Promise<void> {
    const seat = this.#seats.get(catalogue);
    if (!seat) return;
    const was = seat.state;
    seat.state = 'cancelled';
    if (was === 'waiting') {
      this.#leave(catalogue);
      return;
    }
    if (this.#visit.isCurrent(catalogue)) this.#visit.set({ cancelling: true });
    await this.#visit.workers.engine.call((api) => api.cancelTraining());
  }

  /** Reads the stored model anew. */
  async #takeOver(catalogue: CatalogueId): Promise<'trained' | 'untrained'> {
    const { engine } = this.#visit.workers;
    await engine.call((api) => api.forgetCatalogue(catalogue));
    if (!this.#visit.isCurrent(catalogue)) return 'trained';
    const { model, resumable } = await engine.call((api) => api.openCatalogue(catalogue));
    if (this.#visit.isCurrent(catalogue)) await this.#feed.follow({ model });
    return model === null || resumable !== null ? 'untrained' : 'trained';
  }

  #preparing(): TrainProgress {
    const nothing = { epoch: 0, epochs: 0, fraction: 0, elapsedMs: 0, remainingMs: Number.NaN, losses: [] };
    return { phase: 'preparing', ...nothing, home: this.#visit.state.home?.home ?? 'reference' };
  }
}
