import type { ConstellationFrame, ConstellationRequest } from '../domain/constellation.ts';
import type { HomebodyError } from '../domain/errors.ts';
import type { Visit } from './visit.ts';

const POINTS = 1200;
const SEED = 1;

/** See `ConstellationRoom`. */
export interface MapRoom {
  show(request: ConstellationRequest, onFrame: (frame: ConstellationFrame) => void): Promise<void>;
  hide(): void;
}

/** Opens a room to which `send` asks the engine to send. `onDied`: its worker stopped. */
export type OpenMapRoom = (
  send: (request: ConstellationRequest, port: MessagePort | null) => Promise<unknown>,
  onDied: (error: HomebodyError) => void,
) => Promise<MapRoom>;

/** The map of the current catalogue, while somebody looks at it. */
export class MapDesk {
  readonly #visit: Visit;
  readonly #openRoom: () => Promise<MapRoom>;
  /** Nobody needs one before the map is looked at. */
  #room: Promise<MapRoom> | null = null;
  #isLookedAt = false;

  constructor(visit: Visit, openRoom: () => Promise<MapRoom>) {
    this.#visit = visit;
    this.#openRoom = openRoom;
  }

  show(): void {
    if (this.#isLookedAt) return;
    this.#isLookedAt = true;
    this.again();
  }

  hide(): void {
    this.#isLookedAt = false;
    this.#visit.set({ constellation: null });
    const hide = (room: MapRoom): void => {
      if (!this.#isLookedAt) room.hide();
    };
    // One that could not be opened shows nothing; `again` has said so.
    void this.#room?.then(hide, () => undefined);
  }

  /** The catalogue is another one, or an engine was started: the frames come from it now. */
  again(): void {
    const { catalogue, history } = this.#visit.state;
    if (!this.#isLookedAt || !catalogue) return;
    const also = [...new Set(history.map((entry) => entry.index))];
    const request: ConstellationRequest = { catalogue: catalogue.id, points: POINTS, also, seed: SEED };
    void this.#visit.attempt(() => this.#draw(request));
  }

  async #draw(request: ConstellationRequest): Promise<void> {
    this.#room ??= this.#openRoom().catch((error: unknown) => {
      // Next time it may be had.
      this.#room = null;
      throw error;
    });
    const room = await this.#room;
    if (!this.#isLookedAt || !this.#visit.isCurrent(request.catalogue)) return;
    await room.show(request, (constellation) => {
      if (this.#isLookedAt && this.#visit.isCurrent(constellation.catalogue)) {
        this.#visit.set({ constellation });
      }
    });
  }
}
