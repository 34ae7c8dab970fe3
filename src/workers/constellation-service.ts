import { deferred } from '../domain/deferred.ts';
import type { Deferred } from '../domain/deferred.ts';
import { createRng } from '../domain/rng.ts';
import { ConstellationRun, SCHEDULE } from '../engine/constellation/constellation-run.ts';
import type { ConstellationMessage } from '../engine/constellation/messages.ts';
import type { ConstellationNews } from '../protocol/constellation-api.ts';

export interface ConstellationServiceOptions {
  /** Sends to the page. */
  readonly post: (news: ConstellationNews) => void;
  /** A monotonic clock, ms. */
  readonly now: () => number;
  /** Resolves after `ms`, and after the messages that wait. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** Between two frames, ms: some eleven a second. */
const FRAME_MS = 85;
/** Longest stretch of work, ms: a message (hide, a new run) waits no longer than this. */
const SLICE_MS = 4;
/**
 * Part of the time that is worked. On two cores, of which a training takes one, a quarter of the other costs it
 * nothing that can be measured, and a half costs it 5 % (`npm run bench -- constellation`).
 */
const DUTY = { training: 0.2, resting: 0.6 } as const;
/** What the snapshots at hand are still good for is spread over so many frames. */
const CATCH_UP_FRAMES = 8;
const STEPS_A_FRAME = { least: 8, most: 30, settling: SCHEDULE.settleSteps / 20 } as const;

/**
 * Drives runs of the constellation: takes what the engine sends, works in short slices with pauses, and sends
 * frames to the page. The clock decides when work is done and which positions are sent; what the positions are
 * is the run's own (see `ConstellationRun`): the settled frame of a seed and a training is always the same one.
 */
export class ConstellationService {
  readonly #options: ConstellationServiceOptions;
  #run: ConstellationRun | null = null;
  #training = false;
  /** When the next frame is due, and the steps that are to be made before it. */
  #frameAt = -Infinity;
  #stepsDue = 0;
  /** Set while there is nothing to do. */
  #idle: Deferred<void> | null = null;

  constructor(options: ConstellationServiceOptions) {
    this.#options = options;
    void this.#live();
  }

  receive(message: ConstellationMessage): void {
    switch (message.kind) {
      case 'run':
        this.#begin(message);
        break;
      case 'snapshot':
        this.#run?.take(message);
        break;
      case 'rest':
        this.#training = false;
        break;
    }
    this.#idle?.resolve();
  }

  #begin({ catalogue, items, department, seed, training }: ConstellationMessage & { kind: 'run' }): void {
    this.#run = new ConstellationRun(items.length, createRng(seed));
    this.#training = training;
    this.#stepsDue = 0;
    this.#options.post({ kind: 'run', catalogue, items, department });
    // The random start, to be seen at once.
    this.#show(this.#run);
  }

  #show(run: ConstellationRun): void {
    this.#options.post({ kind: 'frame', ...run.frame() });
    this.#frameAt = this.#options.now() + FRAME_MS;
  }

  async #live(): Promise<never> {
    const { now, sleep } = this.#options;
    for (;;) {
      const began = now();
      const pause = this.#work(began);
      if (pause === null) {
        this.#idle = deferred();
        await this.#idle.promise;
        this.#idle = null;
      } else {
        const duty = this.#training ? DUTY.training : DUTY.resting;
        await sleep(Math.max(pause, (now() - began) * (1 / duty - 1)));
      }
    }
  }

  /** One slice. Returns the least pause after it, ms; null when there is nothing to do. */
  #work(began: number): number | null {
    const run = this.#run;
    if (!run) return null;
    const inSlice = (): boolean => this.#options.now() - began < SLICE_MS;
    if (run.canStep && began >= this.#frameAt) {
      if (this.#stepsDue === 0) this.#stepsDue = stepsOfFrame(run.stepsAhead);
      do {
        run.step();
        // A frame is due early when there is no step to make for now: it may be the last one.
        this.#stepsDue = run.canStep ? this.#stepsDue - 1 : 0;
      } while (this.#stepsDue > 0 && inSlice());
      if (this.#stepsDue === 0) this.#show(run);
      return 0;
    }
    // Graphs are built in the gaps between frames.
    if (run.build()) {
      while (inSlice() && run.build());
      return 0;
    }
    return run.canStep ? this.#frameAt - began : null;
  }
}

/** The more there is to catch up with, the more; what is sent in between changes nothing of what comes out. */
function stepsOfFrame(ahead: number): number {
  if (ahead === 0) return STEPS_A_FRAME.settling;
  const { least, most } = STEPS_A_FRAME;
  return Math.max(least, Math.min(most, Math.ceil(ahead / CATCH_UP_FRAMES)));
}
