import { transfer } from 'comlink';
import type { ItemMapRequest } from '../../domain/lab.ts';
import type { MapRoom, OpenMapRoom } from '../map-desk.ts';
import type { LabRoom } from './lab-room.ts';

const POINTS = 1200;
const SEED = 1;

/** The map of a model's items: by PCA at once, by a layout on demand. */
export class ItemMapDesk {
  readonly #room: LabRoom;
  readonly #openRoom: OpenMapRoom;
  /** The newest question; an answer to an older one is dropped. */
  #request: ItemMapRequest | null = null;
  #layout: MapRoom | null = null;

  constructor(room: LabRoom, openRoom: OpenMapRoom) {
    this.#room = room;
    this.#openRoom = openRoom;
  }

  async show(run: string | null): Promise<void> {
    const { visit, engine } = this.#room;
    this.stop();
    const own = new Set(visit.state.history.map((entry) => entry.index));
    const catalogue = visit.catalogueId();
    const request: ItemMapRequest = { catalogue, run, points: POINTS, also: [...own], seed: SEED };
    this.#request = request;
    const map = await engine.call((api) => api.labMap(request));
    if (this.#request !== request) return;
    const flags = Uint8Array.from(map.items, (item) => (own.has(item as never) ? 1 : 0));
    this.#room.setFor(catalogue, { map: { ...map, method: 'pca', own: flags, moving: false } });
  }

  async layOut(): Promise<void> {
    const { state, engine } = this.#room;
    const { map } = state;
    const request = this.#request;
    if (!map || map.moving || map.method === 'layout' || !request) return;
    this.#room.set({ map: { ...map, moving: true } });
    try {
      const layout = await this.#openRoom(
        (_request, port) => engine.call((api) => api.labLayOut(request, port && transfer(port, [port]))),
        (error) => {
          this.stop();
          this.#room.set({ problem: error });
        },
      );
      // Hidden, or another one, meanwhile.
      if (this.#request !== request || !this.#room.state.map?.moving) return;
      this.#layout = layout;
      await layout.show(request, ({ positions, settled }) => {
        const shown = this.#room.state.map;
        if (this.#layout !== layout || !shown || positions.length !== shown.positions.length) return;
        this.#room.set({ map: { ...shown, positions, method: 'layout', moving: !settled } });
        if (settled) this.#end();
      });
    } catch (error) {
      // Not another map's, which is shown by now.
      if (this.#request === request) this.stop();
      throw error;
    }
  }

  /** The points stay where they are. */
  stop(): void {
    this.#end();
    const { map } = this.#room.state;
    if (map?.moving) this.#room.set({ map: { ...map, moving: false } });
  }

  hide(): void {
    this.#request = null;
    this.stop();
    this.#room.set({ map: null });
  }

  #end(): void {
    this.#layout?.hide();
    this.#layout = null;
  }
}
