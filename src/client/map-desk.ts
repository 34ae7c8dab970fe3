import type { ConstellationFrame, ConstellationRequest } from '../domain/constellation.ts';
import type { Visit } from './visit.ts';

const POINTS = 1200;
const SEED = 1;

/** See `ConstellationRoom`. */
export interface MapRoom {
  show(request: ConstellationRequest, onFrame: (frame: ConstellationFrame) => void): Promise<void>;
  hide(): void;
}

/** The map of the current catalogue, while somebody looks at it. */
export class MapDesk {
  readonly #visit: Visit;
  readonly #room: MapRoom;
  #isLookedAt = false;

  constructor(visit: Visit, room: MapRoom) {
    this.#visit = visit;
    this.#room = room;
  }

  show(): void {
    if (this.#isLookedAt) return;
    this.#isLookedAt = true;
    this.again();
  }

  hide(): void {
    this.#isLookedAt = false;
    this.#room.hide();
    this.#visit.set({ constellation: null });
  }

  /** The catalogue is another one, or an engine was started: the frames come from it now. */
  again(): void {
    const { catalogue, history } = this.#visit.state;
    if (!this.#isLookedAt || !catalogue) return;
    const also = [...new Set(history.map((entry) => entry.index))];
    void this.#visit.attempt(() =>
      this.#room.show({ catalogue: catalogue.id, points: POINTS, also, seed: SEED }, (constellation) => {
        if (this.#isLookedAt && this.#visit.isCurrent(constellation.catalogue))
          this.#visit.set({ constellation });
      }),
    );
  }
}
