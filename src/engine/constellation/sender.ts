import type { ConstellationRequest } from '../../domain/constellation.ts';
import { HomebodyError } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import type { ConstellationMessage } from './messages.ts';

/** Where the messages go. What is sent is given away. */
export interface ConstellationSink {
  send(message: ConstellationMessage): void;
  /** Nothing comes after this. */
  close(): void;
}

/** Embeddings of all items at one moment. They are not written to afterwards. */
export interface EmbeddingMoment {
  /** Pass, 0 the random start; `epochs` of a finished model. */
  readonly epoch: number;
  readonly epochs: number;
  readonly dim: number;
  /** Float32[itemCount · dim]. */
  readonly itemEmbeddings: Float32Array;
  /** The k most popular rows of what was trained on. */
  readonly popular: (k: number) => Int32Array;
}

/** What the map needs to know of a catalogue. */
export interface MappedCatalogue {
  readonly facts: Pick<ItemFacts, 'itemCount' | 'department'>;
  /** The model that serves; null without one. */
  readonly stored: EmbeddingMoment | null;
}

interface Shown {
  readonly request: ConstellationRequest;
  readonly sink: ConstellationSink;
  /** Null while the catalogue opens. */
  facts: MappedCatalogue['facts'] | null;
  /** Rows of the points of the run; null before the first run. */
  items: Int32Array<ArrayBuffer> | null;
}

const MOST_POINTS = 4000;
/** A training of more passes than this sends some of them: the map costs the same however long it is. */
const MOST_SNAPSHOTS = 24;

/**
 * Sends the constellation what it is drawn from: of a training, the start and each pass, as they come; without
 * one, the model that serves. A training pays for one copy of the points' rows a pass, less than a millisecond;
 * all that is made of them is made elsewhere.
 */
export class ConstellationSender {
  readonly #open: (catalogue: CatalogueId) => Promise<MappedCatalogue>;
  #shown: Shown | null = null;
  /** The running training at its latest. */
  #training: { readonly catalogue: CatalogueId; readonly latest: EmbeddingMoment } | null = null;

  constructor(open: (catalogue: CatalogueId) => Promise<MappedCatalogue>) {
    this.#open = open;
  }

  /**
   * From now on, and instead of what was asked for before. A running training is joined at its latest pass.
   * @throws 'argument/range'; what opening the catalogue throws
   */
  async show(request: ConstellationRequest, sink: ConstellationSink): Promise<void> {
    this.hide();
    const shown: Shown = { request, sink, facts: null, items: null };
    this.#shown = shown;
    try {
      requirePoints(request);
      const { facts, stored } = await this.#open(request.catalogue);
      // Hidden or replaced in the meantime.
      if (this.#shown !== shown) return;
      shown.facts = facts;
      const running = this.#training?.catalogue === request.catalogue ? this.#training.latest : null;
      const moment = running ?? stored;
      if (moment) begin(shown, moment, running !== null);
    } catch (error) {
      if (this.#shown === shown) this.hide();
      throw error;
    }
  }

  /** Ends what is shown; of one catalogue, or whatever it is. */
  hide(catalogue?: CatalogueId): void {
    if (catalogue !== undefined && this.#shown?.request.catalogue !== catalogue) return;
    this.#shown?.sink.close();
    this.#shown = null;
  }

  /** A training is at this moment: its start first, then after each pass. */
  follow(catalogue: CatalogueId, moment: EmbeddingMoment): void {
    const begins = this.#training === null;
    this.#training = { catalogue, latest: moment };
    const shown = this.#shown;
    if (!shown?.facts || shown.request.catalogue !== catalogue) return;
    if (begins) begin(shown, moment, true);
    else if (isSent(moment)) send(shown, moment);
  }

  /** The training has ended, one way or the other. */
  ended(): void {
    if (this.#training?.catalogue === this.#shown?.request.catalogue)
      this.#shown?.sink.send({ kind: 'rest' });
    this.#training = null;
  }
}

/** A run of its own, from this moment on. Its points are chosen once. */
function begin(shown: Shown, moment: EmbeddingMoment, training: boolean): void {
  const { request, sink, facts } = shown;
  const { catalogue, seed } = request;
  shown.items = choosePoints(request, facts!, moment);
  const items = shown.items.slice();
  const department = items.map((item) => facts!.department[item]!);
  sink.send({ kind: 'run', catalogue, items, department, seed, training });
  send(shown, moment);
}

/** The most popular rows and those asked for besides, each once, ascending. */
function choosePoints(
  { points, also }: ConstellationRequest,
  { itemCount }: MappedCatalogue['facts'],
  { popular }: EmbeddingMoment,
): Int32Array<ArrayBuffer> {
  // A row that is gone is no reason to show none: the catalogue may have been replaced under the request.
  const known = also.filter((item) => Number.isInteger(item) && item >= 0 && item < itemCount);
  return Int32Array.from(new Set([...popular(points), ...known])).sort();
}

/** @throws 'argument/range' */
function requirePoints({ points }: ConstellationRequest): void {
  if (Number.isInteger(points) && points >= 1 && points <= MOST_POINTS) return;
  throw new HomebodyError('argument/range', `points must be an integer from 1 to ${MOST_POINTS}.`, {
    detail: { points },
  });
}

/** Always the last pass, and evenly those before it. */
function isSent({ epoch, epochs }: EmbeddingMoment): boolean {
  const place = (pass: number): number => Math.floor((pass * MOST_SNAPSHOTS) / epochs);
  return epochs <= MOST_SNAPSHOTS || place(epoch) > place(epoch - 1);
}

function send(shown: Shown, { epoch, epochs, dim, itemEmbeddings }: EmbeddingMoment): void {
  const items = shown.items!;
  const embeddings = new Float32Array(items.length * dim);
  for (let point = 0; point < items.length; point++) {
    const begin = items[point]! * dim;
    embeddings.set(itemEmbeddings.subarray(begin, begin + dim), point * dim);
  }
  shown.sink.send({ kind: 'snapshot', epoch, epochs, dim, embeddings });
}
