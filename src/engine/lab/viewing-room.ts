import { HomebodyError } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { ItemMap, ItemMapRequest, ListsRequest, VisitorLists } from '../../domain/lab.ts';
import { decodeModel } from '../checkpoint/model-checkpoint.ts';
import type { ConstellationSink } from '../constellation/sender.ts';
import type { DatasetSource } from '../serving/dataset-source.ts';
import type { Seen } from '../serving/seat.ts';
import { servingModelOf } from '../serving/serving-model.ts';
import type { RecommenderSession } from '../serving/session.ts';
import type { Pacer } from '../training/pacer.ts';
import type { Mapped } from './item-map.ts';
import { mapItems, sendItems } from './item-map.ts';
import type { RunShelf } from './run-shelf.ts';
import type { Somebody } from './visitor-lists.ts';
import { likerOf, listFor, pastOf, userOf } from './visitor-lists.ts';

const MOST_PLACES = 100;

export interface ViewingRoomOptions {
  readonly source: DatasetSource;
  readonly session: RecommenderSession;
  readonly runs: RunShelf;
  readonly newPacer: () => Pacer;
}

/** Where models are looked at: what they would recommend to somebody, and maps of their items. */
export class ViewingRoom {
  readonly #options: ViewingRoomOptions;
  #layout: ConstellationSink | null = null;

  constructor(options: ViewingRoomOptions) {
    this.#options = options;
  }

  /** @throws 'argument/range', 'lab/unknown-run' */
  async lists({ catalogue, runs, visitor, k }: ListsRequest): Promise<VisitorLists> {
    if (!(Number.isInteger(k) && k >= 1 && k <= MOST_PLACES)) {
      throw new HomebodyError('argument/range', `k must be an integer from 1 to ${MOST_PLACES}.`, {
        detail: { field: 'k', value: k },
      });
    }
    const { source } = this.#options;
    const { itemCount } = await source.itemFacts(catalogue);
    const somebody: Somebody =
      visitor.kind === 'visitor'
        ? await source.history(catalogue)
        : visitor.kind === 'likes'
          ? likerOf(visitor.likes, itemCount)
          : userOf(await source.interactions(catalogue), visitor.row);
    const lists: VisitorLists['lists'][number][] = [];
    for (const run of runs) {
      lists.push(await this.#look(catalogue, run, ({ model, facts }) => listFor(model, facts, somebody, k)));
    }
    return { history: pastOf(somebody), lists };
  }

  /** @throws as `mapItems`; 'model/none' where popularity serves and no run is named */
  map(request: ItemMapRequest): Promise<ItemMap> {
    const { catalogue, run } = request;
    return this.#look(catalogue, run, (mapped) => mapItems(request, mapped, this.#options.newPacer()));
  }

  /** Replaces what was sent before; null ends it. @throws as `map` */
  async layOut(request: ItemMapRequest, sink: ConstellationSink | null): Promise<void> {
    this.#layout?.close();
    this.#layout = sink;
    if (!sink) return;
    try {
      await this.#look(request.catalogue, request.run, (mapped) =>
        sendItems(request, mapped, sink, this.#options.newPacer()),
      );
    } catch (error) {
      sink.close();
      if (this.#layout === sink) this.#layout = null;
      throw error;
    }
  }

  /** Runs `use` with the model of a run, or with the one that serves; once more on a new home after a loss. */
  #look<T>(catalogue: CatalogueId, run: string | null, use: (mapped: Mapped) => Promise<T>): Promise<T> {
    const { session, runs } = this.#options;
    if (run === null) return session.lookAt(catalogue, (seen) => use(servingOf(seen)));
    return session.lookAt(catalogue, async ({ facts, home }) => {
      await runs.get(catalogue, run);
      const serving = await servingModelOf(decodeModel(await runs.model(catalogue, run)), home);
      try {
        return await use(servingOf({ facts, serving, home }));
      } finally {
        serving.release();
      }
    });
  }
}

/** @throws 'model/none' where popularity serves */
function servingOf({ facts, serving }: Seen): Mapped {
  if (serving.trained) return { model: serving.trained.model, popularity: serving.popularity, facts };
  throw new HomebodyError('model/none', 'No model is trained for this catalogue.', {
    remedy: 'Train first.',
  });
}
