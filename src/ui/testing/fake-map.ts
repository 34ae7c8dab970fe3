import type { StoreApi } from 'zustand/vanilla';
import type { HomebodyState } from '../../client/state.ts';
import type { Item } from '../../domain/item.ts';
import { FAKE_EPOCHS, frameAt } from './fake-constellation.ts';
import { LOSSES, MODEL } from './fake-states.ts';

const TRAIN_MS = 6_000;
const FRAME_MS = 120;
const POINTS = 1200;

/** Frames of the map, and the training that they are of. */
export class FakeMap {
  readonly #store: StoreApi<HomebodyState>;
  readonly #items: readonly Item[];
  readonly #moving: boolean;
  readonly #moment: number;
  #run = 1;
  #began = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    store: StoreApi<HomebodyState>,
    items: readonly Item[],
    { moving = false, moment = 1 }: { readonly moving?: boolean; readonly moment?: number },
  ) {
    this.#store = store;
    this.#items = items;
    this.#moving = moving;
    this.#moment = moment;
  }

  show(): void {
    if (!this.#moving) this.#draw(this.#moment);
    else if (this.#timer === undefined) this.restart();
  }

  hide(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#store.setState({ constellation: null });
  }

  restart(): void {
    if (!this.#moving) return;
    this.#run += 1;
    this.#began = Date.now();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#step(), FRAME_MS);
  }

  #step(): void {
    const { training } = this.#store.getState();
    const elapsedMs = Date.now() - this.#began;
    const moment = Math.min(1, elapsedMs / TRAIN_MS);
    this.#draw(moment);
    if (moment === 1) clearInterval(this.#timer);
    if (!training) return;
    if (moment === 1) {
      this.#store.setState({ training: null, model: MODEL });
      return;
    }
    const epoch = Math.round(moment * FAKE_EPOCHS);
    const remainingMs = TRAIN_MS - elapsedMs;
    const losses = LOSSES.slice(0, Math.ceil(moment * LOSSES.length));
    const progress = { epoch, epochs: FAKE_EPOCHS, fraction: moment, elapsedMs, remainingMs, losses };
    this.#store.setState({ training: { ...training, ...progress, phase: 'training' } });
  }

  #draw(moment: number): void {
    const { catalogue } = this.#store.getState();
    if (!catalogue) return;
    const items = this.#items.slice(0, POINTS);
    const constellation = frameAt(catalogue.id, items, catalogue.departments, moment, this.#run);
    this.#store.setState({ constellation });
  }
}
