import type { ConstellationFrame, ConstellationRequest } from '../domain/constellation.ts';
import { HomebodyError } from '../domain/errors.ts';
import type {
  ConstellationLine,
  ConstellationNews,
  ConstellationPoints,
} from '../protocol/constellation-api.ts';
import constellationUrl from '../workers/constellation.worker.ts?worker&url';
import type { WorkerLike } from './worker-link.ts';
import { spawn } from './workers.ts';

/** See `EngineApi.showConstellation`. */
export type SendMap = (request: ConstellationRequest, port: MessagePort | null) => Promise<unknown>;

export interface ConstellationRoomOptions {
  /** Asks the engine to send over the port, given away with the call; null: no more. */
  readonly send: SendMap;
  /** The map's worker stopped; no more frames come until the next `show`. */
  readonly onDied?: (error: HomebodyError) => void;
  /** Tests give their own. */
  readonly spawnWorker?: () => WorkerLike;
}

/**
 * The room where the map is drawn: a worker that lives while the map is looked at. The engine sends it embeddings
 * over a line of their own, and it sends frames: the random start at once, then some ten a second while there is
 * something to follow, and one that is `settled` at the end. A training that is cancelled or fails leaves its run
 * unsettled: no more frames come. The next training begins another run by itself.
 *
 * Call `show` again when the catalogue was switched, when an engine was started anew, or to see other points (the
 * visitor's own have grown); it takes the place of what was shown. Runs are numbered on.
 */
export class ConstellationRoom {
  readonly #options: ConstellationRoomOptions;
  #worker: WorkerLike | null = null;
  /** What the engine was last asked for, to call it off. */
  #request: ConstellationRequest | null = null;
  #runs = 0;

  constructor(options: ConstellationRoomOptions) {
    this.#options = options;
  }

  /**
   * Resolves when the engine sends. `onFrame` gets arrays of its own; `items` and `department` are the same
   * objects throughout a run. @throws 'argument/range' for points outside 1 … 4000; what a call to the engine throws
   */
  async show(request: ConstellationRequest, onFrame: (frame: ConstellationFrame) => void): Promise<void> {
    this.#dismiss();
    const { send, spawnWorker = spawnConstellation } = this.#options;
    const worker = spawnWorker();
    this.#worker = worker;
    this.#request = request;
    let points: ConstellationPoints | null = null;
    worker.addEventListener('message', ({ data }: MessageEvent<ConstellationNews>) => {
      // A message may have been under way when the worker was dismissed.
      if (worker !== this.#worker) return;
      if (data.kind === 'run') {
        const { catalogue, items, department } = data;
        points = { catalogue, items, department };
        this.#runs += 1;
      } else if (points) {
        const { positions, epoch, epochs, settled } = data;
        onFrame({ ...points, run: this.#runs, positions, epoch, epochs, settled });
      }
    });
    worker.addEventListener('error', (event) => {
      if (worker !== this.#worker) return;
      this.hide();
      this.#options.onDied?.(died('message' in event ? event.message : 'it could not be loaded'));
    });
    const { port1, port2 } = new MessageChannel();
    const line: ConstellationLine = { port: port1 };
    worker.postMessage(line, [port1]);
    try {
      await send(request, port2);
    } catch (error) {
      if (worker === this.#worker) this.#dismiss();
      throw error;
    }
  }

  /** At once. The engine is told; one that cannot be told sends nothing either. */
  hide(): void {
    const request = this.#request;
    this.#dismiss();
    if (!request) return;
    this.#options.send(request, null).catch(() => {});
  }

  #dismiss(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#request = null;
  }
}

function spawnConstellation(): Worker {
  return spawn(constellationUrl, 'constellation');
}

function died(reason: string): HomebodyError {
  return new HomebodyError('worker/died', `The map's worker stopped: ${reason || 'unknown reason'}.`, {
    remedy: 'Open the map again. If this repeats, reload the page.',
  });
}
