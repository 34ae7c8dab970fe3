import type { Rng } from '../../domain/rng.ts';
import type { NeighbourGraph } from './neighbour-graph.ts';
import { Spacing } from './spacing.ts';

export interface StepStrength {
  /** Share of each force that is followed. ≥ 0; 2 · rate · exaggeration stays below ½, or edges swing. */
  readonly rate: number;
  /** Factor of all attractions, at least 1. Large at first, it gathers what belongs together from afar. */
  readonly exaggeration: number;
}

/** Others that push at each point in a step, drawn anew. */
const PUSHES = 6;
/** Weight of a push against a pull. The more, the more evenly the plane is filled. */
const REPULSION = 30;
/** Radius of the disc of the random start: about where pushes and pulls of a random graph balance. */
const START_RADIUS = 5;

/**
 * Points on the plane that follow a graph: neighbours pull, random others push, as in LargeVis (Tang, Liu,
 * Zhang, Mei, "Visualizing large-scale and high-dimensional data", WWW 2016) and UMAP (McInnes, Healy, Melville,
 * 2018, arXiv:1802.03426). Both forces are those of the similarity 1 / (1 + d²):
 *
 *   pull of an edge  −2 w (p_i − p_j) / (1 + d²)      push of a draw  2 γ (p_i − p_j) / (1 + d²)²
 *
 * Differs: every edge pulls in every step, instead of edges being drawn by weight; the push has no pole at 0, so
 * that nothing has to be clipped; and points keep a small distance, so that each can be seen and touched.
 * Positions are warm: another graph moves the points on from where they are. The arithmetic is + − × ÷ √ alone,
 * which every machine rounds the same way: the same calls give the same bytes.
 */
export class Layout {
  /** x and y of each point, in units of its own. Float32[count, 2]. Written to by `step`. */
  readonly positions: Float32Array<ArrayBuffer>;
  readonly #chance: Rng;
  readonly #spacing: Spacing;

  /** Evenly over a disc. */
  constructor(count: number, rng: Rng) {
    this.#chance = rng.fork('constellation/pushes');
    this.#spacing = new Spacing(count);
    this.positions = new Float32Array(2 * count);
    const start = rng.fork('constellation/start');
    for (let point = 0; point < count;) {
      const x = 2 * start.next() - 1;
      const y = 2 * start.next() - 1;
      if (x * x + y * y > 1) continue;
      this.positions[2 * point] = START_RADIUS * x;
      this.positions[2 * point + 1] = START_RADIUS * y;
      point += 1;
    }
  }

  step(graph: NeighbourGraph, { rate, exaggeration }: StepStrength): void {
    this.#pull(graph, 2 * rate * exaggeration);
    this.#push(2 * rate * REPULSION);
    this.#spacing.apply(this.positions);
  }

  #pull({ from, to, weight }: NeighbourGraph, strength: number): void {
    const { positions } = this;
    for (let edge = 0; edge < from.length; edge++) {
      const i = 2 * from[edge]!;
      const j = 2 * to[edge]!;
      const dx = positions[i]! - positions[j]!;
      const dy = positions[i + 1]! - positions[j + 1]!;
      const share = (strength * weight[edge]!) / (1 + dx * dx + dy * dy);
      positions[i]! -= share * dx;
      positions[i + 1]! -= share * dy;
      positions[j]! += share * dx;
      positions[j + 1]! += share * dy;
    }
  }

  #push(strength: number): void {
    const { positions } = this;
    const count = positions.length / 2;
    for (let i = 0; i < positions.length; i += 2) {
      for (let push = 0; push < PUSHES; push++) {
        const j = 2 * this.#chance.int(count);
        const dx = positions[i]! - positions[j]!;
        const dy = positions[i + 1]! - positions[j + 1]!;
        const near = 1 + dx * dx + dy * dy;
        const share = strength / (near * near);
        positions[i]! += share * dx;
        positions[i + 1]! += share * dy;
      }
    }
  }
}
