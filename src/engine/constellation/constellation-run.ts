import type { Rng } from '../../domain/rng.ts';
import type { Steps } from '../training/steps.ts';
import { fitToFrame } from './fit-to-frame.ts';
import { Layout } from './layout.ts';
import type { EmbeddingSnapshot } from './messages.ts';
import type { NeighbourGraph } from './neighbour-graph.ts';
import { neighbourGraph } from './neighbour-graph.ts';
import { nearestNeighbours } from './neighbours.ts';

/** How the layout follows the snapshots. Steps are counted, never timed. */
export const SCHEDULE = {
  /** Neighbours of each point. */
  neighbours: 12,
  /** Steps of each snapshot. */
  steps: 60,
  /** Steps of the first snapshot of a run without the random start: it has all of the way to go. */
  firstSteps: 240,
  /** Steps of coming to rest after the last snapshot. */
  settleSteps: 200,
  rate: 0.025,
  /** At the random start; falls to 1 with the training. */
  exaggeration: 8,
} as const;

/** Graphs that may be ready before their turn: enough to step on while the next is built. */
const READY_AHEAD = 2;

/** A moment of the run; the fields are those of `ConstellationFrame`. */
export interface RunFrame {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly epoch: number;
  readonly epochs: number;
  readonly settled: boolean;
}

interface Stage {
  readonly graph: NeighbourGraph;
  readonly snapshot: EmbeddingSnapshot;
  readonly steps: number;
  /** Further steps, at a falling rate. */
  readonly settleSteps: number;
  /** At its end. */
  readonly exaggeration: number;
}

/**
 * One run of the map: snapshots in, positions out. Each snapshot becomes a graph of nearest neighbours, and the
 * points follow it for a fixed number of steps on from where they are; after the last one they come to rest. No
 * snapshot is passed over and no step depends on a clock, so that the positions after each step, the last above
 * all, are a function of the snapshots and the seed alone; whoever drives it chooses only when to work and which
 * positions to look at.
 */
export class ConstellationRun {
  readonly #count: number;
  readonly #layout: Layout;
  readonly #waiting: EmbeddingSnapshot[] = [];
  #building: { readonly work: Steps<NeighbourGraph>; readonly snapshot: EmbeddingSnapshot } | null = null;
  readonly #ready: Stage[] = [];
  /** It began with the random start of a training. */
  #hasStart = false;
  #staged = 0;
  #epochs = 0;
  #stage: Stage | null = null;
  #stepsDone = 0;
  #exaggeration: number = SCHEDULE.exaggeration;

  constructor(count: number, rng: Rng) {
    this.#count = count;
    this.#layout = new Layout(count, rng);
  }

  take(snapshot: EmbeddingSnapshot): void {
    this.#epochs = snapshot.epochs;
    // Independent random rows have random neighbours: the random disc is their map, and following them is idle work.
    if (snapshot.epoch === 0) this.#hasStart = true;
    else this.#waiting.push(snapshot);
  }

  /** Works on the next graph up to a seam, some tenths of a millisecond. False: there is nothing to do now. */
  build(): boolean {
    if (!this.#building) {
      if (this.#ready.length >= READY_AHEAD) return false;
      const snapshot = this.#waiting.shift();
      if (!snapshot) return false;
      this.#building = { work: graphOf(snapshot, this.#count), snapshot };
    }
    const { work, snapshot } = this.#building;
    const { done, value } = work.next();
    if (done) {
      this.#building = null;
      this.#ready.push(this.#stageOf(value, snapshot));
    }
    return true;
  }

  /** One step of the layout. False: there is none to make now. */
  step(): boolean {
    const stage = this.#current();
    if (!stage) return false;
    const { steps, settleSteps } = stage;
    const along = Math.min(1, this.#stepsDone / steps);
    const settling = Math.max(0, this.#stepsDone - steps);
    this.#layout.step(stage.graph, {
      rate: SCHEDULE.rate * (1 - settling / Math.max(1, settleSteps)),
      exaggeration: this.#exaggeration + along * (stage.exaggeration - this.#exaggeration),
    });
    this.#stepsDone += 1;
    return true;
  }

  /** True when `step` would make one. */
  get canStep(): boolean {
    return this.#ready.length > 0 || (this.#stage !== null && this.#left(this.#stage) > 0);
  }

  /** Steps that the snapshots taken so far are still good for, without those of coming to rest. */
  get stepsAhead(): number {
    const rest = this.#stage ? Math.max(0, this.#stage.steps - this.#stepsDone) : 0;
    const queued = this.#waiting.length + (this.#building ? 1 : 0);
    return this.#ready.reduce((sum, { steps }) => sum + steps, rest) + queued * SCHEDULE.steps;
  }

  frame(): RunFrame {
    const stage = this.#stage;
    return {
      positions: fitToFrame(this.#layout.positions),
      epoch: stage?.snapshot.epoch ?? 0,
      epochs: this.#epochs,
      settled: stage !== null && stage.settleSteps > 0 && this.#left(stage) === 0,
    };
  }

  /** The stage with a step left; goes on to the next one that is ready. */
  #current(): Stage | null {
    if (this.#stage && this.#left(this.#stage) > 0) return this.#stage;
    const next = this.#ready.shift();
    if (!next) return null;
    this.#exaggeration = this.#stage?.exaggeration ?? this.#exaggeration;
    this.#stage = next;
    this.#stepsDone = 0;
    return next;
  }

  #left(stage: Stage): number {
    return stage.steps + stage.settleSteps - this.#stepsDone;
  }

  #stageOf(graph: NeighbourGraph, snapshot: EmbeddingSnapshot): Stage {
    const { epoch, epochs } = snapshot;
    const first = this.#staged === 0 && !this.#hasStart;
    this.#staged += 1;
    return {
      graph,
      snapshot,
      steps: first ? SCHEDULE.firstSteps : SCHEDULE.steps,
      settleSteps: epoch >= epochs ? SCHEDULE.settleSteps : 0,
      exaggeration: 1 + (SCHEDULE.exaggeration - 1) * Math.max(0, 1 - epoch / epochs),
    };
  }
}

function* graphOf({ embeddings, dim }: EmbeddingSnapshot, count: number): Steps<NeighbourGraph> {
  const neighbours = yield* nearestNeighbours(embeddings, count, dim, SCHEDULE.neighbours);
  yield;
  return neighbourGraph(neighbours);
}
