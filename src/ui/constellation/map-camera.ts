import { WHOLE_MAP } from './camera.ts';
import type { Camera } from './camera.ts';

/** Nearer than this it is there: zoom by ratio, place in map units. */
const THERE = 0.002;

/** The camera on its way to where it was sent. */
export class MapCamera {
  now: Camera = WHOLE_MAP;
  #goal: Camera = WHOLE_MAP;

  /** Where it will be: what the next step starts from, so that steps in quick succession add up. */
  get goal(): Camera {
    return this.#goal;
  }

  /** It is where it was sent. */
  get atRest(): boolean {
    return this.now === this.#goal;
  }

  /** `glide`: moves there over the next steps; otherwise it is there at once. */
  send(goal: Camera, glide: boolean): void {
    this.#goal = goal;
    if (!glide) this.now = goal;
  }

  /** Goes a share of the way, 0 … 1. @returns true when it is there. */
  step(share: number): boolean {
    const { now } = this;
    const goal = this.#goal;
    const ratio = Math.log(goal.zoom / now.zoom);
    const away = Math.max(Math.abs(ratio), Math.abs(goal.x - now.x), Math.abs(goal.y - now.y));
    if (share >= 1 || away < THERE) {
      this.now = goal;
      return true;
    }
    this.now = {
      zoom: now.zoom * Math.exp(ratio * share),
      x: now.x + (goal.x - now.x) * share,
      y: now.y + (goal.y - now.y) * share,
    };
    return false;
  }
}
